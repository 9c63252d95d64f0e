using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>Follows the Double Ratchet from stolen session states: forwards as far as they reach, and not one step back.</summary>
public sealed class ReadAfterSessionSeizure : IAttack<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(SessionSeizureView view) => Read(view, []);

    internal static IReadOnlyList<Guess> Read(SessionSeizureView view, IReadOnlyList<DeviceLoot> devices)
    {
        ArgumentNullException.ThrowIfNull(view);
        var guesses = new Dictionary<int, Guess>();
        foreach (WireSession session in WireSession.In(view.Transcript, view.Sessions.Select(loot => loot.Owner).ToHashSet()))
        {
            var stolen = new StolenRatchet(session);
            foreach (SessionLoot loot in view.Sessions)
                stolen.Learn(loot);
            foreach (DeviceLoot loot in devices)
                stolen.Learn(loot);
            stolen.Read(guesses);
        }
        return [.. guesses.Values];
    }
}
