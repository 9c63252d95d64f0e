using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What one log answers to an investigator's questions, without any key.</summary>
/// <param name="Contacts">Who wrote to whom, held against the truth.</param>
/// <param name="WroteTo">To whom the person in question wrote in the minutes in question.</param>
/// <param name="Recipients">How many people got a message in these minutes: among so many lies the answer that a log does not give.</param>
/// <param name="LastSeen">When any contact who looks sees that the person was last there.</param>
/// <param name="Watched">How many moments at which the person was connected any contact learns who looks once a minute.</param>
/// <param name="LastDay">The day of the last connection, which even the shortest log has.</param>
/// <param name="TextsInTheLog">How many messages can be read in the log.</param>
public sealed record LogAnswers(
    ContactScore Contacts,
    IReadOnlyList<string> WroteTo,
    int Recipients,
    DateTimeOffset? LastSeen,
    int Watched,
    DateOnly? LastDay,
    int TextsInTheLog)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>Puts the questions to a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="script">The truth, which counts what was found and finds nothing.</param>
    /// <param name="person">Whom they are about.</param>
    /// <param name="minutes">The minutes before the moment; the last of them is when a contact looks.</param>
    public static LogAnswers Of(RelayLog log, Script script, string person, Period minutes)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(script);
        byte[] file = Encoding.UTF8.GetBytes(log.ToString());
        return new(
            ContactScore.Of(log.Contacts, script),
            [.. log.WrittenBy(person, minutes.From, minutes.Until).Select(line => line.To).Distinct()],
            log.Deliveries.Where(line => minutes.Contains(line.Time)).Select(line => line.To).Distinct().Count(),
            log.LastSeen(person, minutes.Until),
            Looks(script).Select(now => log.LastSeen(person, now)).OfType<DateTimeOffset>().Distinct().Count(),
            log.Account(person)?.LastConnected,
            script.Messages.Count(message => file.AsSpan().IndexOf(message.Plaintext.Span) >= 0));
    }

    private static IEnumerable<DateTimeOffset> Looks(Script script)
    {
        DateTimeOffset end = script.Messages.Max(message => message.Time) + Look;
        for (DateTimeOffset now = script.Messages.Min(message => message.Time); now <= end; now += Look)
            yield return now;
    }
}
