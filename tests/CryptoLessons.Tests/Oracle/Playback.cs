namespace CryptoLessons.Tests.Oracle;

/// <summary>One delivery as played: which message, its place, the answer, and the receiver's state before and after.</summary>
internal sealed record Delivery(int Message, Coordinates At, Reception Reception, PartyState Before, PartyState After)
{
    /// <summary>Whether the message opens.</summary>
    internal bool Accepted => Reception == Reception.Accepted;
}

/// <summary>What a thief copied, and whether with the long-term keys of the device.</summary>
internal sealed record Snapshot(Party Of, bool WholeDevice, PartyState Held)
{
    /// <summary>Whether the loot opens the handshake (RK_-1 and the signed prekey d_-1). Only the responder's device does, and only
    /// without a one-time prekey that was used and deleted; the initiator's base key is deleted at once.</summary>
    internal bool OpensHandshake(bool oneTimePreKey) => Of == Party.Bob && WholeDevice && (!oneTimePreKey || !Held.HasSession);
}

/// <summary>A schedule as played.</summary>
/// <param name="Messages">The place of each message, by ordinal.</param>
/// <param name="Deliveries">One entry for each Deliver event, in order.</param>
/// <param name="Seizures">One entry for each Seize event, in order.</param>
/// <param name="OneTimePreKey">Whether the session began with a one-time prekey.</param>
internal sealed record Playback(
    IReadOnlyList<Coordinates> Messages,
    IReadOnlyList<Delivery> Deliveries,
    IReadOnlyList<Snapshot> Seizures,
    bool OneTimePreKey)
{
    /// <summary>Whether each Deliver event, in order, is accepted.</summary>
    internal IReadOnlyList<bool> Accepted => [.. Deliveries.Select(delivery => delivery.Accepted)];

    /// <summary>The ordinals of the messages whose place satisfies the condition.</summary>
    internal IReadOnlySet<int> Where(Func<Coordinates, bool> readable) =>
        Enumerable.Range(0, Messages.Count).Where(message => readable(Messages[message])).ToHashSet();
}
