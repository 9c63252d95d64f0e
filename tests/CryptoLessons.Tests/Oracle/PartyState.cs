using System.Collections.Immutable;

namespace CryptoLessons.Tests.Oracle;

/// <summary>What one party's session holds, in integers.</summary>
/// <param name="OwnChain">s, the chain the party sends in; -1 for Bob before his first receipt.</param>
/// <param name="Sent">i, the messages already sent in chain s.</param>
/// <param name="Kept">The receiving chains kept, the oldest first.</param>
internal sealed record PartyState(int OwnChain, int Sent, ImmutableList<ReceivingChain> Kept)
{
    /// <summary>Alice at the start. libsignal also lists Bob's prekey chain as received; nothing is ever sent in it, and as the oldest
    /// it is always the first to be dropped, so it needs no place here.</summary>
    internal static PartyState Initiator { get; } = new(0, 0, []);

    /// <summary>Bob at the start: prekeys, and no session.</summary>
    internal static PartyState Responder { get; } = new(-1, 0, []);

    /// <summary>Whether there is a session, and so a chain to send in.</summary>
    internal bool HasSession => OwnChain >= 0;

    /// <summary>The state after sending one more message.</summary>
    internal PartyState AfterSend() => this with { Sent = Sent + 1 };

    /// <summary>Whether the message at <paramref name="at"/> opens now.</summary>
    internal Reception Judge(Coordinates at, Limits limits) =>
        Find(at.Chain)?.Judge(at.Index, limits) ?? Reception.ChainEvicted;

    /// <summary>The state after accepting the message at <paramref name="at"/>: the first message of chain s+1 makes both half steps at
    /// once, and the party's own chain becomes s+2 (the eager variant).</summary>
    internal PartyState After(Coordinates at, Limits limits)
    {
        ReceivingChain chain = Find(at.Chain)!;
        ReceivingChain after = chain.After(at.Index, limits);
        int place = Kept.IndexOf(chain);
        if (place >= 0)
            return this with { Kept = Kept.SetItem(place, after) };
        ImmutableList<ReceivingChain> kept = Kept.Add(after);
        int evicted = Math.Max(0, kept.Count - limits.ReceivingChains);
        return new PartyState(OwnChain + 2, 0, kept.RemoveRange(0, evicted));
    }

    // The peer leaves chain s+1 only after an answer in s+2, so a chain that is not kept is either the next one or evicted.
    private ReceivingChain? Find(int chain) =>
        Kept.Find(kept => kept.Chain == chain) ?? (chain == NextReceivingChain ? ReceivingChain.Fresh(chain) : null);

    private int NextReceivingChain => OwnChain + 1;
}
