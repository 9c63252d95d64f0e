namespace CryptoLessons.Tests.Oracle;

/// <summary>Oracles with one wrong rule each. A comparison that cannot tell them from the true one proves nothing.</summary>
internal static class BrokenOracles
{
    /// <summary>Every wrong oracle by the name of its mistake.</summary>
    internal static IReadOnlyDictionary<string, SeizureOracle> All { get; } = new Dictionary<string, SeizureOracle>
    {
        ["drops the skip store"] = new DropsSkipStore(),
        ["heals one chain early"] = new HealsEarly(),
        ["heals one chain late"] = new HealsLate(),
        ["forgets kept chains older than the newest"] = new ForgetsOlderChains(),
        ["no forward secrecy in own chain"] = new NoForwardSecrecyInOwnChain(),
        ["no forward secrecy in receiving chains"] = new NoForwardSecrecyInReceivingChains(),
        ["ignores the signed prekey"] = new IgnoresSignedPreKey(),
        ["ignores that a one-time prekey is deleted"] = new IgnoresDeletedOneTimePreKey(),
        ["ignores an unspent one-time prekey"] = new IgnoresUnspentOneTimePreKey(),
        ["takes the initiator's device for the responder's"] = new TakesInitiatorForResponder(),
        ["takes prekeys for a session"] = new TakesPreKeysForSession(),
        ["adds single seizures up"] = new AddsUp(),
    };

    private sealed class DropsSkipStore : SeizureOracle
    {
        protected override IEnumerable<Coordinates> SkippedSeeds(PartyState held) => [];
    }

    private sealed class HealsEarly : SeizureOracle
    {
        protected override bool StepOpens(int e, IReadOnlySet<int> K, IReadOnlySet<int> D) => K.Contains(e - 1) && D.Contains(e);
    }

    private sealed class HealsLate : SeizureOracle
    {
        protected override bool StepOpens(int e, IReadOnlySet<int> K, IReadOnlySet<int> D) =>
            base.StepOpens(e, K, D) || (K.Contains(e - 1) && D.Contains(e - 2));
    }

    private sealed class ForgetsOlderChains : SeizureOracle
    {
        protected override IEnumerable<ReceivingChain> ChainKeys(PartyState held) => held.Kept.TakeLast(1);
    }

    private sealed class NoForwardSecrecyInOwnChain : SeizureOracle
    {
        protected override int OwnStart(PartyState held) => 0;
    }

    private sealed class NoForwardSecrecyInReceivingChains : SeizureOracle
    {
        protected override int ReceivingStart(ReceivingChain chain) => 0;
    }

    private sealed class IgnoresSignedPreKey : SeizureOracle
    {
        protected override bool OpensHandshake(Snapshot snapshot, bool oneTimePreKey) => false;
    }

    private sealed class IgnoresDeletedOneTimePreKey : SeizureOracle
    {
        protected override bool OpensHandshake(Snapshot snapshot, bool oneTimePreKey) => snapshot.OpensHandshake(oneTimePreKey: false);
    }

    private sealed class IgnoresUnspentOneTimePreKey : SeizureOracle
    {
        protected override bool OpensHandshake(Snapshot snapshot, bool oneTimePreKey) =>
            !oneTimePreKey && snapshot.OpensHandshake(oneTimePreKey);
    }

    private sealed class TakesInitiatorForResponder : SeizureOracle
    {
        protected override bool OpensHandshake(Snapshot snapshot, bool oneTimePreKey) =>
            base.OpensHandshake(snapshot with { Of = Party.Bob }, oneTimePreKey);
    }

    private sealed class TakesPreKeysForSession : SeizureOracle
    {
        protected override bool HoldsSession(PartyState held) => true;
    }

    // Without d_e a step never meets a root key that another seizure opened: what is left is the union of the single readings.
    private sealed class AddsUp : SeizureOracle
    {
        protected override bool StepOpens(int e, IReadOnlySet<int> K, IReadOnlySet<int> D) => K.Contains(e - 1) && D.Contains(e - 1);
    }
}
