using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Two ends of a secret chat: when the key is renewed, who wins, what is dropped, and what is refused.</summary>
[TestFixture]
internal sealed class SecretChatTests
{
    private SeededRandom random = null!;
    private SecretChat alice = null!;
    private SecretChat bob = null!;

    [SetUp]
    public void Agree()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().Next());
        using var first = new SecretChatKey(Hex.Count(1, 32));
        (alice, bob) = (new(first, random.Child("alice")), new(first, random.Child("bob")));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void Pass(SecretChat from, SecretChat to, string text) => Assert.That(to.Decrypt(from.Encrypt(Bytes(text))), Is.EqualTo(Bytes(text)), text);

    private static uint Number(byte[] message)
    {
        Assert.That(SecretChatMessage.TryParse(message, out SecretChatMessage? parsed));
        return parsed!.Number;
    }

    /// <summary>All that an end holds, for comparison.</summary>
    private static string Held(SecretChat chat)
    {
        SecretChatState state = chat.Snapshot();
        string keys = string.Join(' ', state.Keys.OrderBy(key => key.Key).Select(key => $"{key.Key}:{Hex.Of(Hazmat.Reveal(key.Value))}"));
        string offer = state.Offer is { } pair ? Hex.Of(Hazmat.Reveal(pair.Private)) : "none";
        return $"{keys} sending {state.Sending} uses {state.Uses} offer {offer} answer {state.Answer}";
    }

    private static IEnumerable<string> Keys(SecretChat chat) => chat.Snapshot().Keys.Values.Select(key => Hex.Of(Hazmat.Reveal(key)));

    private void Talk(int messages)
    {
        for (int i = 0; i < messages; i++)
            if (i % 2 == 0)
                Pass(alice, bob, $"message {i}");
            else
                Pass(bob, alice, $"message {i}");
    }

    [Test]
    public void AHundredMessagesHaveOneKeyAndTheNextOffersAnother()
    {
        for (int i = 1; i <= SecretChat.RenewalAfter; i++)
        {
            byte[] message = alice.Encrypt(Bytes("text"));
            Assert.That(SecretChatMessage.TryParse(message, out SecretChatMessage? parsed));
            Assert.That((parsed!.Number, parsed.Offer, parsed.Answer), Is.EqualTo((0u, (DhPublicKey?)null, (DhPublicKey?)null)), $"message {i}");
            Assert.That(bob.Decrypt(message), Is.Not.Null);
        }
        byte[] last = alice.Encrypt(Bytes("text"));
        Assert.That(SecretChatMessage.TryParse(last, out SecretChatMessage? offering));
        Assert.That(offering!.Offer, Is.Not.Null);
    }

    [Test]
    public void ARenewedKeyIsHeldByBothAndTheOldOneIsGone()
    {
        string first = Keys(alice).Single();
        Talk(SecretChat.RenewalAfter + 10);
        Assert.That(alice.Snapshot().Sending, Is.EqualTo(1));
        Assert.That(Keys(alice), Is.EquivalentTo(Keys(bob)).And.None.EqualTo(first));
        Assert.That(Keys(alice).Count(), Is.EqualTo(1));
    }

    [Test]
    public void EveryMessageUnderAKeyIsCountedOnBothEnds()
    {
        Talk(SecretChat.RenewalAfter + 30);
        Assert.That(alice.Snapshot().Sending, Is.EqualTo(1));
        Assert.That(alice.Snapshot().Uses, Is.EqualTo(bob.Snapshot().Uses));
    }

    [Test]
    public void KeysAreRenewedAgainAndAgain()
    {
        var seen = new HashSet<string>();
        for (int i = 0; i < 5 * (SecretChat.RenewalAfter + 4); i += 2)
        {
            Talk(2);
            seen.UnionWith(Keys(alice));
        }
        Assert.That(alice.Snapshot().Sending, Is.InRange(3u, 5u));
        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(4));
        Assert.That(Keys(alice).Count(), Is.LessThanOrEqualTo(2));
    }

    [Test]
    public void WithoutAnAnswerThereIsNoNewKey()
    {
        for (int i = 0; i < 3 * SecretChat.RenewalAfter; i++)
            Pass(alice, bob, "nobody answers");
        Assert.That(alice.Snapshot().Sending, Is.Zero);
        Assert.That(alice.Snapshot().Offer, Is.Not.Null);
    }

    [Test]
    public void WhenBothOfferAtOnceTheyAgreeOnOneKey([Range(0, 7)] int schedule)
    {
        for (int i = 0; i < SecretChat.RenewalAfter; i++)
            Pass(alice, bob, "one way");
        // Each of the four messages is under way before the other's arrives.
        byte[][] fromAlice = [alice.Encrypt(Bytes("a1")), alice.Encrypt(Bytes("a2"))], fromBob = [bob.Encrypt(Bytes("b1")), bob.Encrypt(Bytes("b2"))];
        Assert.That(alice.Snapshot().Offer, Is.Not.Null);
        Assert.That(bob.Snapshot().Offer, Is.Not.Null);
        Action[] deliveries = [() => Arrives(bob, fromAlice[0]), () => Arrives(alice, fromBob[0]), () => Arrives(bob, fromAlice[1]), () => Arrives(alice, fromBob[1])];
        foreach (int i in (int[])[schedule % 2, 1 - (schedule % 2), 2 + (schedule / 2 % 2), 3 - (schedule / 2 % 2)])
            deliveries[i]();
        if (schedule >= 4)
            Pass(bob, alice, "and on");
        Talk(8);
        Assert.That(alice.Snapshot().Sending, Is.EqualTo(1));
        Assert.That(Keys(alice), Is.EquivalentTo(Keys(bob)));

        static void Arrives(SecretChat at, byte[] message) => Assert.That(at.Decrypt(message), Is.Not.Null);
    }

    /// <summary>Any traffic in order, on two lines with any delay: everything opens, and the keys never part.</summary>
    [Test]
    public void AnyTrafficInOrderOpens()
    {
        Random schedule = PrintedSeed.NewRandom();
        for (int run = 0; run < 10; run++)
        {
            Agree();
            var (toBob, toAlice) = (new Queue<byte[]>(), new Queue<byte[]>());
            for (int i = 0; i < 1_500; i++)
                switch (schedule.Next(4))
                {
                    case 0: toBob.Enqueue(alice.Encrypt(Bytes($"{i}"))); break;
                    case 1: toAlice.Enqueue(bob.Encrypt(Bytes($"{i}"))); break;
                    case 2 when toBob.TryDequeue(out byte[]? message): Assert.That(bob.Decrypt(message), Is.Not.Null, $"run {run}, step {i}"); break;
                    case 3 when toAlice.TryDequeue(out byte[]? message): Assert.That(alice.Decrypt(message), Is.Not.Null, $"run {run}, step {i}"); break;
                    default: break;
                }
            Assert.That(alice.Snapshot().Sending, Is.GreaterThan(1u), "keys were renewed");
            Assert.That((long)alice.Snapshot().Sending - bob.Snapshot().Sending, Is.InRange(-1, 1));
            Assert.That(Math.Max(Keys(alice).Count(), Keys(bob).Count()), Is.LessThanOrEqualTo(2));
        }
    }

    [Test]
    public void AMessageUnderADroppedKeyIsRefused()
    {
        Pass(alice, bob, "first");
        byte[] late = alice.Encrypt(Bytes("late"));
        Talk(SecretChat.RenewalAfter + 10);
        AssertRefused(bob, late);
    }

    [Test]
    public void AMessageUnderAKeyThatIsNotThereYetIsRefused()
    {
        Talk(4);
        SecretChat ahead = new(alice.Snapshot(), random.Child("ahead"));
        SecretChat peer = new(bob.Snapshot(), random.Child("peer"));
        while (ahead.Snapshot().Sending == 0)
        {
            Pass(ahead, peer, "elsewhere");
            Pass(peer, ahead, "elsewhere");
        }
        byte[] early = ahead.Encrypt(Bytes("from the future"));
        Assert.That(Number(early), Is.EqualTo(1));
        AssertRefused(bob, early);
    }

    [Test]
    public void AFlippedBitAnywhereIsRefusedAndChangesNothing()
    {
        for (int i = 0; i < SecretChat.RenewalAfter; i++)
            Pass(alice, bob, "text");
        byte[] offering = alice.Encrypt(Bytes("the one with the offer"));
        for (int bit = 0; bit < 8 * offering.Length; bit++)
        {
            byte[] flipped = [.. offering];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRefused(bob, flipped);
        }
        for (int length = 0; length < offering.Length; length++)
            AssertRefused(bob, offering[..length]);
        Assert.That(bob.Decrypt(offering), Is.Not.Null);
    }

    [Test]
    public void AMutatedMessageIsRefusedAndChangesNothing()
    {
        for (int i = 0; i <= SecretChat.RenewalAfter; i++)
            Pass(alice, bob, "text");
        byte[][] messages = [alice.Encrypt(Bytes("offer")), bob.Encrypt(Bytes("answer"))];
        Random mutations = PrintedSeed.NewRandom();
        for (int i = 0; i < 1_000; i++)
        {
            byte[] mutated = mutations.Mutate(messages[0], messages);
            if (!messages.Any(message => message.AsSpan().SequenceEqual(mutated)))
                AssertRefused(bob, mutated);
        }
    }

    [Test]
    public void ALowOrderOfferIsNotAnswered()
    {
        using var key = new SecretChatKey(Hex.Count(1, 32));
        foreach (DhPublicKey low in LowOrderKeys.All)
        {
            Assert.That(bob.Decrypt(SecretChatMessage.Write(0, key, low, null, Bytes("hostile"), random)), Is.EqualTo(Bytes("hostile")));
            Assert.That((bob.Snapshot().Answer, bob.Snapshot().Keys.Count), Is.EqualTo(((DhPublicKey?)null, 1)));
        }
    }

    [Test]
    public void AnAnswerThatNobodyAskedForIsIgnored()
    {
        using var key = new SecretChatKey(Hex.Count(1, 32));
        using var half = DhKeyPair.Generate(random);
        Assert.That(bob.Decrypt(SecretChatMessage.Write(0, key, null, half.Public, Bytes("text"), random)), Is.Not.Null);
        Assert.That(bob.Snapshot().Keys.Keys, Is.EqualTo((uint[])[0]));
    }

    [Test]
    public void SnapshotAndChatGoTheirOwnWays()
    {
        Talk(SecretChat.RenewalAfter + 1);
        SecretChatState state = alice.Snapshot();
        var copy = new SecretChat(state, random.Child("copy"));
        Assert.That(Held(copy), Is.EqualTo(Held(alice)));
        string before = Held(copy);
        Talk(10);
        Assert.That(Held(copy), Is.EqualTo(before), "the copy stands still while the chat goes on");
        foreach (SecretChatKey key in state.Keys.Values)
            key.Dispose();
        state.Offer?.Dispose();
        Assert.That(Held(copy), Is.EqualTo(before), "and does not share the snapshot's keys");
    }

    [Test]
    public void ASeizureOpensBackToTheLastRenewalAndNoFurther()
    {
        var recorded = new List<byte[]>();
        for (int i = 0; i < 2 * SecretChat.RenewalAfter; i++)
        {
            var (from, to) = i % 2 == 0 ? (alice, bob) : (bob, alice);
            recorded.Add(from.Encrypt(Bytes($"{i}")));
            Assert.That(to.Decrypt(recorded[^1]), Is.Not.Null);
        }
        SecretChatState seized = alice.Snapshot();
        Assert.That(seized.Sending, Is.GreaterThan(0u));
        foreach (byte[] message in recorded)
        {
            Assert.That(SecretChatMessage.TryParse(message, out SecretChatMessage? parsed));
            bool opens = seized.Keys.TryGetValue(parsed!.Number, out SecretChatKey? key) && parsed.Open(key) is not null;
            Assert.That(opens, Is.EqualTo(parsed.Number == seized.Sending), $"under key {parsed.Number}");
        }
    }

    private static void AssertRefused(SecretChat chat, byte[] message)
    {
        string before = Held(chat);
        Assert.That(chat.Decrypt(message), Is.Null);
        Assert.That(Held(chat), Is.EqualTo(before));
    }
}
