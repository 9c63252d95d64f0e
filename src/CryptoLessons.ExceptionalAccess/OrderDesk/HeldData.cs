using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>All that a provider holds at one moment.</summary>
/// <param name="Log">Its log.</param>
/// <param name="Queue">The messages that wait for their recipients, as they were encrypted.</param>
/// <param name="Messages">The messages that it can read; none where they are encrypted from end to end.</param>
public sealed record HeldData(RelayLog Log, IReadOnlyList<Envelope> Queue, IReadOnlyList<HeldMessage> Messages)
{
    /// <summary>What it holds of one customer.</summary>
    /// <param name="person">The customer.</param>
    /// <param name="covered">Of which time; the account's two dates are of no time in particular.</param>
    /// <returns>Null when the person is no customer.</returns>
    public Disclosure? Of(string person, Period covered) => Log.Account(person) is not { } account
        ? null
        : new(
            account,
            [.. Log.Deliveries.Where(line => (line.From == person || line.To == person) && covered.Contains(line.Time))],
            [.. Log.Connections.Where(line => line.Person == person && covered.Contains(line.Time))],
            [.. Queue.Where(envelope => (envelope.From == person || envelope.To == person) && covered.Contains(envelope.Time))],
            [.. Messages.Where(message => (message.From == person || message.To.Contains(person)) && covered.Contains(message.Time))]);
}
