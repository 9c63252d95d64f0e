using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Sender and recipient in a message: written until the peer answers, compared wherever they stand.</summary>
[TestFixture]
internal sealed class MessageAddressTests
{
    private const string Alice = "a11ce000-0000-4000-8000-000000000001.1";
    private const string Bob = "b0b00000-0000-4000-8000-000000000002.127";
    private const string AlicesField = "00a11ce0000000400080000000000000010100b0b000000000400080000000000000027f";

    private readonly SeededRandom random = new(12);
    private Device<SignalFunctions> alice = null!;

    [Test]
    public void FirstMessagesCarryThem()
    {
        Device<SignalFunctions> bob = Open(Alice, Bob, Bob);
        CiphertextMessage first = alice.Encrypt(Bob, [1]);
        Assert.That(Field(first), Is.EqualTo(AlicesField));
        Assert.That(bob.Decrypt(Alice, first, out _), Is.EqualTo(DecryptFailure.None));
        CiphertextMessage answer = bob.Encrypt(Alice, [2]);
        Assert.That(Field(answer), Is.Null, "the responder has no need to say it");
        Assert.That(alice.Decrypt(Bob, answer, out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(Field(alice.Encrypt(Bob, [3])), Is.Null, "an answered session says it no more");
    }

    [TestCase(Alice, "b0b00000-0000-4000-8000-000000000002.126", Description = "for another device")]
    [TestCase(Alice, "b0b00000-0000-4000-8000-000000000003.127", Description = "for another person")]
    [TestCase("a11ce000-0000-4000-8000-000000000001.2", Bob, Description = "from another device")]
    [TestCase("PNI:a11ce000-0000-4000-8000-000000000001.1", Bob, Description = "from a number and not an account")]
    [TestCase("Alice", Bob, Description = "from a name that is no service id")]
    [TestCase(Alice, "Bob", Description = "for a name that is no service id")]
    public void OthersAreRefused(string asBobKnowsAlice, string asBobKnowsHimself)
    {
        Device<SignalFunctions> bob = Open(Alice, Bob, asBobKnowsHimself);
        byte[] before = bob.Snapshot().Save();
        Assert.That(bob.Decrypt(asBobKnowsAlice, alice.Encrypt(Bob, [1]), out byte[] plaintext), Is.EqualTo(DecryptFailure.NotAuthentic));
        Assert.That(plaintext, Is.Empty);
        Assert.That(bob.Snapshot().Save(), Is.EqualTo(before));
    }

    [Test]
    public void AMessageWithoutThemIsAccepted()
    {
        Device<SignalFunctions> bob = Open(own: null, Bob, Bob);
        CiphertextMessage first = alice.Encrypt(Bob, [1]);
        Assert.That(Field(first), Is.Null);
        Assert.That(bob.Decrypt(Alice, first, out _), Is.EqualTo(DecryptFailure.None));
    }

    [Test]
    public void AnOlderReceiverDoesNotLook()
    {
        Device<SignalFunctions> bob = Open(Alice, Bob, itself: null);
        Assert.That(bob.Decrypt("somebody", alice.Encrypt(Bob, [1]), out _), Is.EqualTo(DecryptFailure.None));
    }

    [TestCase("Alice")]
    [TestCase("a11ce000-0000-4000-8000-000000000001", Description = "no device")]
    [TestCase("a11ce000-0000-4000-8000-000000000001.0")]
    [TestCase("a11ce000-0000-4000-8000-000000000001.128")]
    [TestCase(" a11ce000-0000-4000-8000-000000000001.1")]
    [TestCase("0x1ce000-0000-4000-8000-000000000001.1")]
    [TestCase("+11ce000-0000-4000-8000-000000000001.1")]
    [TestCase("{a11ce000-0000-4000-8000-000000000001}.1")]
    public void WithANameThatIsNoServiceIdNothingIsWritten(string own)
    {
        Open(own, Bob, Bob);
        Assert.That(Field(alice.Encrypt(Bob, [1])), Is.Null);
    }

    /// <summary>Alice, who has just opened a session, and Bob.</summary>
    private Device<SignalFunctions> Open(string? own, string asAliceKnowsBob, string? itself)
    {
        Device<SignalFunctions> bob = Create(itself, "bob");
        alice = Create(own, "alice");
        Assert.That(alice.StartSession(asAliceKnowsBob, bob.Publish()), Is.EqualTo(BundleFailure.None));
        return bob;
    }

    private Device<SignalFunctions> Create(string? address, string name)
    {
        SeededRandom own = random.Child(name);
        return Device.Create(Profile.Triple.Functions(own), own, handshake: Profile.Triple.HandshakeFunctions(own), address: address);
    }

    private static string? Field(CiphertextMessage message)
    {
        ReadOnlySpan<byte> inner = message.Type == CiphertextType.PreKey ? message.Parse().Message.Span : message.Bytes.Span;
        return SignalMessage.TryFind(inner[1..^SignalMessage.MacSize], SignalMessage.Addresses, out ReadOnlySpan<byte> value) ? Hex.Of(value) : null;
    }
}
