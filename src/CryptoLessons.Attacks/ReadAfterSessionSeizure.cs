using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>Follows the Double Ratchet from stolen session states: forwards as far as they reach, and not one step back.</summary>
public sealed class ReadAfterSessionSeizure : IAttack<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(SessionSeizureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Read(view.Transcript, view.Sessions, []);
    }

    internal static IReadOnlyList<Guess> Read(Transcript transcript, IReadOnlyList<SessionLoot> sessions, IReadOnlyList<DeviceLoot> devices)
    {
        var guesses = new Dictionary<int, Guess>();
        foreach (var (people, pair) in WirePair.In(transcript, sessions.Select(loot => loot.Owner).ToHashSet()))
        {
            var stolen = new StolenRatchet(pair);
            foreach (SessionLoot loot in sessions)
                foreach (var (peer, record) in loot.Sessions)
                    if (WirePair.Of(loot.Owner, peer) == people)
                        stolen.Learn(loot.Owner, peer, record);
            foreach (DeviceLoot loot in devices)
                stolen.Learn(loot);
            stolen.Read(guesses);
        }
        return [.. guesses.Values];
    }
}
