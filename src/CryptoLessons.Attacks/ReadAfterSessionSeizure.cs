using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;

namespace CryptoLessons.Attacks;

/// <summary>Follows the Double Ratchet from stolen session states, and groups' chains from stolen sender keys: forwards as far as they reach, and
/// not one step back.</summary>
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
            var stolen = new StolenRatchet(pair, transcript.Profile);
            foreach (SessionLoot loot in sessions)
                foreach (var (peer, record) in loot.Sessions)
                    if (WirePair.Of(loot.Owner, peer) == people)
                        stolen.Learn(loot.Owner, peer, record);
            foreach (DeviceLoot loot in devices)
                stolen.Learn(loot);
            stolen.Read(guesses);
        }
        ReadGroups(transcript, sessions, guesses);
        return [.. guesses.Values];
    }

    /// <summary>Sender keys that lay on the phones or came in sessions that were read, and what they open.</summary>
    internal static void ReadGroups(Transcript transcript, IReadOnlyList<SessionLoot> sessions, Dictionary<int, Guess> guesses)
    {
        var stolen = new StolenSenderKeys();
        foreach (SessionLoot loot in sessions)
            stolen.Learn(loot);
        stolen.LearnFrom(guesses);
        stolen.Read(transcript, guesses);
    }
}
