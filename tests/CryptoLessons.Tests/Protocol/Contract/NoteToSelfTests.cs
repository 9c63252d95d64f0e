using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>Two devices of one person share the identity key: between them a message may skip any number of others.</summary>
[TestFixture]
internal sealed class NoteToSelfTests
{
    private const int OneMoreThanTheLimit = 25_001;

    [TestCase(true, DecryptFailure.None)]
    [TestCase(false, DecryptFailure.TooFarAhead)]
    public void OnlyASessionWithOneselfJumpsAnyDistance(bool sameIdentity, DecryptFailure expected)
    {
        var random = new SeededRandom(7);
        Device<SignalFunctions> phone = NewDevice(random.Child("phone"));
        using DeviceState state = phone.Snapshot();
        SeededRandom tabletRandom = random.Child("tablet");
        Device<SignalFunctions> tablet = sameIdentity
            ? Device.Resume(new SignalFunctions(tabletRandom.Child("ratchet")), tabletRandom, state)
            : NewDevice(tabletRandom);
        Assert.That(phone.StartSession("tablet", tablet.Publish()), Is.EqualTo(BundleFailure.None));
        Assert.That(tablet.Decrypt("phone", phone.Encrypt("tablet", "first"u8), out _), Is.EqualTo(DecryptFailure.None));
        for (int i = 0; i < OneMoreThanTheLimit; i++)
            phone.Encrypt("tablet", []);
        Assert.That(tablet.Decrypt("phone", phone.Encrypt("tablet", "far ahead"u8), out _), Is.EqualTo(expected));
    }

    private static Device<SignalFunctions> NewDevice(SeededRandom random) => Device.Create(new SignalFunctions(random.Child("ratchet")), random);
}
