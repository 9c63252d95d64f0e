using System.Text;
using CryptoLessons.Adversary;

namespace CryptoLessons.Tests;

/// <summary>Short scripts for tests: who says something, message by message.</summary>
internal static class TestScripts
{
    public static readonly DateTimeOffset Start = new(2017, 3, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A conversation of Alice (A) and Bob (B), such as "AABAB", a minute between messages; Carol writes to Dave once beside it.</summary>
    public static Script Between(string speakers)
    {
        var messages = speakers.Select((speaker, i) => Message(i + 1, speaker == 'A' ? "Alice" : "Bob", speaker == 'A' ? "Bob" : "Alice")).ToList();
        messages.Insert(messages.Count / 2, Message(speakers.Length + 1, "Carol", "Dave"));
        return new(messages, speakers.Length);
    }

    /// <summary>A conversation of some people in which each message goes to all others, such as "ABAC", a minute between messages.</summary>
    public static Script Among(IReadOnlyList<string> people, string speakers) => new(
        [
            .. speakers.Select((speaker, i) =>
            {
                string from = people.Single(person => person[0] == speaker);
                return Message(i + 1, from, "") with { To = [.. people.Where(person => person != from)] };
            }),
        ],
        speakers.Length);

    private static ScriptedMessage Message(int number, string from, string to) =>
        new(number, from, [to], Start.AddMinutes(number), Encoding.UTF8.GetBytes($"message {number} from {from}"));
}
