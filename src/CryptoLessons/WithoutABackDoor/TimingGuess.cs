using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>How well the senders of sealed messages are guessed from their times.</summary>
/// <param name="Right">How many guesses name the true sender.</param>
/// <param name="Guessed">How many guesses there are.</param>
/// <param name="Messages">How many messages.</param>
/// <param name="Contacts">The contact graph that the guesses make, held against the truth.</param>
public sealed record TimingGuess(int Right, int Guessed, int Messages, ContactScore Contacts)
{
    /// <summary>Guesses, and holds the guesses against the truth.</summary>
    /// <param name="log">A log whose deliveries are the script's messages, in order.</param>
    /// <param name="script">The truth.</param>
    /// <param name="window">How near is near.</param>
    public static TimingGuess Of(RelayLog log, Script script, TimeSpan window)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(script);
        var guesses = new GuessSendersByTiming(window).Run(log);
        string[] truth = [.. script.Messages.SelectMany(message => message.To.Select(_ => message.From))];
        HashSet<Contact> contacts =
            [.. guesses.Zip(log.Deliveries).Where(pair => pair.First is not null).Select(pair => new Contact(pair.First!, pair.Second.To))];
        return new(
            guesses.Zip(truth).Count(pair => pair.First == pair.Second),
            guesses.Count(guess => guess is not null),
            truth.Length,
            ContactScore.Of(contacts, script));
    }
}
