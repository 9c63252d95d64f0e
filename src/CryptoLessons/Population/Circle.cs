using System.Buffers.Binary;
using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Population;

/// <summary>Two people who write to each other, or three where an odd one is left: a conversation, drawn anew each time it is asked for.</summary>
/// <param name="number">Number of the circle, from 1.</param>
/// <param name="users">How many people the whole population has.</param>
/// <param name="request">How long they write, and how often.</param>
internal sealed class Circle(int number, int users, PopulationRequest request)
{
    private const int Quarters = 4;

    /// <summary>How many circles so many people form.</summary>
    public static int CountOf(int users) => users / 2;

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> People { get; } =
    [
        .. from user in Enumerable.Range((2 * number) - 1, number == CountOf(users) ? 2 + (users % 2) : 2)
           select string.Create(CultureInfo.InvariantCulture, $"user {user}"),
    ];

    /// <summary>What they say, day by day: each sends as many messages a day as the others, at times and in an order that are drawn.</summary>
    public IEnumerable<ScriptedMessage> Messages()
    {
        SeededRandom random = new SeededRandom(request.Seed).Child(string.Create(CultureInfo.InvariantCulture, $"circle {number}"));
        var others = People.ToDictionary(person => person, person => People.Where(other => other != person).ToArray());
        int count = 0;
        for (int day = 0; day < request.Days; day++)
        {
            string[] senders = [.. Enumerable.Repeat(People, request.MessagesPerDay).SelectMany(people => people)];
            Shuffle(senders, random);
            TimeSpan slot = TimeSpan.FromDays(1) / senders.Length;
            for (int i = 0; i < senders.Length; i++)
            {
                DateTimeOffset time = PopulationRequest.Start.AddDays(day) + (slot * i) + (slot * Fraction(random));
                yield return new(++count, senders[i], others[senders[i]], time, SmallTalk.Encode(senders[i], time, SmallTalk.Draw(random)));
            }
        }
    }

    /// <summary>A sketch of the conversation, with its people and its length in time: enough for a design to be deployed for.</summary>
    public Script Sketch()
    {
        TimeSpan quarter = TimeSpan.FromDays(request.Days) / Quarters;
        return new(
            [
                .. from i in Enumerable.Range(0, Quarters + 1)
                   let time = PopulationRequest.Start + (i * quarter)
                   select new ScriptedMessage(i + 1, People[0], [.. People.Skip(1)], time, SmallTalk.Encode(People[0], time, SmallTalk.Listed)),
            ],
            Quarters + 1);
    }

    /// <summary>Above 0 and below 1: nothing is said at midnight itself.</summary>
    private static double Fraction(SeededRandom random)
    {
        Span<byte> draw = stackalloc byte[sizeof(ushort)];
        random.Fill(draw);
        return (BinaryPrimitives.ReadUInt16BigEndian(draw) + 1.0) / (ushort.MaxValue + 2.0);
    }

    private static void Shuffle(string[] senders, SeededRandom random)
    {
        Span<byte> draw = stackalloc byte[sizeof(uint)];
        for (int i = senders.Length - 1; i > 0; i--)
        {
            random.Fill(draw);
            int other = (int)(BinaryPrimitives.ReadUInt32BigEndian(draw) % (uint)(i + 1));
            (senders[i], senders[other]) = (senders[other], senders[i]);
        }
    }
}
