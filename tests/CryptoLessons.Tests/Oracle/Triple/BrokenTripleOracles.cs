namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>Oracles with one wrong rule each about the post-quantum ratchet; those of the Double Ratchet have their own.</summary>
internal static class BrokenTripleOracles
{
    /// <summary>Every wrong oracle by the name of its mistake.</summary>
    internal static IReadOnlyDictionary<string, TripleSeizureOracle> All { get; } = new Dictionary<string, TripleSeizureOracle>
    {
        ["reads without the post-quantum key"] = new ReadsWithoutSpqr(),
        ["reads with either key"] = new ReadsWithEither(),
        ["forgets the epochs before the newest"] = new ForgetsOlderEpochs(),
        ["keeps dropped epochs"] = new KeepsDroppedEpochs(),
        ["forgets the epoch that is not yet sent in"] = new ForgetsNewestEpoch(),
        ["drops the stored keys"] = new DropsStoredKeys(),
        ["takes trimmed keys for wiped"] = new WipesTrimmedKeys(),
        ["counts the own chain from 0"] = new CountsSendingFromZero(),
        ["counts the other chain from 0"] = new CountsReceivingFromZero(),
        ["no forward secrecy in the own chain"] = new NoForwardSecrecyInOwnChain(),
        ["no forward secrecy in the other chain"] = new NoForwardSecrecyInReceivingChain(),
        ["ignores the decapsulation key"] = new IgnoresDecapsulationKey(),
        ["ignores the authentication key in a session"] = new IgnoresAuthKey(),
        ["keeps the authentication key after the first receipt"] = new KeepsAuthKey(),
        ["ignores the prekeys"] = new IgnoresPreKeys(),
        ["never heals"] = new NeverHeals(),
        ["heals one epoch late"] = new HealsLate(),
    };

    private sealed class ReadsWithoutSpqr : TripleSeizureOracle
    {
        protected override IReadOnlySet<int> Together(IReadOnlySet<int> seeds, IReadOnlySet<int> keys) => seeds;
    }

    private sealed class ReadsWithEither : TripleSeizureOracle
    {
        protected override IReadOnlySet<int> Together(IReadOnlySet<int> seeds, IReadOnlySet<int> keys) => seeds.Union(keys).ToHashSet();
    }

    private sealed class ForgetsOlderEpochs : TripleSeizureOracle
    {
        protected override IEnumerable<KeyEpoch> Epochs(SpqrChains chains) => chains.Kept.Where(epoch => epoch.Epoch >= chains.SendEpoch);
    }

    private sealed class KeepsDroppedEpochs : TripleSeizureOracle
    {
        protected override IEnumerable<KeyEpoch> Epochs(SpqrChains chains) =>
            [.. Enumerable.Range(0, chains.Kept[0].Epoch).Select(KeyEpoch.Fresh), .. chains.Kept];
    }

    private sealed class ForgetsNewestEpoch : TripleSeizureOracle
    {
        protected override int Root(SpqrChains chains) => chains.SendEpoch;

        protected override IEnumerable<KeyEpoch> Epochs(SpqrChains chains) => chains.Kept.Where(epoch => epoch.Epoch <= chains.SendEpoch);

        protected override bool HoldsSecret(Braid braid) => braid.HoldsDecapsulationKey;
    }

    private sealed class DropsStoredKeys : TripleSeizureOracle
    {
        protected override IEnumerable<int> StoredKeys(SpqrReceivingChain chain, SpqrBounds bounds) => [];
    }

    private sealed class WipesTrimmedKeys : TripleSeizureOracle
    {
        protected override IEnumerable<int> StoredKeys(SpqrReceivingChain chain, SpqrBounds bounds) =>
            chain.Stored.Where(index => index + bounds.MaxOutOfOrder >= chain.Counter);
    }

    private sealed class CountsSendingFromZero : TripleSeizureOracle
    {
        protected override int SendingStart(KeyEpoch epoch) => epoch.Sent + 2;
    }

    private sealed class CountsReceivingFromZero : TripleSeizureOracle
    {
        protected override int ReceivingStart(SpqrReceivingChain chain) => chain.Counter + 2;
    }

    private sealed class NoForwardSecrecyInOwnChain : TripleSeizureOracle
    {
        protected override int SendingStart(KeyEpoch epoch) => 1;
    }

    private sealed class NoForwardSecrecyInReceivingChain : TripleSeizureOracle
    {
        protected override int ReceivingStart(SpqrReceivingChain chain) => 1;
    }

    private sealed class IgnoresDecapsulationKey : TripleSeizureOracle
    {
        protected override bool HoldsSecret(Braid braid) => braid.HoldsEncapsulation;
    }

    private sealed class IgnoresAuthKey : TripleSeizureOracle
    {
        protected override bool HoldsAuthKey(SpqrParty held) => false;
    }

    private sealed class KeepsAuthKey : TripleSeizureOracle
    {
        protected override bool HoldsAuthKey(SpqrParty held) => true;
    }

    private sealed class IgnoresPreKeys : TripleSeizureOracle
    {
        protected override bool OpensHandshake(TripleSnapshot snapshot, bool oneTimePreKey) => false;
    }

    private sealed class NeverHeals : TripleSeizureOracle
    {
        protected override bool StepOpens(int q, IReadOnlySet<int> N, IReadOnlySet<int> S) => N.Contains(q - 1);
    }

    private sealed class HealsLate : TripleSeizureOracle
    {
        protected override bool StepOpens(int q, IReadOnlySet<int> N, IReadOnlySet<int> S) =>
            N.Contains(q - 1) && (S.Contains(q) || S.Contains(q - 1));
    }
}
