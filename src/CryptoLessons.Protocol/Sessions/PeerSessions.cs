using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>All sessions with one peer: the current one, in which messages are sent, and archived ones, which still receive.</summary>
/// <remarks>
/// Two devices that open sessions with each other at the same time have two. Whatever message arrives makes its session the
/// current one, so that both end up sending in the same.
/// </remarks>
/// <typeparam name="TFunctions">The device's suite.</typeparam>
internal sealed class PeerSessions<TFunctions>
    where TFunctions : RatchetFunctions
{
    private readonly List<Session<TFunctions>> previous;

    public PeerSessions(Session<TFunctions>? current = null, params IEnumerable<Session<TFunctions>> previous) =>
        (Current, this.previous) = (current, [.. previous]);

    /// <summary>The session in which messages are sent; null when it was archived and none has taken its place.</summary>
    public Session<TFunctions>? Current { get; private set; }

    private IEnumerable<Session<TFunctions>> All => Current is null ? previous : previous.Prepend(Current);

    /// <summary>The session that a base key opened; null when none of those kept.</summary>
    public Session<TFunctions>? OpenedBy(DhPublicKey baseKey) => All.FirstOrDefault(session => session.BaseKey.Equals(baseKey));

    /// <summary>Makes a session the current one, whether it is new or was archived; the oldest archived one may fall out.</summary>
    public void Promote(Session<TFunctions> session)
    {
        if (session == Current)
            return;
        previous.Remove(session);
        Archive();
        Current = session;
    }

    /// <summary>Archives the current session: from now on it only receives.</summary>
    public void Archive()
    {
        if (Current is null)
            return;
        Current.Acknowledge();
        previous.Insert(0, Current);
        Current = null;
        if (previous.Count <= SessionRecord.MostArchived)
            return;
        previous[^1].Wipe();
        previous.RemoveAt(SessionRecord.MostArchived);
    }

    /// <summary>Tries a message in the current session, then in the archived ones; the one that opens it becomes the current one.</summary>
    /// <param name="message">A message in a session.</param>
    /// <param name="identity">The identity key trusted for the peer: sessions with another are not tried.</param>
    /// <param name="plaintext">The plaintext; empty when the message is refused.</param>
    /// <returns><see cref="DecryptFailure.None"/>, or why the first session that was tried refused; nothing has changed then.</returns>
    public DecryptFailure Decrypt(ReadOnlyMemory<byte> message, DhPublicKey identity, out byte[] plaintext)
    {
        plaintext = [];
        DecryptFailure? first = Current is null ? null : Decrypt(Current, message, identity, out plaintext);
        // A used slot belongs to its session and to no other.
        if (first is DecryptFailure.None or DecryptFailure.Duplicate)
            return first.Value;
        foreach (Session<TFunctions> session in previous)
        {
            DecryptFailure failure = Decrypt(session, message, identity, out plaintext);
            if (failure == DecryptFailure.None)
                Promote(session);
            if (failure is DecryptFailure.None or DecryptFailure.Duplicate)
                return failure;
            first ??= failure;
        }
        return first ?? DecryptFailure.NoSession;
    }

    private static DecryptFailure Decrypt(Session<TFunctions> session, ReadOnlyMemory<byte> message, DhPublicKey identity, out byte[] plaintext)
    {
        plaintext = [];
        return session.RemoteIdentity.Equals(identity) ? session.Decrypt(message, out plaintext) : DecryptFailure.UntrustedIdentity;
    }

    /// <summary>A copy of all states.</summary>
    public SessionRecord Snapshot() => new(Current?.Snapshot(), [.. previous.Select(session => session.Snapshot())]);
}
