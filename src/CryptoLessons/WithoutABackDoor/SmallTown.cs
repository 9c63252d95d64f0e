using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>People of a small town who write to each other: talks between two, with answers in seconds, scattered over some hours.</summary>
/// <remarks>Who knows whom, who starts, when, and how fast an answer comes, is drawn; what holds for them need not hold for people.</remarks>
public static class SmallTown
{
    /// <summary>The first resident.</summary>
    public const string First = "Alice";

    private const int MostTurns = 6;
    private const int SlowestAnswer = 50;
    private const int FastestAnswer = 5;

    private static readonly string[] Names = [First, "Bob", "Carol", "Dave"];

    /// <summary>Writes what they say, as one conversation in the order of time.</summary>
    /// <param name="random">The seed's stream.</param>
    /// <param name="people">How many people, at least 3: each knows the next, and somebody else who is drawn.</param>
    /// <param name="talks">How many talks.</param>
    /// <param name="begins">The time of the first message at the earliest.</param>
    /// <param name="span">Within which time all talks begin, at least a second.</param>
    /// <param name="firstResident">From which resident on the names are taken: two towns can have nobody in common.</param>
    public static Script Write(SeededRandom random, int people, int talks, DateTimeOffset begins, TimeSpan span, int firstResident = 0)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(talks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.FromSeconds(1));
        var said = new List<(DateTimeOffset Time, int From, int To)>();
        int[] friends = [.. Enumerable.Range(0, people).Select(person => (person + 2 + Next(random, people - 2)) % people)];
        for (int talk = 0; talk < talks; talk++)
        {
            int one = Next(random, people);
            int other = Next(random, 2) == 0 ? (one + 1) % people : friends[one];
            DateTimeOffset time = begins.AddSeconds(Next(random, (int)span.TotalSeconds));
            for (int turns = 1 + Next(random, MostTurns); turns > 0; turns--, (one, other) = (other, one))
            {
                said.Add((time, one, other));
                time = time.AddSeconds(FastestAnswer + Next(random, SlowestAnswer - FastestAnswer));
            }
        }
        ScriptedMessage[] messages =
        [
            .. said.OrderBy(message => message.Time)
                .Select((message, i) => Message(i + 1, Name(firstResident + message.From), Name(firstResident + message.To), message.Time)),
        ];
        return new(messages, messages.Length);
    }

    /// <summary>The same, with one message more: the last of whoever sends it.</summary>
    /// <param name="script">What is said otherwise.</param>
    /// <param name="from">Who sends it, and writes no more after it.</param>
    /// <param name="to">To whom.</param>
    /// <param name="time">When, UTC.</param>
    public static Script WithLast(this Script script, string from, string to, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(script);
        ScriptedMessage[] messages =
        [
            .. script.Messages.Where(message => message.From != from || message.Time < time)
                .Append(Message(0, from, to, time))
                .OrderBy(message => message.Time)
                .Select((message, i) => Message(i + 1, message.From, message.To[0], message.Time)),
        ];
        return new(messages, messages.Length);
    }

    private static ScriptedMessage Message(int number, string from, string to, DateTimeOffset time) =>
        new(number, from, [to], time, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"message {number} of {from}")));

    private static string Name(int person) =>
        person < Names.Length ? Names[person] : string.Create(CultureInfo.InvariantCulture, $"resident {person + 1}");

    private static int Next(RandomSource random, int below)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        random.Fill(bytes);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes) % (uint)below);
    }
}
