using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>The session states of one person's phone at one moment.</summary>
/// <param name="owner">Whose phone.</param>
/// <param name="sessions">The states of the sessions with each peer, by the peer's name; copies.</param>
public sealed class SessionLoot(string owner, IReadOnlyDictionary<string, SessionRecord> sessions)
{
    /// <summary>Whose phone.</summary>
    public string Owner { get; } = owner;

    /// <summary>The states of the sessions with each peer, by the peer's name.</summary>
    public IReadOnlyDictionary<string, SessionRecord> Sessions { get; } = sessions;
}
