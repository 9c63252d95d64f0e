namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>One message as sent: by whom, its place in the Double Ratchet, and its field of the post-quantum ratchet.</summary>
internal sealed record TripleMessage(Party From, Coordinates At, SpqrField Field);

/// <summary>One delivery as played, with the answer of both ratchets and what the receiver's post-quantum ratchet held before and after.</summary>
internal sealed record TripleDelivery(int Message, Reception Ratchet, SpqrReception Spqr, SpqrParty Before, SpqrParty After)
{
    /// <summary>Whether the message opens: both ratchets have a key.</summary>
    internal bool Accepted => Ratchet == Reception.Accepted && Spqr == SpqrReception.Accepted;
}

/// <summary>What a thief copied of both ratchets.</summary>
internal sealed record TripleSnapshot(Snapshot Ratchet, SpqrParty Spqr)
{
    /// <summary>Whether there are session keys at all.</summary>
    internal bool HasSession => Ratchet.Held.HasSession;
}

/// <summary>A schedule as played with the Triple Ratchet.</summary>
internal sealed record TriplePlayback(
    Schedule Schedule,
    IReadOnlyList<TripleMessage> Messages,
    IReadOnlyList<TripleDelivery> Deliveries,
    IReadOnlyList<TripleSnapshot> Seizures)
{
    /// <summary>Whether each Deliver event, in order, is accepted.</summary>
    internal IReadOnlyList<bool> Accepted => [.. Deliveries.Select(delivery => delivery.Accepted)];

    /// <summary>What of it concerns the Double Ratchet and a thief, with these seizures only.</summary>
    internal Playback DoubleRatchet(IEnumerable<TripleSnapshot> seizures) =>
        new([.. Messages.Select(message => message.At)], [], [.. seizures.Select(seizure => seizure.Ratchet)], Schedule.OneTimePreKey);
}
