namespace CryptoLessons.Tests.Oracle;

/// <summary>What a passive attacker who recorded every ciphertext, lost and future ones included, reads with all seizures of a schedule
/// together: the closure of docs/spec/what-a-seizure-opens.md. Each rule is a method of its own, so that
/// a test can break one at a time.</summary>
internal class SeizureOracle
{
    /// <summary>The ordinals of the messages read with every seizure of the schedule.</summary>
    internal IReadOnlySet<int> Read(Schedule schedule)
    {
        Playback playback = RatchetModel.Play(schedule);
        return Read(playback, playback.Seizures);
    }

    /// <summary>The ordinals of the messages read with these seizures only.</summary>
    internal IReadOnlySet<int> Read(Playback playback, IEnumerable<Snapshot> seizures)
    {
        // The specification's names: K root keys held, D ratchet private keys held, start first readable index, ones single seeds.
        HashSet<int> K = [];
        HashSet<int> D = [];
        Dictionary<int, int> start = [];
        HashSet<Coordinates> ones = [];
        foreach (Snapshot snapshot in seizures)
        {
            if (OpensHandshake(snapshot, playback.OneTimePreKey))
            {
                K.Add(-1);
                D.Add(-1);
            }

            if (!HoldsSession(snapshot.Held))
                continue;
            K.Add(snapshot.Held.OwnChain);
            D.Add(snapshot.Held.OwnChain);
            Lower(start, snapshot.Held.OwnChain, OwnStart(snapshot.Held));
            foreach (ReceivingChain chain in ChainKeys(snapshot.Held))
                Lower(start, chain.Chain, ReceivingStart(chain));
            ones.UnionWith(SkippedSeeds(snapshot.Held));
        }

        int last = playback.Messages.Select(message => message.Chain).DefaultIfEmpty(-1).Max();
        for (int e = 0; e <= last; e++)
        {
            if (StepOpens(e, K, D))
            {
                K.Add(e);
                start[e] = 0;
            }
        }

        return playback.Where(at => (start.TryGetValue(at.Chain, out int first) && at.Index >= first) || ones.Contains(at));
    }

    /// <summary>Whether the loot holds K_-1 and d_-1.</summary>
    protected virtual bool OpensHandshake(Snapshot snapshot, bool oneTimePreKey) => snapshot.OpensHandshake(oneTimePreKey);

    /// <summary>Whether there are session keys at all: before his first receipt Bob has only prekeys.</summary>
    protected virtual bool HoldsSession(PartyState held) => held.HasSession;

    /// <summary>The first readable index of the own chain: what was sent before stays closed (forward secrecy).</summary>
    protected virtual int OwnStart(PartyState held) => held.Sent;

    /// <summary>The receiving chains whose chain key is in the loot: all that are kept.</summary>
    protected virtual IEnumerable<ReceivingChain> ChainKeys(PartyState held) => held.Kept;

    /// <summary>The first readable index of a kept receiving chain, seeds apart.</summary>
    protected virtual int ReceivingStart(ReceivingChain chain) => chain.Next;

    /// <summary>The single messages whose skipped seed is in the loot.</summary>
    protected virtual IEnumerable<Coordinates> SkippedSeeds(PartyState held) =>
        held.Kept.SelectMany(chain => chain.Skipped.Select(index => new Coordinates(chain.Chain, index)));

    /// <summary>Whether DH step <paramref name="e"/> is computable: RK_(e-1), and one private key of DH(d_e, d_(e-1)).</summary>
    protected virtual bool StepOpens(int e, IReadOnlySet<int> K, IReadOnlySet<int> D) =>
        K.Contains(e - 1) && (D.Contains(e) || D.Contains(e - 1));

    private static void Lower(Dictionary<int, int> start, int chain, int index) =>
        start[chain] = Math.Min(index, start.GetValueOrDefault(chain, int.MaxValue));
}
