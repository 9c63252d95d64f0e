namespace CryptoLessons.Tests.Oracle;

/// <summary>The table for exactly one seizure (docs/spec/what-a-seizure-opens.md), row by row and without a closure: a second formulation
/// beside <see cref="SeizureOracle"/>.</summary>
internal static class SingleSeizureTable
{
    /// <summary>The ordinals of the messages a passive attacker reads.</summary>
    /// <exception cref="ArgumentException">The schedule has no seizure, or more than one.</exception>
    internal static IReadOnlySet<int> Read(Schedule schedule)
    {
        Playback playback = RatchetModel.Play(schedule);
        if (playback.Seizures is not [Snapshot seizure])
            throw new ArgumentException($"The table is for one seizure, not {playback.Seizures.Count}.", nameof(schedule));
        return playback.Where(at => FromSession(seizure.Held, at) || FromDevice(seizure, playback.OneTimePreKey, at));
    }

    private static bool FromSession(PartyState held, Coordinates at)
    {
        if (!held.HasSession)
            return false;
        int distance = at.Chain - held.OwnChain;
        return distance switch
        {
            0 => at.Index >= held.Sent,
            1 => true,
            > 1 => false,
            _ => FromKeptChains(held, at),
        };
    }

    private static bool FromKeptChains(PartyState held, Coordinates at)
    {
        foreach (ReceivingChain chain in held.Kept)
        {
            if (chain.Chain == at.Chain)
                return at.Index >= chain.Next || chain.Skipped.Contains(at.Index);
        }

        return false;
    }

    // The prekeys open chain 0 back to its start. While Bob still sends in chain 1, his session adds d_1, and RK_0 with d_1 opens chain 1
    // back to its start too; once he left chain 1, d_1 is gone and the prekeys stop at chain 0.
    private static bool FromDevice(Snapshot seizure, bool oneTimePreKey, Coordinates at)
    {
        bool spent = oneTimePreKey && seizure.Held.HasSession;
        if (seizure.Of != Party.Bob || !seizure.WholeDevice || spent)
            return false;
        return at.Chain == 0 || (at.Chain == 1 && seizure.Held.OwnChain == 1);
    }
}
