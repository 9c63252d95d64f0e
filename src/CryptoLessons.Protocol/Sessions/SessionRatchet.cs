using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>Makes a session's ratchet: the Triple Ratchet where the handshake agreed on a key for it, else the Double Ratchet alone.</summary>
internal static class SessionRatchet
{
    public static IRatchet? Initiate<TFunctions>(
        TFunctions functions, SessionSecret secret, DhPublicKey theirSignedPreKey, RandomSource random, RatchetLimits limits)
        where TFunctions : RatchetFunctions => secret.PostQuantum is null
            ? DoubleRatchet.Initiate(functions, secret, theirSignedPreKey, limits)
            : TripleRatchet.Initiate(functions, secret, theirSignedPreKey, random, limits);

    public static IRatchet Accept<TFunctions>(
        TFunctions functions, SessionSecret secret, DhKeyPair signedPreKey, RandomSource random, RatchetLimits limits)
        where TFunctions : RatchetFunctions => secret.PostQuantum is null
            ? DoubleRatchet.Accept(functions, secret, signedPreKey, limits)
            : TripleRatchet.Accept(functions, secret, signedPreKey, random, limits);

    public static IRatchet Resume<TFunctions>(TFunctions functions, RatchetState state, RandomSource random, RatchetLimits limits)
        where TFunctions : RatchetFunctions => state.PostQuantum is null
            ? DoubleRatchet.Resume(functions, state, limits)
            : TripleRatchet.Resume(functions, state, random, limits);
}
