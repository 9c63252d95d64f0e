namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>Which post-quantum keys seizures give, message by message and without a closure: a second formulation beside
/// <see cref="TripleSeizureOracle.Keys"/>. One seizure opens at most one epoch that its phone has not yet, and no two open more together:
/// who holds what the secret of an epoch comes from holds the root key before it, too.</summary>
internal static class SpqrKeyTable
{
    /// <summary>The ordinals of the messages whose post-quantum key some seizure gives.</summary>
    internal static IReadOnlySet<int> Keys(TriplePlayback playback) => Enumerable.Range(0, playback.Messages.Count)
        .Where(ordinal => playback.Seizures.Any(seizure => Opens(seizure, playback.Messages[ordinal], playback.Schedule.OneTimePreKey)))
        .ToHashSet();

    private static bool Opens(TripleSnapshot seizure, TripleMessage message, bool oneTimePreKey)
    {
        int epoch = message.Field.KeyEpoch;
        bool session = seizure.HasSession;
        if (epoch == 0 && (seizure.Ratchet.OpensHandshake(oneTimePreKey) || (session && seizure.Spqr.Negotiating)))
            return true;
        SpqrChains chains = seizure.Spqr.Chains;
        if (!session || epoch < chains.Kept[0].Epoch || epoch > chains.Current + 1)
            return false;
        if (epoch == chains.Current + 1)
            return seizure.Spqr.Braid.HoldsDecapsulationKey;
        KeyEpoch kept = chains.Kept[epoch - chains.Kept[0].Epoch];
        return message.From == seizure.Ratchet.Of
            ? message.Field.Index > kept.Sent
            : message.Field.Index > kept.Receiving.Counter || kept.Receiving.Stored.Contains(message.Field.Index);
    }
}
