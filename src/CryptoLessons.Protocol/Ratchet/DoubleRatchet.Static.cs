using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>Makes a <see cref="DoubleRatchet{TFunctions}"/>: for the initiator, for the responder, or from a saved state.</summary>
public static class DoubleRatchet
{
    /// <summary>RatchetInitAlice: the initiator's ratchet, which may send at once.</summary>
    /// <param name="functions">The party's own suite.</param>
    /// <param name="secret">What the handshake agreed on; copied, the caller wipes its own.</param>
    /// <param name="theirSignedPreKey">The responder's signed prekey, which serves as its first ratchet key.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <returns>Null when <paramref name="theirSignedPreKey"/> is a low-order point.</returns>
    public static DoubleRatchet<TFunctions>? Initiate<TFunctions>(
        TFunctions functions, SessionSecret secret, DhPublicKey theirSignedPreKey, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(secret);
        DhKeyPair dhs = functions.GenerateDh();
        using var dhOut = functions.Dh(dhs, theirSignedPreKey);
        if (dhOut is null)
            return null;
        var (rk, cks) = functions.KdfRk(secret.RootKey, dhOut);
        // The responder may use its first chain before it ever hears from the initiator; the handshake gave the key for it.
        var firstReceivingChain = new ReceivingChain(theirSignedPreKey, secret.ChainKey.Copy());
        return new(functions, new RatchetState(dhs, rk, cks, 0, 0, [firstReceivingChain]), limits ?? RatchetLimits.Signal);
    }

    /// <summary>RatchetInitBob: the responder's ratchet, which makes its first Diffie-Hellman step when it receives.</summary>
    /// <param name="functions">The party's own suite.</param>
    /// <param name="secret">What the handshake agreed on; copied, the caller wipes its own.</param>
    /// <param name="signedPreKey">The signed prekey that the initiator used; copied.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static DoubleRatchet<TFunctions> Accept<TFunctions>(
        TFunctions functions, SessionSecret secret, DhKeyPair signedPreKey, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(signedPreKey);
        var state = new RatchetState(signedPreKey.Copy(), secret.RootKey.Copy(), secret.ChainKey.Copy(), 0, 0, []);
        return new(functions, state, limits ?? RatchetLimits.Signal);
    }

    /// <summary>Goes on from a saved state, under the same suite or under another.</summary>
    /// <param name="functions">The party's own suite.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static DoubleRatchet<TFunctions> Resume<TFunctions>(TFunctions functions, RatchetState state, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(functions, state.Copy(), limits ?? RatchetLimits.Signal);
    }
}
