using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>What the authority's key opens when nobody says who wrote to whom.</summary>
[TestFixture]
internal sealed class BlindOpeningTests
{
    private const int MacSize = 8;

    private DhKeyPair authority = null!;
    private Device<RatchetFunctions> alice = null!;
    private Device<RatchetFunctions> bob = null!;

    [SetUp]
    public void OpenASession()
    {
        var random = new SeededRandom(8);
        authority = DhKeyPair.Generate(random.Child("authority"));
        alice = Device.Create<RatchetFunctions>(new MessageKeyEscrow(new SignalFunctions(random.Child("a")), authority.Public, random.Child("s")), random.Child("alice"));
        bob = Device.Create<RatchetFunctions>(new SignalFunctions(random.Child("b")), random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
    }

    [TearDown]
    public void Wipe() => authority.Dispose();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(15)]
    [TestCase(16)]
    [TestCase(400)]
    public void OpensMessagesOfBothTypesAndOfAnyLength(int length)
    {
        byte[] plaintext = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        CiphertextMessage first = alice.Encrypt("Bob", plaintext);
        bob.Decrypt("Alice", first, out _);
        alice.Decrypt("Bob", bob.Encrypt("Alice", []), out _);
        CiphertextMessage second = alice.Encrypt("Bob", plaintext);
        Assert.That((first.Type, second.Type), Is.EqualTo((CiphertextType.PreKey, CiphertextType.Plain)));
        foreach (CiphertextMessage message in (CiphertextMessage[])[first, second])
        {
            Assert.That(BlindOpening.Open(message, authority, out byte[] opened), Is.EqualTo(Outcome.Opened));
            Assert.That(opened, Is.EqualTo(plaintext));
        }
    }

    [Test]
    public void FindsNoKeyWhereNoneWasSealedToIt()
    {
        CiphertextMessage message = alice.Encrypt("Bob", [1]);
        bob.Decrypt("Alice", message, out _);
        using var another = DhKeyPair.Generate(new SeededRandom(9));
        Assert.That(BlindOpening.Open(message, another, out byte[] opened), Is.EqualTo(Outcome.NoKey));
        Assert.That(BlindOpening.Open(bob.Encrypt("Alice", [1]), authority, out _), Is.EqualTo(Outcome.NoKey));
        Assert.That(opened, Is.Empty);
    }

    [Test]
    public void CannotTellThatTheMacIsWrong()
    {
        CiphertextMessage message = alice.Encrypt("Bob", [1, 2, 3]);
        bob.Decrypt("Alice", message, out _);
        alice.Decrypt("Bob", bob.Encrypt("Alice", []), out _);
        byte[] bytes = alice.Encrypt("Bob", [1, 2, 3]).Bytes.ToArray();
        bytes[^1] ^= 1;
        var tampered = new CiphertextMessage(CiphertextType.Plain, bytes);
        Assert.That(bob.Decrypt("Alice", tampered, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
        Assert.That(BlindOpening.Open(tampered, authority, out byte[] opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo((byte[])[1, 2, 3]));
    }

    [Test]
    public void RefusesACiphertextWhosePaddingDoesNotFit()
    {
        bob.Decrypt("Alice", alice.Encrypt("Bob", []), out _);
        alice.Decrypt("Bob", bob.Encrypt("Alice", []), out _);
        byte[] bytes = alice.Encrypt("Bob", new byte[16]).Bytes.ToArray();
        // Two blocks: a bit of the first turns over the same bit of the second, which is all padding.
        const int FieldSize = 82;
        bytes[^(MacSize + FieldSize + 17)] ^= 1;
        Assert.That(BlindOpening.Open(new(CiphertextType.Plain, bytes), authority, out byte[] opened), Is.EqualTo(Outcome.WrongKey));
        Assert.That(opened, Is.Empty);
    }

    [Test]
    public void RefusesEveryTruncatedMessage()
    {
        byte[] outer = alice.Encrypt("Bob", [1]).Bytes.ToArray();
        Assert.That(PreKeySignalMessage.Parse(outer, out PreKeySignalMessage? message), Is.EqualTo(DecryptFailure.None));
        AssertNoneOpens(CiphertextType.PreKey, outer, outer.Length - 1);
        AssertNoneOpens(CiphertextType.Plain, message!.Message.ToArray(), message.Message.Length - MacSize);
    }

    private void AssertNoneOpens(CiphertextType type, byte[] whole, int below)
    {
        for (int length = 0; length < below; length++)
            Assert.That(BlindOpening.Open(new(type, whole.AsMemory(0, length)), authority, out _), Is.Not.EqualTo(Outcome.Opened), $"{length} bytes");
    }
}
