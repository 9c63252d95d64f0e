using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>A phone of the messenger's that a thief bought: recipients open what it writes.</summary>
internal static class ThiefPhone
{
    /// <summary>A phone with keys of the thief's own.</summary>
    public static Device<RatchetFunctions> New(Transcript transcript, RandomSource random)
    {
        using DeviceState state = Device.NewState(random);
        return Resume(transcript, random, state);
    }

    /// <summary>A phone with these keys.</summary>
    public static Device<RatchetFunctions> Resume(Transcript transcript, RandomSource random, DeviceState state) =>
        Device.Resume(transcript.Phone(random), random, state, handshake: transcript.Profile.HandshakeFunctions(random));
}
