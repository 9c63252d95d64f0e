using System.Globalization;
using System.Text;

namespace CryptoLessons.Conversations;

/// <summary>Writes made-up chats of any length, the same for the same seed: for benchmarks, tests and bystanders.</summary>
public static class ConversationGenerator
{
    private const string Source = "generated";

    private static readonly DateTime s_start = new(2017, 3, 20, 8, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] s_openings =
        ["Yes", "No", "Maybe", "Oh", "Well", "Listen", "By the way", "One thing", "Good news", "Hm"];

    private static readonly string[] s_middles =
    [
        "the rehearsal starts at seven", "I found the sheet music", "the hall is free on Friday", "we need two more chairs",
        "the tenors were early", "my score has tea on it", "the piano is in tune again", "the soup was good", "it rains here",
        "the bus takes the other bridge: mind the stop", "I counted 24/03/2017 twice - sorry", "they said (really) yes",
    ];

    private static readonly string[] s_endings = [".", "!", "?", " :)", " 🎶", ", see you there", ", до свидания", ""];

    /// <summary>
    /// Writes an export as WhatsApp on Android makes it: bursts and turns over many days, a few empty and a few long messages.
    /// </summary>
    /// <param name="messages">How many messages, 0 or more; the lines are more, since some messages have several.</param>
    /// <param name="seed">Chooses the chat; the same seed gives the same lines on every system.</param>
    /// <param name="people">Two names or more. Everybody writes when there are at least as many messages as names.</param>
    /// <returns>The lines, without line ends.</returns>
    /// <exception cref="ArgumentException">
    /// Fewer than two names, a name twice, or one that an export could not hold (empty, a line end, a colon and a space).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of messages.</exception>
    public static IEnumerable<string> WhatsAppLines(int messages, int seed, params string[] people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(messages);
        ArgumentNullException.ThrowIfNull(people);
        if (people.Length < 2 || people.Distinct(StringComparer.Ordinal).Count() != people.Length)
            throw new ArgumentException("a chat needs two different names or more", nameof(people));
        foreach (string name in people)
        {
            bool usable = !string.IsNullOrEmpty(name) && !name.Contains('\n') && !name.Contains('\r')
                && !name.Contains(": ", StringComparison.Ordinal)
                && InvisibleMarks.CleanName(name).SequenceEqual(name);
            if (!usable) throw new ArgumentException($"'{Shown.Of(name)}' cannot be a name in an export", nameof(people));
        }

        return Write(messages, seed, people);
    }

    /// <summary>The same chat read as every other is: the conversation that the lines of <see cref="WhatsAppLines"/> say.</summary>
    /// <param name="messages">How many messages, 1 or more.</param>
    /// <param name="seed">Chooses the chat.</param>
    /// <param name="people">Two names or more.</param>
    /// <exception cref="ArgumentException">As for <see cref="WhatsAppLines"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No message, or more than are read of one chat.</exception>
    public static Conversation Generate(int messages, int seed, params string[] people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(messages, ChatLimits.Messages);
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', WhatsAppLines(messages, seed, people)));
        ChatImportResult result = ChatParser.Read(Source, Source, text, AttachmentShelf.Empty);
        return result.Conversation ?? throw new InvalidOperationException(result.Error);
    }

    private static IEnumerable<string> Write(int messages, int seed, string[] people)
    {
        var random = new Dice(seed);
        DateTime time = s_start;
        int speaker = 0;
        yield return $"{Written(time)} - Messages and calls are end-to-end encrypted.";
        for (int i = 0; i < messages; i++)
        {
            bool burst = random.Next(100) < 40;
            if (i < people.Length) speaker = i;
            else if (!burst) speaker = (speaker + 1 + random.Next(people.Length - 1)) % people.Length;

            time = time.AddMinutes(random.Next(100) switch
            {
                < 70 => random.Next(4),
                < 92 => 10 + random.Next(120),
                _ => 60 * (8 + random.Next(10)),
            });
            string[] lines = Text(ref random);
            yield return $"{Written(time)} - {people[speaker]}: {lines[0]}";
            for (int line = 1; line < lines.Length; line++) yield return lines[line];
        }
    }

    private static string[] Text(ref Dice random) => random.Next(50) switch
    {
        0 => [""],
        1 => ["👍🏽"],
        2 or 3 => [Sentence(ref random), "", $"- {Sentence(ref random)}", $"- {Sentence(ref random)}"],
        4 => [string.Join(' ', Sentence(ref random), Sentence(ref random), Sentence(ref random), Sentence(ref random))],
        _ => [Sentence(ref random)],
    };

    private static string Sentence(ref Dice random) =>
        $"{random.Pick(s_openings)}, {random.Pick(s_middles)}{random.Pick(s_endings)}";

    private static string Written(DateTime time) => time.ToString("dd'/'MM'/'yyyy', 'HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): a few lines of our own,
    /// so that a seed means the same chat on every version of the platform. Not for secrets.
    /// </summary>
    private struct Dice(int seed)
    {
        private ulong state = unchecked((ulong)seed);

        public int Next(int below)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                ulong z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                z ^= z >> 31;
                return (int)((z >> 33) % (ulong)below);
            }
        }

        public string Pick(string[] of) => of[Next(of.Length)];
    }
}
