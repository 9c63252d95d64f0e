using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>Makes a <see cref="Session{TFunctions}"/> from a saved state.</summary>
public static class Session
{
    /// <summary>Goes on from a saved state, under the same suite or under another.</summary>
    /// <param name="functions">The suite.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="random">Where a post-quantum ratchet takes its key pairs and encapsulations from; a Double Ratchet draws from its suite alone.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static Session<TFunctions> Resume<TFunctions>(
        TFunctions functions, SessionState state, RandomSource random, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions => Resume(functions, state, random, limits ?? RatchetLimits.Signal, addresses: null);

    internal static Session<TFunctions> Resume<TFunctions>(
        TFunctions functions, SessionState state, RandomSource random, RatchetLimits limits, MessageAddresses? addresses)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(random);
        IRatchet ratchet = SessionRatchet.Resume(functions, state.Ratchet, random, limits);
        return new(state.LocalIdentity, state.RemoteIdentity, state.BaseKey, state.Pending, ratchet, addresses);
    }
}
