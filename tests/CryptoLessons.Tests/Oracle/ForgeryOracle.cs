namespace CryptoLessons.Tests.Oracle;

/// <summary>Which forgeries an honest device accepts after the theft of one session state: the table for a thief on the wire, from the
/// protocol's definition alone. Nothing persists: each attempt is judged as the only one. Each row, and each rule that rows share, is a
/// method of its own, so that a test can break one at a time.</summary>
internal class ForgeryOracle
{
    /// <summary>What becomes of this attempt at this moment.</summary>
    internal ForgeryPrediction Predict(ForgeryAttempt attempt, ForgeryMoment moment) => attempt switch
    {
        HijackOwner => TowardsOwner(moment),
        HijackPeer => TowardsPeer(moment),
        SlotAsOwner(int index) => InOwnChain(moment, index),
        SlotAsPeer(int chain, int index) => InReceivingChain(moment, chain, index),
        SlotAsPeerInNextChain(int index) => InNextChain(moment, index),
        _ => throw new ArgumentException($"Unknown attempt {attempt.GetType().Name}.", nameof(attempt)),
    };

    /// <summary>Hijack of the owner. RK_s is stolen and d_s known, so the thief's own key makes a step that the owner makes too, until the
    /// first genuine message of chain s+1 replaces both.</summary>
    protected virtual ForgeryPrediction TowardsOwner(ForgeryMoment moment) => Answer(moment.OwnerNow.OwnChain == moment.StolenChain);

    /// <summary>Hijack of the peer. RK_(s+1) comes from RK_s, d_s and the peer's public d_(s+1); the peer makes the thief's step as long as
    /// it sends in chain s+1, which the first genuine message of chain s+2 ends.</summary>
    protected virtual ForgeryPrediction TowardsPeer(ForgeryMoment moment) =>
        KnowsNextRatchetKey(moment) ? Answer(moment.PeerNow.OwnChain == moment.NextChain) : ForgeryPrediction.Impossible;

    /// <summary>A slot as the owner, in chain s.</summary>
    protected virtual ForgeryPrediction InOwnChain(ForgeryMoment moment, int index) =>
        HoldsOwnSlot(moment.Theft, index)
            ? Answer(Receive(moment.PeerNow, new(moment.StolenChain, index), moment.Limits))
            : ForgeryPrediction.Impossible;

    /// <summary>A slot as the peer, in a receiving chain kept at the theft.</summary>
    protected virtual ForgeryPrediction InReceivingChain(ForgeryMoment moment, int chain, int index) =>
        ChainKeys(moment.Theft, moment.Limits).FirstOrDefault(kept => kept.Chain == chain) is { } stolen && HoldsPeerSlot(stolen, index)
            ? Answer(Receive(moment.OwnerNow, new(chain, index), moment.Limits))
            : ForgeryPrediction.Impossible;

    /// <summary>A slot as the peer, in chain s+1: the whole chain opens once its ratchet key was in a header.</summary>
    protected virtual ForgeryPrediction InNextChain(ForgeryMoment moment, int index) =>
        KnowsNextRatchetKey(moment)
            ? Answer(Receive(moment.OwnerNow, new(moment.NextChain, index), moment.Limits))
            : ForgeryPrediction.Impossible;

    /// <summary>Whether the peer's public d_(s+1) is on record. One message sent is enough, arrived or not.</summary>
    protected virtual bool KnowsNextRatchetKey(ForgeryMoment moment) => moment.SentIn(moment.NextChain) > 0;

    /// <summary>Whether the loot gives message <paramref name="index"/> of chain s: what was sent before stays closed.</summary>
    protected virtual bool HoldsOwnSlot(PartyState theft, int index) => index >= theft.Sent;

    /// <summary>Whether the loot gives message <paramref name="index"/> of a stolen receiving chain: from the chain key on, or one of the
    /// skipped seeds.</summary>
    protected virtual bool HoldsPeerSlot(ReceivingChain stolen, int index) => index >= stolen.Next || stolen.Skipped.Contains(index);

    /// <summary>The receiving chains in the loot, the oldest first.</summary>
    protected virtual IEnumerable<ReceivingChain> ChainKeys(PartyState theft, Limits limits) =>
        KeepsPreKeyChain(theft, limits) ? theft.Kept.Prepend(PreKeyChain) : theft.Kept;

    /// <summary>Whether this is Alice's state with chain -1 still kept. The model leaves that chain out, so there must be room for it.</summary>
    protected virtual bool KeepsPreKeyChain(PartyState state, Limits limits) =>
        state.OwnChain % 2 == 0 && state.Kept.Count < limits.ReceivingChains;

    /// <summary>What the victim answers to a message whose key is right. Whether that message was ever sent, it cannot know; so a chain
    /// that is kept stays open beyond what was sent.</summary>
    protected virtual Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
        at.Chain == SlotAsPeer.PreKeyChain && KeepsPreKeyChain(victim, limits)
            ? PreKeyChain.Judge(at.Index, limits)
            : victim.Judge(at, limits);

    /// <summary>The prediction for a forgery that the thief can make.</summary>
    protected static ForgeryPrediction Answer(bool accepted) => accepted ? ForgeryPrediction.Accepted : ForgeryPrediction.Refused;

    private static ReceivingChain PreKeyChain { get; } = ReceivingChain.Fresh(SlotAsPeer.PreKeyChain);

    private static ForgeryPrediction Answer(Reception reception) => Answer(reception == Reception.Accepted);
}
