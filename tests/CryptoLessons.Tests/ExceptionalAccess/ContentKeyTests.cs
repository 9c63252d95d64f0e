using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>The content key: reads what the message key reads, and writes nothing that a receiver accepts.</summary>
[TestFixture]
internal sealed class ContentKeyTests
{
    private static readonly byte[] Text = "Meet me at the boathouse."u8.ToArray();

    private static DhKeyPair Authority => CryptoLessons.Tests.Protocol.Suite.Authority;
    private Device<ContentKeyEscrow> alice = null!;
    private Device<SignalFunctions> bob = null!;
    private Envelope envelope = null!;
    private InterceptedMessage message = null!;

    [SetUp]
    public void Send()
    {
        var random = new SeededRandom(6);
        alice = Device.Create(new ContentKeyEscrow(new SignalFunctions(random.Child("a")), Authority.Public, random.Child("s")), random.Child("alice"));
        bob = Device.Create(new SignalFunctions(random.Child("b")), random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        envelope = new("Alice", "Bob", DateTimeOffset.UnixEpoch, alice.Encrypt("Bob", Text));
        message = InterceptedMessage.Parse(envelope, alice.IdentityKey, bob.IdentityKey)!;
    }

    [Test]
    public void ItsHolderReads()
    {
        using ContentKey key = ContentKeyEscrow.Open(message.Ciphertext.Span, Authority)!;
        Assert.That(message.Decrypt(key), Is.EqualTo(Text));
        Assert.That(BlindOpening.Open(envelope.Message, Authority, out byte[] blind), Is.EqualTo(Outcome.Opened));
        Assert.That(blind, Is.EqualTo(Text));
    }

    [Test]
    public void ItsHolderWritesAndTheReceiverRefuses()
    {
        using ContentKey key = ContentKeyEscrow.Open(message.Ciphertext.Span, Authority)!;
        Envelope forged = message.Replace(key, "Never mind."u8);
        Assert.That(bob.Decrypt("Alice", forged.Message, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
        InterceptedMessage again = InterceptedMessage.Parse(forged, alice.IdentityKey, bob.IdentityKey)!;
        Assert.That(again.Decrypt(key), Is.EqualTo("Never mind."u8.ToArray()), "it is a message in all but the MAC");
        Assert.That(bob.Decrypt("Alice", envelope.Message, out byte[] genuine), Is.EqualTo(DecryptFailure.None));
        Assert.That(genuine, Is.EqualTo(Text));
    }

    [Test]
    public void ReplacingTheContentByItselfGivesTheSameMessage()
    {
        using ContentKey key = ContentKeyEscrow.Open(message.Ciphertext.Span, Authority)!;
        Assert.That(message.Replace(key, Text).Message.Bytes.ToArray(), Is.EqualTo(envelope.Message.Bytes.ToArray()));
    }

    [Test]
    public void TheFieldIsNoMessageKeysField()
    {
        Assert.That(MessageKeyEscrow.Open(message.Ciphertext.Span, Authority), Is.Null);
        Assert.That(ContentKeyEscrow.Open(message.Ciphertext.Span, DhKeyPair.Generate(new SeededRandom(7))), Is.Null);
    }

    [Test]
    public void ItIsWhatTheMessageKeyExpandsTo()
    {
        using var mk = new MessageKey(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
        using var key = ContentKey.Of(mk);
        byte[] body = key.Encrypt(Text);
        var functions = new SignalFunctions(new SeededRandom(1));
        byte[] message = functions.Encrypt(mk, Text, functions.Concat([], functions.Header(Authority.Public, 0, 0)));
        Assert.That(SignalMessage.TryFind(message.AsSpan()[1..^SignalMessage.MacSize], SignalMessage.Ciphertext, out var field));
        Assert.That(body, Is.EqualTo(field.ToArray()));
    }

    [Test]
    public void ItDoesNotPrintAndIsWiped()
    {
        ContentKey key = ContentKeyEscrow.Open(message.Ciphertext.Span, Authority)!;
        Assert.That(key.ToString(), Is.EqualTo("ContentKey(secret, 48 bytes)"));
        key.Dispose();
        Assert.That(() => key.Encrypt(Text), Throws.TypeOf<ObjectDisposedException>());
    }
}
