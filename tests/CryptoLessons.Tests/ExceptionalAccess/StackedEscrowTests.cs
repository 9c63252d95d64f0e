using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Several authorities, a field for each: every one opens its own, and nobody opens another's.</summary>
[TestFixture]
internal sealed class StackedEscrowTests
{
    private const int FieldSize = 82;

    private static readonly byte[] Plaintext = "See you at noon."u8.ToArray();

    private SeededRandom random = null!;
    private DhKeyPair[] authorities = null!;

    [SetUp]
    public void Found()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().Next());
        authorities = [.. Enumerable.Range(0, 3).Select(_ => DhKeyPair.Generate(random))];
    }

    private RatchetFunctions Stack(string name, bool deterministic = false) => authorities.Aggregate(
        (RatchetFunctions)new SignalFunctions(random.Child(name)),
        (inner, authority) => new MessageKeyEscrow(inner, authority.Public, random.Child("seal " + name), deterministic));

    private (InterceptedMessage Message, CiphertextMessage Sent, Device<RatchetFunctions> Bob) Send(RatchetFunctions sending, RatchetFunctions receiving)
    {
        var alice = Device.Create(sending, random.Child("alice"));
        var bob = Device.Create(receiving, random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        CiphertextMessage sent = alice.Encrypt("Bob", Plaintext);
        return (InterceptedMessage.Parse(new("Alice", "Bob", TestScripts.Start, sent), alice.IdentityKey, bob.IdentityKey)!, sent, bob);
    }

    [Test]
    public void EachAuthorityOpensItAlone()
    {
        InterceptedMessage message = Send(Stack("alice"), new SignalFunctions(random.Child("bob"))).Message;
        foreach (DhKeyPair authority in authorities)
        {
            Assert.That(message.Open(authority, out byte[] opened), Is.EqualTo(Outcome.Opened));
            Assert.That(opened, Is.EqualTo(Plaintext));
            Assert.That(MessageKeyEscrow.OpenAll(message.Ciphertext.Span, authority), Has.Count.EqualTo(1), "its own field, and no other");
        }
        using var stranger = DhKeyPair.Generate(random);
        Assert.That(message.Open(stranger, out _), Is.EqualTo(Outcome.NoKey));
        Assert.That(MessageKeyEscrow.OpenAll(message.Ciphertext.Span, stranger), Is.Empty);
    }

    [Test]
    public void EachAuthorityCosts82Bytes()
    {
        int honest = Send(new SignalFunctions(random.Child("alice")), new SignalFunctions(random.Child("bob"))).Message.Ciphertext.Length;
        int stacked = Send(Stack("alice"), new SignalFunctions(random.Child("bob"))).Message.Ciphertext.Length;
        Assert.That(stacked, Is.EqualTo(honest + (3 * FieldSize)));
    }

    /// <summary>Each receiver's suite recomputes its own field among three; a receiver that looks at one place only refuses its own kind.</summary>
    [Test]
    public void FieldsThatAreRecomputedAreFoundAmongTheOthers()
    {
        var (message, sent, bob) = Send(Stack("alice", deterministic: true), Stack("bob", deterministic: true));
        Assert.That(bob.Decrypt("Alice", sent, out byte[] read), Is.EqualTo(DecryptFailure.None));
        Assert.That(read, Is.EqualTo(Plaintext));
        foreach (DhKeyPair authority in authorities)
            Assert.That(message.Open(authority, out _), Is.EqualTo(Outcome.Opened));
    }

    [Test]
    public void ARecomputingReceiverRefusesASenderWhoLeavesOneAuthorityOut()
    {
        RatchetFunctions two = authorities.Take(2).Aggregate(
            (RatchetFunctions)new SignalFunctions(random.Child("alice")),
            (inner, authority) => new MessageKeyEscrow(inner, authority.Public, random, deterministic: true));
        var (_, sent, bob) = Send(two, Stack("bob", deterministic: true));
        Assert.That(bob.Decrypt("Alice", sent, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
    }

    [Test]
    public void TheFieldsOfALeakingPhoneOpenWhatItReceivedToo()
    {
        using var spy = DhKeyPair.Generate(random);
        var pair = new RatchetPair(
            new Suite("leaking", (signal, other) => new LeakingFunctions(signal, spy.Public, other)), Suite.Honest);
        pair.Bob.Opens(pair.Alice.Send("first"), "first");
        Assert.That(Keys(pair.Alice.Send("alone"), spy), Has.Count.EqualTo(1), "nothing received, only its own");
        byte[][] received = [pair.Bob.Send("r1"), pair.Bob.Send("r2"), pair.Bob.Send("r3")];
        foreach (var (message, text) in received.Zip((string[])["r1", "r2", "r3"]))
            pair.Alice.Opens(message, text);
        byte[] leaking = pair.Alice.Send("next");
        IReadOnlyList<MessageKey> keys = Keys(leaking, spy);
        Assert.That(keys, Has.Count.EqualTo(4));
        foreach (var (message, text) in received.Append(leaking).Zip((string[])["r1", "r2", "r3", "next"]))
            Assert.That(keys.Select(key => Read(message, key, text == "next" ? pair.Bob.ReceivingAd : pair.Alice.ReceivingAd)), Has.One.EqualTo(text));
        Assert.That(Keys(pair.Alice.Send("after"), spy), Has.Count.EqualTo(1), "each is sent once");
        using var stranger = DhKeyPair.Generate(random);
        Assert.That(Keys(leaking, stranger), Is.Empty);
        pair.Bob.Opens(leaking, "next");
    }

    [Test]
    public void AMessageThatIsRefusedLeaksNothing()
    {
        using var spy = DhKeyPair.Generate(random);
        var pair = new RatchetPair(
            new Suite("leaking", (signal, other) => new LeakingFunctions(signal, spy.Public, other)), Suite.Honest);
        pair.Bob.Opens(pair.Alice.Send("first"), "first");
        byte[] spoiled = pair.Bob.Send("text");
        spoiled[^1] ^= 1;
        pair.Alice.RefusesSomehow(spoiled, "a spoiled MAC");
        Assert.That(Keys(pair.Alice.Send("next"), spy), Has.Count.EqualTo(1));
    }

    [Test]
    public void AnyCiphertextGivesAnAnswer()
    {
        byte[] ciphertext = Send(Stack("alice"), new SignalFunctions(random.Child("bob"))).Message.Ciphertext.ToArray();
        Random mutations = PrintedSeed.NewRandom();
        for (int i = 0; i < 150; i++)
            foreach (MessageKey key in MessageKeyEscrow.OpenAll(mutations.Mutate(ciphertext, [ciphertext]), authorities[0]))
                key.Dispose();
        for (int length = 0; length < 12; length++)
            Assert.That(MessageKeyEscrow.OpenAll(new byte[length], authorities[0]), Is.Empty);
    }

    private static IReadOnlyList<MessageKey> Keys(byte[] message, DhKeyPair key)
    {
        var functions = new SignalFunctions(RandomSource.System);
        Assert.That(functions.Parse(message, out _, out ReadOnlyMemory<byte> ciphertext), Is.EqualTo(DecryptFailure.None));
        return MessageKeyEscrow.OpenAll(ciphertext.Span, key);
    }

    private static string? Read(byte[] message, MessageKey key, byte[] ad)
    {
        var functions = new SignalFunctions(RandomSource.System);
        functions.Parse(message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext);
        return functions.Decrypt(key, ciphertext.Span, functions.Concat(ad, header)) is { } read ? System.Text.Encoding.UTF8.GetString(read) : null;
    }
}
