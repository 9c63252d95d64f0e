using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What a desk delivered about one person, and whether that was before something was over.</summary>
/// <param name="At">When it was delivered, UTC.</param>
/// <param name="Lines">Lines of who wrote to whom.</param>
/// <param name="LastTo">To whom the person's last message went; null when the answer does not tell.</param>
/// <param name="Texts">Messages that can be read.</param>
/// <param name="InTime">Whether it was delivered before the end.</param>
public sealed record DeskDelivery(DateTimeOffset At, int Lines, string? LastTo, int Texts, bool InTime)
{
    internal static DeskDelivery Of(DeskAnswer answer, string person, DateTimeOffset end)
    {
        IReadOnlyList<DeliveryRecord> lines = answer.Disclosure?.Deliveries ?? [];
        return new(
            answer.At, lines.Count, lines.LastOrDefault(line => line.From == person)?.To, answer.Disclosure?.Plaintexts.Count ?? 0, answer.At <= end);
    }
}
