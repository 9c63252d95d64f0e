namespace CryptoLessons.Tests.Oracle;

/// <summary>Forgery oracles with one wrong rule each. A comparison that cannot tell them from the true one proves nothing.</summary>
internal static class BrokenForgeryOracles
{
    /// <summary>Every wrong oracle by the name of its mistake.</summary>
    internal static IReadOnlyDictionary<string, ForgeryOracle> All { get; } = new Dictionary<string, ForgeryOracle>
    {
        ["the owner is hijacked for ever"] = new OwnerForEver(),
        ["the owner is safe once the peer has answered, arrived or not"] = new OwnerUntilSent(),
        ["the peer is hijacked for ever"] = new PeerForEver(),
        ["the peer is safe once the owner has answered, arrived or not"] = new PeerUntilSent(),
        ["the peer is hijacked without its ratchet key"] = new WithoutNextRatchetKey(),
        ["the peer's ratchet key is known only when the owner has it"] = new NextRatchetKeyOnlyWhenArrived(),
        ["the own chain is open from its start"] = new OwnChainFromStart(),
        ["receiving chains are open from their start"] = new ReceivingChainsFromStart(),
        ["skipped seeds are no loot"] = new DropsSkipStore(),
        ["kept chains older than the newest are no loot"] = new ForgetsOlderChains(),
        ["chain -1 is not kept"] = new ForgetsPreKeyChain(),
        ["chain -1 is kept for ever"] = new KeepsPreKeyChainForEver(),
        ["chain s+1 closes with the owner's answer"] = new NextChainClosesEarly(),
        ["own slots close with chain s+2"] = new OwnChainClosesEarly(),
        ["nothing opens beyond what was sent"] = new NothingBeyondWhatWasSent(),
        ["a used slot opens again"] = new UsedSlotOpens(),
        ["a skipped slot stays closed"] = new SkippedSlotStaysClosed(),
        ["a chain that the victim has not seen stays closed"] = new UnseenChainStaysClosed(),
        ["chains are never evicted"] = new NeverEvictsChains(),
        ["seeds are never evicted"] = new NeverEvictsSeeds(),
        ["any jump is allowed"] = new AnyJump(),
    };

    private sealed class OwnerForEver : ForgeryOracle
    {
        protected override ForgeryPrediction TowardsOwner(ForgeryMoment moment) => ForgeryPrediction.Accepted;
    }

    private sealed class OwnerUntilSent : ForgeryOracle
    {
        protected override ForgeryPrediction TowardsOwner(ForgeryMoment moment) => Answer(moment.SentIn(moment.NextChain) == 0);
    }

    private sealed class PeerForEver : ForgeryOracle
    {
        protected override ForgeryPrediction TowardsPeer(ForgeryMoment moment) =>
            KnowsNextRatchetKey(moment) ? ForgeryPrediction.Accepted : ForgeryPrediction.Impossible;
    }

    private sealed class PeerUntilSent : ForgeryOracle
    {
        protected override ForgeryPrediction TowardsPeer(ForgeryMoment moment) =>
            KnowsNextRatchetKey(moment) ? Answer(moment.SentIn(moment.StolenChain + 2) == 0) : ForgeryPrediction.Impossible;
    }

    private sealed class WithoutNextRatchetKey : ForgeryOracle
    {
        protected override bool KnowsNextRatchetKey(ForgeryMoment moment) => true;
    }

    private sealed class NextRatchetKeyOnlyWhenArrived : ForgeryOracle
    {
        protected override bool KnowsNextRatchetKey(ForgeryMoment moment) => moment.OwnerNow.OwnChain > moment.StolenChain;
    }

    private sealed class OwnChainFromStart : ForgeryOracle
    {
        protected override bool HoldsOwnSlot(PartyState theft, int index) => true;
    }

    private sealed class ReceivingChainsFromStart : ForgeryOracle
    {
        protected override bool HoldsPeerSlot(ReceivingChain stolen, int index) => true;
    }

    private sealed class DropsSkipStore : ForgeryOracle
    {
        protected override bool HoldsPeerSlot(ReceivingChain stolen, int index) => index >= stolen.Next;
    }

    private sealed class ForgetsOlderChains : ForgeryOracle
    {
        protected override IEnumerable<ReceivingChain> ChainKeys(PartyState theft, Limits limits) =>
            base.ChainKeys(theft, limits).TakeLast(1);
    }

    private sealed class ForgetsPreKeyChain : ForgeryOracle
    {
        protected override bool KeepsPreKeyChain(PartyState state, Limits limits) => false;
    }

    private sealed class KeepsPreKeyChainForEver : ForgeryOracle
    {
        protected override bool KeepsPreKeyChain(PartyState state, Limits limits) => state.OwnChain % 2 == 0;
    }

    private sealed class NextChainClosesEarly : ForgeryOracle
    {
        protected override ForgeryPrediction InNextChain(ForgeryMoment moment, int index) =>
            moment.OwnerNow.OwnChain > moment.StolenChain && KnowsNextRatchetKey(moment)
                ? ForgeryPrediction.Refused
                : base.InNextChain(moment, index);
    }

    // What the table says word for word of a thief who waits: with chain s+2 nothing is accepted any more.
    private sealed class OwnChainClosesEarly : ForgeryOracle
    {
        protected override ForgeryPrediction InOwnChain(ForgeryMoment moment, int index) =>
            moment.PeerNow.OwnChain > moment.NextChain && HoldsOwnSlot(moment.Theft, index)
                ? ForgeryPrediction.Refused
                : base.InOwnChain(moment, index);
    }

    // The pseudo-code of the paper, which skips up to PN and then drops the chain.
    private sealed class NothingBeyondWhatWasSent : ForgeryOracle
    {
        protected override ForgeryPrediction InReceivingChain(ForgeryMoment moment, int chain, int index) =>
            base.InReceivingChain(moment, chain, index) is ForgeryPrediction.Accepted && index >= moment.SentIn(chain)
                ? ForgeryPrediction.Refused
                : base.InReceivingChain(moment, chain, index);
    }

    private sealed class UsedSlotOpens : ForgeryOracle
    {
        protected override Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
            base.Receive(victim, at, limits) is Reception.Duplicate ? Reception.Accepted : base.Receive(victim, at, limits);
    }

    private sealed class SkippedSlotStaysClosed : ForgeryOracle
    {
        protected override Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
            victim.Kept.Exists(kept => kept.Chain == at.Chain && kept.Next > at.Index)
                ? Reception.Duplicate
                : base.Receive(victim, at, limits);
    }

    private sealed class UnseenChainStaysClosed : ForgeryOracle
    {
        protected override Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
            at.Chain > victim.OwnChain ? Reception.ChainEvicted : base.Receive(victim, at, limits);
    }

    private sealed class NeverEvictsChains : ForgeryOracle
    {
        protected override Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
            base.Receive(victim, at, limits) is Reception.ChainEvicted ? Reception.Accepted : base.Receive(victim, at, limits);
    }

    // With the store full, whatever lies below its lowest index is taken for one that was evicted.
    private sealed class NeverEvictsSeeds : ForgeryOracle
    {
        protected override Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
            victim.Kept.Exists(kept => kept.Chain == at.Chain && kept.Skipped.Count == limits.SkippedSeeds && at.Index < kept.Skipped[0])
                ? Reception.Accepted
                : base.Receive(victim, at, limits);
    }

    private sealed class AnyJump : ForgeryOracle
    {
        protected override Reception Receive(PartyState victim, Coordinates at, Limits limits) =>
            base.Receive(victim, at, limits with { ForwardJump = int.MaxValue });
    }
}
