using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>Makes a <see cref="TripleRatchet{TFunctions}"/>: for the initiator, for the responder, or from a saved state.</summary>
public static class TripleRatchet
{
    /// <summary>The initiator's ratchets, which may send at once.</summary>
    /// <param name="functions">The party's own suite.</param>
    /// <param name="secret">What the handshake agreed on, with a key for the post-quantum ratchet; copied, the caller wipes its own.</param>
    /// <param name="theirSignedPreKey">The responder's signed prekey, which serves as its first ratchet key.</param>
    /// <param name="random">Where the post-quantum ratchet's key pairs and encapsulations come from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <returns>Null when <paramref name="theirSignedPreKey"/> is a low-order point.</returns>
    public static TripleRatchet<TFunctions>? Initiate<TFunctions>(
        TFunctions functions, SessionSecret secret, DhPublicKey theirSignedPreKey, RandomSource random, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions =>
        DoubleRatchet.Initiate(functions, secret, theirSignedPreKey, limits) is { } ec
            ? new(functions, ec, SparsePostQuantumRatchet.Start(Key(secret), SpqrDirection.A2B, random, limits?.PostQuantum))
            : null;

    /// <summary>The responder's ratchets.</summary>
    /// <param name="functions">The party's own suite.</param>
    /// <param name="secret">What the handshake agreed on, with a key for the post-quantum ratchet; copied, the caller wipes its own.</param>
    /// <param name="signedPreKey">The signed prekey that the initiator used; copied.</param>
    /// <param name="random">Where the post-quantum ratchet's key pairs and encapsulations come from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static TripleRatchet<TFunctions> Accept<TFunctions>(
        TFunctions functions, SessionSecret secret, DhKeyPair signedPreKey, RandomSource random, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions => new(
            functions,
            DoubleRatchet.Accept(functions, secret, signedPreKey, limits),
            SparsePostQuantumRatchet.Start(Key(secret), SpqrDirection.B2A, random, limits?.PostQuantum));

    /// <summary>Goes on from a saved state, under the same suite or under another.</summary>
    /// <param name="functions">The party's own suite.</param>
    /// <param name="state">A state with a post-quantum ratchet's; copied, the caller keeps its own.</param>
    /// <param name="random">Where the post-quantum ratchet's key pairs and encapsulations come from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <exception cref="ArgumentException">The state is that of a Double Ratchet alone.</exception>
    public static TripleRatchet<TFunctions> Resume<TFunctions>(
        TFunctions functions, RatchetState state, RandomSource random, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.PostQuantum is not { } pq)
            throw new ArgumentException("There is no post-quantum ratchet in the state: a Double Ratchet goes on from it.", nameof(state));
        return new(functions, DoubleRatchet.Resume(functions, state, limits), SparsePostQuantumRatchet.Resume(pq, random, limits?.PostQuantum));
    }

    private static SpqrAuthKey Key(SessionSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.PostQuantum ?? throw new ArgumentException(
            "The handshake agreed on no key for a post-quantum ratchet: a Double Ratchet begins with its secret.", nameof(secret));
    }
}
