using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>Makes a <see cref="Session{TFunctions}"/> from a saved state.</summary>
public static class Session
{
    /// <summary>Goes on from a saved state, under the same suite or under another.</summary>
    /// <param name="functions">The suite.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static Session<TFunctions> Resume<TFunctions>(TFunctions functions, SessionState state, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(state);
        DoubleRatchet<TFunctions> ratchet = DoubleRatchet.Resume(functions, state.Ratchet, limits);
        return new(state.LocalIdentity, state.RemoteIdentity, state.BaseKey, state.Pending, ratchet);
    }
}
