using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Everybody comes to a provider's desks with requests about one person, and this is what they were told.</summary>
/// <param name="Orders">Orders, good and bad, at the desk for courts.</param>
/// <param name="Believing">Emergency requests at a desk that believes a letterhead.</param>
/// <param name="Checking">The same requests at a desk that checks signatures.</param>
/// <param name="BelievingLog">What the first of these two wrote down: it cannot tell the forged from the genuine.</param>
/// <param name="CheckingLog">What the second wrote down.</param>
public sealed record DeskVisit(
    IReadOnlyList<DeskCase> Orders,
    IReadOnlyList<DeskCase> Believing,
    IReadOnlyList<DeskCase> Checking,
    IReadOnlyList<DeskLogEntry> BelievingLog,
    IReadOnlyList<DeskLogEntry> CheckingLog)
{
    internal static DeskVisit Pay(Provider provider, Requests requests, string target, string other, DateTimeOffset now)
    {
        var emergencies = requests.Emergencies(target, now).ToArray();
        return new(
            [.. requests.Orders(target, other, now).Select(one => new DeskCase(one.What, provider.Desk.Serve(one.Order).Refusal))],
            [.. emergencies.Select(one => new DeskCase(one.What, provider.Believing.Serve(one.Request).Refusal))],
            [.. emergencies.Select(one => new DeskCase(one.What, provider.Checking.Serve(one.Request).Refusal))],
            provider.Believing.Log,
            provider.Checking.Log);
    }
}
