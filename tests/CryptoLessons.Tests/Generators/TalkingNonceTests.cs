using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Generators;

/// <summary>Nonces that tell a seed: to whom, after how many, and who can find out.</summary>
[TestFixture]
internal sealed class TalkingNonceTests
{
    private static readonly NonceKey Key = new(Hex.Count(1, 32)), Other = new(Hex.Count(2, 32));
    private static readonly byte[] Seed = Hex.Count(100, 32);

    // The number of degrees of freedom of a table of 256 counts, and the quantile of the normal distribution for one false alarm in a million.
    private const double Freedom = 255, Quantile = 4.7534;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void AnyThreeInARowAreTheSeedAndTwoAreNot(int missed)
    {
        IReadOnlyList<InterceptedMessage> sent = Talk(functions => new TalkingNonce(functions, Generator(), Key), missed + 3);
        byte[] heard = new byte[32];
        var pieces = new HashSet<int?>();
        for (int i = missed; i < missed + 3; i++)
        {
            Assert.That(heard, Is.Not.EqualTo(Seed));
            pieces.Add(TalkingNonce.Listen(Nonce(sent[i]), sent[i].Header.Bytes.Span, Key, heard));
        }
        Assert.That(pieces, Is.EquivalentTo((int?[])[0, 1, 2]));
        Assert.That(heard, Is.EqualTo(Seed));
    }

    [Test]
    public void WithAnotherKeyThereIsNoSeed()
    {
        byte[] heard = new byte[32];
        foreach (InterceptedMessage message in Talk(functions => new TalkingNonce(functions, Generator(), Key), 300))
        {
            TalkingNonce.Listen(Nonce(message), message.Header.Bytes.Span, Other, heard);
            Assert.That(heard, Is.Not.EqualTo(Seed));
        }
    }

    [Test]
    public void ACopyOfTheGeneratorTellsOnWhereItStood()
    {
        SeededGenerator generator = Generator();
        generator.Told = 2;
        Assert.That(generator.Copy().Told, Is.EqualTo(2));
        Assert.That(Draw(generator.Copy(), 70), Is.EqualTo(Draw(generator, 70)));
    }

    [Test]
    public void CountingBytesFindsNothing()
    {
        double honest = ChiSquare(Talk(functions => new RandomNonce(functions, new SeededRandom(5)), 3000).SelectMany(Nonce));
        double subverted = ChiSquare(Talk(functions => new TalkingNonce(functions, Generator(), Key), 3000).SelectMany(Nonce));
        // Wilson and Hilferty, 1931.
        double bound = Freedom * Math.Pow(1 - (2 / (9 * Freedom)) + (Quantile * Math.Sqrt(2 / (9 * Freedom))), 3);
        Assert.That(honest, Is.LessThan(bound));
        Assert.That(subverted, Is.LessThan(bound));
        Assert.That(ChiSquare(Enumerable.Repeat(Seed, 1000).SelectMany(bytes => bytes)), Is.GreaterThan(bound), "the same bytes without a mask stand out");
    }

    [Test]
    public void WhoRecomputesTheNonceRefusesTheFirstMessage()
    {
        RandomNonce Honest(RatchetFunctions functions) => new(functions, new SeededRandom(1));
        TalkingNonce Subverted(RatchetFunctions functions) => new(functions, Generator(), Key);
        DerivedNonce Derived(RatchetFunctions functions) => new(functions);
        Assert.That(FirstMessage(Derived, Derived), Is.EqualTo(DecryptFailure.None));
        Assert.That(FirstMessage(Subverted, Derived), Is.EqualTo(DecryptFailure.NotAuthentic));
        Assert.That(FirstMessage(Subverted, Honest), Is.EqualTo(DecryptFailure.None));
        Assert.That(FirstMessage(functions => functions, Derived), Is.EqualTo(DecryptFailure.NotAuthentic), "nor may it be left out");
    }

    [TestCase("ABABA", new[] { 1, 2, 3, 4, 5 })]
    [TestCase("ABAB", new int[0])]
    [TestCase("AAABB", new[] { 1, 2, 3, 4, 5 })]
    public void ThreeMessagesOfOneOfThemOpenWhatBothSay(string speakers, int[] expected)
    {
        Game game = Play(TestScripts.Between(speakers), at: 1);
        Verdict verdict = game.Read(new ListenToTheNonces(), game.EscrowLeak());
        Assert.That(verdict.Recovered.Keys, Is.EqualTo(expected));
        Assert.That(verdict.Wrong, Is.Empty);
        Assert.That(game.Read(new ListenToTheNonces(), game.EscrowLeak(Secrets.Unrelated)).Recovered, Is.Empty);
        Assert.That(game.ServeWarrant().Opened, Is.EqualTo(expected.Length));
    }

    [TestCase(2, Forged.None)]
    [TestCase(3, Forged.Impersonate)]
    public void AfterThreeMessagesTheIdentityKeyIsKnown(int at, Forged expected)
    {
        Game game = Play(TestScripts.Between("AAAB"), at);
        Assert.That(game.Forge(new ListenToTheNonces(), game.EscrowLeak()).Forged, Is.EqualTo(expected));
    }

    [Test]
    public void WhoEncryptsOnceMoreIsUnread()
    {
        Script script = TestScripts.Between("AABBABAB");
        var game = new Game(
            random => new EvadingDeployment(Design.Named("talking-nonce").Deploy(script, random), new HashSet<string>(["Alice", "Bob"]), random.Child("evaders")),
            script, at: 4, "Alice", new SeededRandom(1));
        Assert.That(game.Read(new ListenToTheNonces(), game.EscrowLeak()).Recovered, Is.Empty);
        Assert.That(game.ServeWarrant().Opened, Is.Zero);
    }

    private static Game Play(Script script, int at) =>
        new(random => Design.Named("talking-nonce").Deploy(script, random), script, at, "Alice", new SeededRandom(1));

    private static SeededGenerator Generator() => new(Seed);

    private static byte[] Nonce(InterceptedMessage message) => NonceField.Of(message.Ciphertext.Span).ToArray();

    private static byte[] Draw(RandomSource random, int count)
    {
        byte[] bytes = new byte[count];
        random.Fill(bytes);
        return bytes;
    }

    /// <summary>Pearson's sum over the 256 values of a byte.</summary>
    private static double ChiSquare(IEnumerable<byte> bytes)
    {
        byte[] all = [.. bytes];
        double expected = all.Length / 256.0;
        var counts = all.CountBy(value => value).ToDictionary();
        return Enumerable.Range(0, 256).Sum(value => Math.Pow(counts.GetValueOrDefault((byte)value) - expected, 2) / expected);
    }

    private static DecryptFailure FirstMessage(Func<RatchetFunctions, RatchetFunctions> sender, Func<RatchetFunctions, RatchetFunctions> receiver)
    {
        var random = new SeededRandom(7);
        Device<RatchetFunctions> alice = Device.Create(sender(new SignalFunctions(random)), random);
        Device<RatchetFunctions> bob = Device.Create(receiver(new SignalFunctions(random)), random);
        alice.StartSession("Bob", bob.Publish());
        return bob.Decrypt("Alice", alice.Encrypt("Bob", "Who is coming on Friday?"u8), out _);
    }

    /// <summary>Messages of Alice's that nobody answers, as they lie on the wire.</summary>
    private static IReadOnlyList<InterceptedMessage> Talk(Func<RatchetFunctions, RatchetFunctions> build, int messages)
    {
        var random = new SeededRandom(7);
        Device<RatchetFunctions> alice = Device.Create(build(new SignalFunctions(random)), random);
        Device<SignalFunctions> bob = Device.Create(new SignalFunctions(random), random);
        alice.StartSession("Bob", bob.Publish());
        return
        [
            .. Enumerable.Range(0, messages).Select(i => InterceptedMessage.Parse(
                new("Alice", "Bob", TestScripts.Start, alice.Encrypt("Bob", [(byte)i])), alice.IdentityKey, bob.IdentityKey)!),
        ];
    }
}
