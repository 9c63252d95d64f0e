using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Between the devices of one person nobody makes work by skipping: a message may skip as many as it likes.</summary>
[TestFixture]
internal sealed class SelfSessionTests
{
    private const string Phone = "a11ce000-0000-4000-8000-000000000001.1";
    private const string Tablet = "a11ce000-0000-4000-8000-000000000001.2";
    private const string Somebody = "b0b00000-0000-4000-8000-000000000002.1";

    private static readonly RatchetLimits Small = RatchetLimits.Signal with { ForwardJump = 5, PostQuantum = new(MaxJump: 5, MaxOutOfOrderKeys: 2_000) };

    [TestCase(Tablet, true, ExpectedResult = DecryptFailure.None)]
    [TestCase(Tablet, false, ExpectedResult = DecryptFailure.TooFarAhead, Description = "another identity under the same account")]
    [TestCase(Somebody, true, ExpectedResult = DecryptFailure.TooFarAhead, Description = "another account with the same identity")]
    public DecryptFailure AMessageMaySkip(string receiver, bool sameIdentity)
    {
        var random = new SeededRandom(3);
        using var identity = DhKeyPair.Generate(random);
        Device<SignalFunctions> phone = Create(Phone, random.Child("phone"), identity);
        Device<SignalFunctions> other = Create(receiver, random.Child("other"), sameIdentity ? identity : DhKeyPair.Generate(random));
        Assert.That(phone.StartSession(receiver, other.Publish()), Is.EqualTo(BundleFailure.None));
        Assert.That(other.Decrypt(Phone, phone.Encrypt(receiver, [1]), out _), Is.EqualTo(DecryptFailure.None));
        for (int i = 0; i < 20; i++)
            phone.Encrypt(receiver, [2]);
        return other.Decrypt(Phone, phone.Encrypt(receiver, [3]), out _);
    }

    private static Device<SignalFunctions> Create(string address, SeededRandom random, DhKeyPair identity)
    {
        using DeviceState state = Device.NewState(random, identityKey: identity);
        return Device.Resume(Profile.Triple.Functions(random), random, state, Small, handshake: Profile.Triple.HandshakeFunctions(random), address: address);
    }
}
