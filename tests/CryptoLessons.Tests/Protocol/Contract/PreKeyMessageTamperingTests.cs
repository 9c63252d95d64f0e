using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A tampered prekey message opens no session, replaces none, and uses no prekey up.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class PreKeyMessageTamperingTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin()
    {
        (alice, bob) = (new(suite, "alice"), new(suite, "bob"));
        alice.Starts(bob, bob.Publish());
    }

    [Test]
    public void AFlippedByteOpensNoSession()
    {
        byte[] message = alice.Send(bob, "genuine").Bytes.ToArray();
        RefusesEveryFlip(message);
        Assert.That(bob.Device.HasSession(alice.Name), Is.False);
        bob.Opens(alice, new(CiphertextType.PreKey, message), "genuine");
    }

    [Test]
    public void AFlippedByteLeavesTheOpenSessionAlone()
    {
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        byte[] message = alice.Send(bob, "genuine").Bytes.ToArray();
        RefusesEveryFlip(message);
        bob.Opens(alice, new(CiphertextType.PreKey, message), "genuine");
    }

    [Test]
    public void AFlippedByteLeavesAnArchivedSessionWhereItIs()
    {
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        byte[] message = alice.Send(bob, "genuine").Bytes.ToArray();
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "second session"), "second session");
        bob.Publish();
        RefusesEveryFlip(message);
        bob.Opens(alice, new(CiphertextType.PreKey, message), "genuine");
    }

    [Test]
    public void TheInnerMessageOfAnotherSessionIsRefused()
    {
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        CiphertextMessage known = alice.Send(bob, "known");
        alice.Starts(bob, bob.Publish());
        CiphertextMessage fresh = alice.Send(bob, "fresh");
        bob.Refuses(alice, known.With(parsed => parsed with { Message = fresh.Parse().Message }), suite.OfAnotherSession);
        bob.Refuses(alice, fresh.With(parsed => parsed with { Message = known.Parse().Message }), DecryptFailure.NotAuthentic);
        bob.Opens(alice, fresh, "fresh");
        bob.Refuses(alice, known.With(parsed => parsed with { Message = fresh.Parse().Message }), suite.OfAnotherSession);
        bob.Opens(alice, known, "known");
    }

    [Test]
    public void ATruncatedMessageOpensNoSession()
    {
        byte[] message = alice.Send(bob, "genuine").Bytes.ToArray();
        for (int length = 0; length < message.Length; length++)
            bob.Refuses(alice, new(CiphertextType.PreKey, message.AsMemory(0, length)), DecryptFailure.Malformed);
    }

    [Test]
    public void APreKeyMessageAsAPlainOneAndTheOtherWayRoundAreRefused()
    {
        CiphertextMessage first = alice.Send(bob, "first");
        bob.Refuses(alice, first with { Type = CiphertextType.Plain }, DecryptFailure.NoSession);
        bob.Opens(alice, first, "first");
        bob.RefusesSomehow(alice, alice.Send(bob, "second") with { Type = CiphertextType.Plain }, "prekey message as a plain one");
        alice.Opens(bob, bob.Send(alice, "answer"), "answer");
        bob.RefusesSomehow(alice, alice.Send(bob, "third") with { Type = CiphertextType.PreKey }, "plain message as a prekey message");
    }

    [TestCase(0x23, DecryptFailure.OldVersion)]
    [TestCase(0x53, DecryptFailure.UnknownVersion)]
    public void AnotherVersionIsRefusedOutsideAndInside(byte version, DecryptFailure failure)
    {
        byte[] message = alice.Send(bob, "genuine").Bytes.ToArray();
        bob.Refuses(alice, new(CiphertextType.PreKey, (byte[])[version, .. message.AsSpan(1)]), failure);
        byte[] inside = [.. message];
        inside[InnerOffset(message)] = version;
        bob.Refuses(alice, new(CiphertextType.PreKey, inside), failure);
        bob.Opens(alice, new(CiphertextType.PreKey, message), "genuine");
    }

    [Test]
    public void TheRegistrationNumberIsNotAuthenticated()
    {
        PreKeySignalMessage parsed = Parse(alice.Send(bob, "genuine").Bytes);
        bob.Opens(alice, new(CiphertextType.PreKey, (parsed with { RegistrationId = uint.MaxValue }).Serialize()), "genuine");
    }

    [Test]
    public void AStrangersIdentityUnderAKnownNameIsRefused()
    {
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        var mallory = new DeviceParty(suite, "alice", seed: 666);
        mallory.Starts(bob, bob.Publish());
        bob.Refuses(mallory, mallory.Send(bob, "it is me"), DecryptFailure.UntrustedIdentity);
        bob.Opens(alice, alice.Send(bob, "second"), "second");
    }

    [Test]
    public void AnotherIdentityInTheMessageIsRefused()
    {
        var mallory = new DeviceParty(suite, "mallory");
        byte[] stolen = (Parse(alice.Send(bob, "genuine").Bytes) with { IdentityKey = mallory.Device.IdentityKey }).Serialize();
        bob.Refuses(mallory, new(CiphertextType.PreKey, stolen), DecryptFailure.NotAuthentic);
    }

    /// <summary>Flips bits of every byte that is authenticated: all but the outer low nibble, the registration number and, once the session is open,
    /// the prekey numbers, which nobody looks at then.</summary>
    private void RefusesEveryFlip(byte[] message)
    {
        int registration = InnerOffset(message) + Parse(message).Message.Length;
        bool open = bob.Device.HasSession(alice.Name);
        int signed = registration + 1 + message.AsSpan(registration + 1).IndexOfAnyInRange<byte>(0x00, 0x7F) + 1;
        Assert.That((message[1], message[registration], message[signed]), Is.EqualTo(((byte)0x08, (byte)0x28, (byte)0x30)));
        // Behind it stands the post-quantum part, where there is one: number, type, and a ciphertext of which a byte here and there will do.
        IEnumerable<int> preKeyId = [1, 2], signedPreKeyId = [signed, signed + 1];
        IEnumerable<int> postQuantum = Enumerable.Range(signed + 2, message.Length - signed - 2).Where(i => i < signed + 8 || i % 191 == 0);
        IEnumerable<int> all = [0, .. Enumerable.Range(3, registration - 3), .. open ? [] : preKeyId.Concat(signedPreKeyId).Concat(postQuantum)];
        foreach (int i in all)
            foreach (byte mask in new byte[] { 0x01, 0x08, 0x10, 0x80, 0xFF })
            {
                if (i == 0 && mask < 0x10)
                    continue;
                byte[] flipped = [.. message];
                flipped[i] ^= mask;
                bob.RefusesSomehow(alice, new(CiphertextType.PreKey, flipped), $"byte {i} xor {mask:X2}");
            }
    }

    private static int InnerOffset(byte[] message) => message.AsSpan().IndexOf(Parse(message).Message.Span);

    private static PreKeySignalMessage Parse(ReadOnlyMemory<byte> message)
    {
        Assert.That(PreKeySignalMessage.Parse(message, out PreKeySignalMessage? parsed), Is.EqualTo(DecryptFailure.None));
        return parsed!;
    }
}
