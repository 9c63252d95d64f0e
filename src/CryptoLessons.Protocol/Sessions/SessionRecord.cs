namespace CryptoLessons.Protocol.Sessions;

/// <summary>The states of all sessions with one peer, as a phone stores them.</summary>
/// <param name="current">The session in which messages are sent; null when it was archived and none has taken its place.</param>
/// <param name="previous">Archived sessions, newest first, which still receive.</param>
public sealed class SessionRecord(SessionState? current, IReadOnlyList<SessionState> previous) : IDisposable
{
    /// <summary>Largest number of archived sessions kept, the newest; Signal's library has the same.</summary>
    public const int MostArchived = 40;

    /// <summary>The session in which messages are sent; null when it was archived and none has taken its place.</summary>
    public SessionState? Current { get; } = current;

    /// <summary>Archived sessions, newest first, which still receive.</summary>
    public IReadOnlyList<SessionState> Previous { get; } = previous;

    /// <summary>The current session, then the archived ones.</summary>
    public IEnumerable<SessionState> All => Current is null ? Previous : Previous.Prepend(Current);

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        foreach (SessionState session in All)
            session.Dispose();
    }
}
