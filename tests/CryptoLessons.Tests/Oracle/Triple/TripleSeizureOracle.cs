namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What a passive attacker who recorded every message reads of the Triple Ratchet with all seizures of a schedule together: the
/// rules of docs/spec/what-a-seizure-opens.md. Each rule is a method of its own, so that a test can break one at a time.</summary>
/// <param name="doubleRatchet">What it opens of the Double Ratchet; null for the true rules.</param>
internal class TripleSeizureOracle(SeizureOracle? doubleRatchet = null)
{
    private readonly SeizureOracle doubleRatchet = doubleRatchet ?? new();

    /// <summary>The ordinals of the messages read with every seizure.</summary>
    internal IReadOnlySet<int> Read(TriplePlayback playback) => Read(playback, playback.Seizures);

    /// <summary>The ordinals of the messages read with these seizures only.</summary>
    internal IReadOnlySet<int> Read(TriplePlayback playback, IReadOnlyList<TripleSnapshot> seizures) =>
        Together(Seeds(playback, seizures), Keys(playback, seizures));

    /// <summary>The ordinals of the messages whose seed in the Double Ratchet these seizures give, whatever the post-quantum key is.</summary>
    internal IReadOnlySet<int> Seeds(TriplePlayback playback, IReadOnlyList<TripleSnapshot> seizures)
    {
        Playback played = playback.DoubleRatchet(seizures);
        return doubleRatchet.Read(played, played.Seizures);
    }

    /// <summary>The ordinals of the messages whose post-quantum key these seizures give, whatever the Double Ratchet's is.</summary>
    internal IReadOnlySet<int> Keys(TriplePlayback playback, IReadOnlyList<TripleSnapshot> seizures)
    {
        // N: epochs after which the next root key is held. S: epochs whose secret is held. start: first open number of a chain. ones: single keys.
        HashSet<int> N = [];
        HashSet<int> S = [];
        Dictionary<(int Epoch, Party From), int> start = [];
        HashSet<(int Epoch, Party From, int Index)> ones = [];
        void Lower(int epoch, Party from, int index) => start[(epoch, from)] = Math.Min(index, start.GetValueOrDefault((epoch, from), int.MaxValue));
        void OpenWhole(int epoch)
        {
            N.Add(epoch);
            Lower(epoch, Party.Alice, 1);
            Lower(epoch, Party.Bob, 1);
        }

        foreach (TripleSnapshot snapshot in seizures)
        {
            if (OpensHandshake(snapshot, playback.Schedule.OneTimePreKey) || (snapshot.HasSession && HoldsAuthKey(snapshot.Spqr)))
                OpenWhole(0);
            if (!snapshot.HasSession)
                continue;
            Party own = snapshot.Ratchet.Of;
            Party peer = own == Party.Alice ? Party.Bob : Party.Alice;
            N.Add(Root(snapshot.Spqr.Chains));
            if (HoldsSecret(snapshot.Spqr.Braid))
                S.Add(snapshot.Spqr.Braid.Epoch);
            foreach (KeyEpoch epoch in Epochs(snapshot.Spqr.Chains))
            {
                Lower(epoch.Epoch, own, SendingStart(epoch));
                Lower(epoch.Epoch, peer, ReceivingStart(epoch.Receiving));
                ones.UnionWith(StoredKeys(epoch.Receiving, playback.Schedule.Limits.Spqr).Select(index => (epoch.Epoch, peer, index)));
            }
        }

        int last = playback.Messages.Select(message => message.Field.KeyEpoch).DefaultIfEmpty(0).Max();
        for (int q = 1; q <= last; q++)
            if (StepOpens(q, N, S))
                OpenWhole(q);

        return Enumerable.Range(0, playback.Messages.Count).Where(ordinal =>
        {
            (Party from, _, SpqrField field) = playback.Messages[ordinal];
            return (start.TryGetValue((field.KeyEpoch, from), out int first) && field.Index >= first)
                || ones.Contains((field.KeyEpoch, from, field.Index));
        }).ToHashSet();
    }

    /// <summary>A message needs a key of each ratchet.</summary>
    protected virtual IReadOnlySet<int> Together(IReadOnlySet<int> seeds, IReadOnlySet<int> keys) =>
        seeds.Intersect(keys).ToHashSet();

    /// <summary>Whether the loot makes the handshake again, and with it the authentication key.</summary>
    protected virtual bool OpensHandshake(TripleSnapshot snapshot, bool oneTimePreKey) => snapshot.Ratchet.OpensHandshake(oneTimePreKey);

    /// <summary>Whether the handshake's authentication key lies in the session: Alice's, until she receives a message.</summary>
    protected virtual bool HoldsAuthKey(SpqrParty held) => held.Negotiating;

    /// <summary>The epoch after which the next root key is held.</summary>
    protected virtual int Root(SpqrChains chains) => chains.Current;

    /// <summary>The epochs whose chain keys are in the loot: all that are kept.</summary>
    protected virtual IEnumerable<KeyEpoch> Epochs(SpqrChains chains) => chains.Kept;

    /// <summary>The first open number of the own chain.</summary>
    protected virtual int SendingStart(KeyEpoch epoch) => epoch.Sent + 1;

    /// <summary>The first open number of the other party's chain, stored keys apart.</summary>
    protected virtual int ReceivingStart(SpqrReceivingChain chain) => chain.Counter + 1;

    /// <summary>The single keys in the loot, also those that their owner would no longer take.</summary>
    protected virtual IEnumerable<int> StoredKeys(SpqrReceivingChain chain, SpqrBounds bounds) => chain.Stored;

    /// <summary>Whether the Braid holds what gives the secret of its epoch: the decapsulation key, or the randomness of the encapsulation.
    /// That enough of the ciphertext was sent needs no rule: nobody sends in an epoch before the ciphertext arrived whole.</summary>
    protected virtual bool HoldsSecret(Braid braid) => braid.HoldsDecapsulationKey || braid.HoldsEncapsulation;

    /// <summary>Whether epoch <paramref name="q"/> can be added: the root key before it, and its secret.</summary>
    protected virtual bool StepOpens(int q, IReadOnlySet<int> N, IReadOnlySet<int> S) => N.Contains(q - 1) && S.Contains(q);
}
