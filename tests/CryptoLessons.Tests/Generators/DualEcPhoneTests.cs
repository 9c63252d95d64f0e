using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Attacks;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Generators;

/// <summary>A messenger whose phones draw their keys from Dual_EC_DRBG: who reads, who does not, and that it never heals.</summary>
[TestFixture]
internal sealed class DualEcPhoneTests
{
    private const int Length = 40;
    private static readonly Script Script = TestScripts.Between(string.Concat(Enumerable.Repeat("AABBBABABB", Length / 10)));
    private static readonly DualEcTrapdoor Maker = new(Hex.Count(1, 32)), Intruder = new(Hex.Count(101, 32));
    private static readonly Lazy<Game> Made = new(() => Play(Maker));

    [Test]
    public void OneNumberOpensEveryMessageOfEverybody() =>
        Assert.That(Read(Made.Value, Maker), Is.EqualTo(Enumerable.Range(1, Length + 1)));

    [Test]
    public void WithoutTheNumberNothingOpens() => Assert.That(Read(Made.Value, Intruder), Is.Empty);

    [Test]
    public void WhoReplacesThePointReadsInItsMakersStead()
    {
        Game replaced = Play(Intruder);
        Assert.That(Read(replaced, Intruder), Has.Count.EqualTo(Length + 1));
        Assert.That(Read(replaced, Maker), Is.Empty, "and its maker reads no more");
    }

    [Test]
    public void NothingHeals()
    {
        // The first message of each phone is all that is ever looked at: what its number gives opens the last message too.
        Game game = Made.Value;
        var search = new OnlyFirst(Search(game, Maker));
        PredictedPhones phones = Phones(game, search);
        Assert.That(Hear(phones, game).Select(guess => guess.Message), Is.EquivalentTo(Enumerable.Range(1, Length + 1)));
        int turns = Script.Conversation.Zip(Script.Conversation.Skip(1)).Count(pair => pair.First.From != pair.Second.From);
        Assert.That(turns, Is.GreaterThan(20), "while both people made new ratchet keys again and again");
    }

    [Test]
    public void EachPhoneCostsOneSearch() => Assert.That(
        Made.Value.EscrowLeak() is var view ? new PredictWithTheTrapdoor().Run(view).Select(guess => guess.Trials) : [],
        Is.All.InRange(1, 16));

    [Test]
    public void TheWarrantOfTheCourtAloneOpens()
    {
        GeneratorDeployment deployment = Designs.Generators.Installed(Maker, Script, new(1), Profile.X3dh);
        TranscriptEntry[] sent = [.. deployment.Send(Script.Messages[0]).Select(envelope => new TranscriptEntry(1, envelope))];
        Warrant signed = deployment.Court.Issue("Alice", TestScripts.Start, TestScripts.Start.AddDays(1));
        Assert.That(deployment.ServeWarrant(signed with { Target = "Bob" }, sent).Opened, Is.Empty);
        Assert.That(deployment.ServeWarrant(signed, sent).Opened, Has.Count.EqualTo(1));
    }

    [Test]
    public void AMessageToAPhoneThatNeverSpeaksIsRead()
    {
        Script silent = TestScripts.Between("AAA");
        Assert.That(Read(Play(Maker, silent), Maker), Is.EqualTo((int[])[1, 2, 3, 4]));
    }

    [Test]
    public void KeysOfASessionAloneOpenNothingWithoutTheSecretItBeganWith()
    {
        // A phone that took identity key and prekeys from elsewhere: the generator gives the base key and every ratchet key, and still no message.
        var random = new SeededRandom(4);
        DualEcDrbg generator = DualEcDrbg.Install(Maker.Constants(4), random.Child("seed"));
        DualEcDrbg predicted = Maker.Candidates(Maker.Constants(4), generator.FirstOutput)
            .Select(candidate => candidate.Next()).Single(next => Peek(next) == Peek(generator));
        Device<SignalFunctions> bob = Device.Create(new SignalFunctions(random), random);
        using DeviceState state = Device.NewState(random);
        Device<SignalFunctions> alice = Device.Resume(new SignalFunctions(generator), generator, state);
        alice.StartSession("Bob", bob.Publish());
        var (wire, publicKeys, snapshots) = Talk(alice, bob, rounds: 6);
        DhKeyPair[] pairs = [.. Enumerable.Range(0, 8).Select(_ => DhKeyPair.Generate(predicted))];
        Assert.That(pairs[0].Public, Is.EqualTo(alice.Snapshot().Sessions["Bob"].Current!.BaseKey), "the base key is known");
        KeyRing Known()
        {
            var ring = new KeyRing();
            foreach (var (chain, key) in publicKeys)
                if (pairs.FirstOrDefault(pair => pair.Public.Equals(key)) is { } pair)
                    ring.Ratchet(chain, pair);
            return ring;
        }

        Assert.That(Known().Read(wire, publicKeys), Is.Empty);
        Assert.That(Known().Root(1, snapshots[1]).Read(wire, publicKeys).Select(slot => slot.Chain), Is.EqualTo(Enumerable.Range(2, 10)),
            "one root key, learnt once, and all opens that follows: Alice's keys are one side of each step");
    }

    [Test]
    public void WhoEncryptsOnceMoreIsUnread()
    {
        var evaders = new HashSet<string>(["Alice", "Bob"]);
        var game = new Game(
            random => new EvadingDeployment(Designs.Generators.Installed(Maker, Script, random, Profile.X3dh), evaders, random.Child("evaders")),
            Script, at: 10, "Alice", new SeededRandom(1));
        Verdict verdict = game.Read(new PredictWithTheTrapdoor(), game.EscrowLeak());
        Assert.That(verdict.Recovered.Keys, Is.EqualTo((int[])[Length + 1]), "the bystanders' one message alone");
        Assert.That(game.ServeWarrant().Opened, Is.Zero);
    }

    private static Game Play(DualEcTrapdoor trapdoor, Script? script = null) => new(
        random => Designs.Generators.Installed(trapdoor, script ?? Script, random, Profile.X3dh), script ?? Script, at: 2, "Alice", new SeededRandom(1));

    private static IReadOnlyCollection<int> Read(Game game, DualEcTrapdoor trapdoor)
    {
        PredictedPhones phones = Phones(game, Search(game, trapdoor));
        Verdict verdict = game.Judge(Hear(phones, game));
        Assert.That(verdict.Wrong, Is.Empty);
        return [.. verdict.Recovered.Keys];
    }

    private static DualEcSearch Search(Game game, DualEcTrapdoor trapdoor) => new(trapdoor, ((DualEcLoot)game.EscrowLeak().Escrow).Constants);

    private static PredictedPhones Phones(Game game, GeneratorSearch search) =>
        new(search, game.Transcript.Profile, game.Transcript.IdentityKeys);

    private static IEnumerable<Guess> Hear(PredictedPhones phones, Game game) =>
        game.Transcript.Entries.SelectMany(entry => phones.Hear(entry, game.Transcript.HandedOut));

    private static string Peek(DualEcDrbg generator)
    {
        byte[] bytes = new byte[32];
        generator.Copy().Fill(bytes);
        return Hex.Of(bytes);
    }

    /// <summary>Turns of one message each: what was on the wire, and the root key behind each of Alice's chains.</summary>
    private static (List<WireMessage> Wire, Dictionary<int, DhPublicKey> PublicKeys, Dictionary<int, RootKey> Roots) Talk(
        Device<SignalFunctions> alice, Device<SignalFunctions> bob, int rounds)
    {
        var (wire, publicKeys, roots) = (new List<WireMessage>(), new Dictionary<int, DhPublicKey>(), new Dictionary<int, RootKey>());
        publicKeys.Add(-1, bob.Publish().SignedPreKey);
        for (int chain = 0; chain < 2 * rounds; chain++)
        {
            var (from, to, sender, recipient) = chain % 2 == 0 ? (alice, bob, "Alice", "Bob") : (bob, alice, "Bob", "Alice");
            CiphertextMessage message = from.Encrypt(recipient, [(byte)chain]);
            ReadOnlyMemory<byte> inner = message.Bytes;
            if (message.Type == CiphertextType.PreKey)
                inner = PreKeySignalMessage.Parse(inner, out PreKeySignalMessage? outer) == DecryptFailure.None ? outer!.Message : default;
            Assert.That(SignalMessage.Parse(inner, out RatchetHeader header, out _), Is.EqualTo(DecryptFailure.None));
            wire.Add(new(chain, header.N, inner.ToArray(), [.. from.IdentityKey.Serialize(), .. to.IdentityKey.Serialize()]));
            publicKeys.Add(chain, header.Dh);
            roots.Add(chain, from.Snapshot().Sessions[recipient].Current!.Ratchet.RootKey);
            Assert.That(to.Decrypt(sender, message, out _), Is.EqualTo(DecryptFailure.None));
        }
        return (wire, publicKeys, roots);
    }

    /// <summary>Looks at the first message of each phone, and at no other.</summary>
    private sealed class OnlyFirst(GeneratorSearch search) : GeneratorSearch
    {
        private readonly HashSet<string> heard = [];

        public override FoundGenerator? Hear(string sender, DhPublicKey identityKey, InterceptedMessage message) =>
            heard.Add(sender) ? search.Hear(sender, identityKey, message) : null;
    }
}
