using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Attacks;

/// <summary>Guesses who sent messages whose sender is sealed: people answer each other, so messages to two who talk come close together.</summary>
/// <remarks>
/// It has a log and no key. Of everybody who got a message near the one in question, it names the one who gets messages near this
/// recipient's most often. A guess is no evidence: the verdict counts how many are right, and a log with the times mixed up is the control.
/// </remarks>
/// <param name="window">How near is near; a message as far away as this still is.</param>
public sealed class GuessSendersByTiming(TimeSpan window)
{
    /// <summary>A guess for each delivery of a log, in its order; null where nobody else got a message near it.</summary>
    public IReadOnlyList<string?> Run(RelayLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        DeliveryRecord[][] near = [.. log.Deliveries.Select(delivery => Near(log, delivery).ToArray())];
        var often = log.Deliveries.Zip(near)
            .SelectMany(pair => pair.Second.Select(other => Pair(pair.First.To, other.To)))
            .CountBy(pair => pair).ToDictionary();
        return
        [
            .. log.Deliveries.Zip(near, (delivery, others) => others
                .OrderByDescending(other => often[Pair(delivery.To, other.To)])
                .ThenBy(other => (other.Time - delivery.Time).Duration())
                .ThenBy(other => other.To, StringComparer.Ordinal)
                .FirstOrDefault()?.To),
        ];
    }

    private IEnumerable<DeliveryRecord> Near(RelayLog log, DeliveryRecord delivery) =>
        log.Deliveries.Where(other => other.To != delivery.To && (other.Time - delivery.Time).Duration() <= window);

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
