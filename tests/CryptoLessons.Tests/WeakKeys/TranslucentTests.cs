using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>Two messages in five, and nobody's choice which.</summary>
[TestFixture]
internal sealed class TranslucentTests
{
    private const double Fraction = 2.0 / 5;
    private const int At = 8;

    private static readonly Script Said = TestScripts.Between("ABABBAABABABAABBABBAABABAABBABABBAABABAB");

    private SeededRandom random = null!;

    [SetUp]
    public void Seed() => random = new SeededRandom(PrintedSeed.NewRandom().NextInt64());

    [Test]
    public void TheLeakOpensAsManyAsChanceSaysAndTheWarrantTheSameOnes()
    {
        const int Games = 12;
        int read = 0, slots = 0;
        for (int i = 0; i < Games; i++)
        {
            Game game = Play(random.Child($"game {i}"));
            Verdict verdict = game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak());
            read += verdict.Recovered.Count;
            LawfulAccess lawful = game.ServeWarrant();
            Assert.That((lawful.Opened, lawful.Others), Is.EqualTo((verdict.Read, 0)));
            bool slot = game.Forge(new ReadWithLeakedMessageKeys(), game.EscrowLeak()).Forged == Forged.Slot;
            Assert.That(slot, Is.EqualTo(verdict.Recovered.ContainsKey(At)), "the message in flight is one like others");
            slots += slot ? 1 : 0;
        }
        Assert.That(read, Matches(Games * Said.Messages.Count));
        Assert.That(slots, Matches(Games));

        static NUnit.Framework.Constraints.Constraint Matches(int trials) => Binomial.Within(trials, Fraction);
    }

    [Test]
    public void UnrelatedKeysOpenNothing()
    {
        Game game = Play(random);
        Assert.That(game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak(Secrets.Unrelated)).Recovered, Is.Empty);
    }

    [Test]
    public void WhoeverEncryptsOnceMoreIsNotRead()
    {
        Game game = Evading.InPlaceOf("translucent").Play(Said, At, "Alice", random);
        Verdict read = game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak());
        Assert.That((game.Arrived, game.ServeWarrant().Opened, read.Read), Is.EqualTo((Said.ConversationLength, 0, 0)));
    }

    /// <summary>Over many messages each key has its share, and the place is the header's: the same for both ends, and for whoever looks.</summary>
    [Test]
    public void TheKeyFollowsFromTheMessage()
    {
        const int Messages = 1000;
        var (keys, known) = PartlyKnownKeys.Create(2, 5, random);
        var suite = new TranslucentEscrow(new SignalFunctions(random), keys, random);
        var times = new int[5];
        for (uint n = 0; n < Messages; n++)
        {
            using var message = new WeakMessage(random, suite, n);
            int place = TranslucentEscrow.Place(message.Intercepted.Header.Bytes.Span, 5);
            times[place]++;
            if (n >= 20)
                continue;
            bool opened = known.Values.Any(key => message.Intercepted.Open(key, out _) == Outcome.Opened);
            Assert.That(opened, Is.EqualTo(known.ContainsKey(place)));
            Assert.That(message.Received(suite), Is.EqualTo(WeakMessage.Text));
        }
        Assert.That(times, Has.All.Matches(Binomial.Within(Messages, 0.2)));
    }

    /// <summary>A sender who always takes the same key is read whole or not at all; who can recompute the field does not have it.</summary>
    [Test]
    public void ASenderWhoChoosesTheKeyIsRefusedByWhoRecomputesIt()
    {
        var (keys, _) = PartlyKnownKeys.Create(2, 5, random);
        var choosing = new MessageKeyEscrow(new SignalFunctions(random), keys.Keys[0], random, deterministic: true);
        var checking = new TranslucentEscrow(new SignalFunctions(random), keys, random, deterministic: true);
        for (uint n = 0; n < 10; n++)
        {
            using WeakMessage chosen = new(random, choosing, n), honest = new(random, checking, n);
            bool right = TranslucentEscrow.Place(chosen.Intercepted.Header.Bytes.Span, 5) == 0;
            Assert.That(chosen.Received(checking), Is.EqualTo(right ? WeakMessage.Text : null));
            Assert.That(honest.Received(checking), Is.EqualTo(WeakMessage.Text));
        }
    }

    private static Game Play(SeededRandom random) => Design.Named("translucent").Play(Said, At, "Alice", random);
}
