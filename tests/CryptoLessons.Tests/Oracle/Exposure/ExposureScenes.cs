using System.Globalization;
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>Random scenes: two to four people in bursts over several days, with or without bystanders.</summary>
internal sealed class ExposureScenes
{
    private static readonly string[] Names = ["Alice", "Bob", "Carol", "Dave"];
    // What nobody would put on a list of their own: the thief of a scanner's list may add to it.
    private static readonly string[] Sayings = ["The heron is back.", "Not before the third bell.", "Bring the blue ladder."];

    private readonly Random random;
    private readonly List<ScriptedMessage> messages = [];
    private readonly List<byte[]> pictures = [];

    private ExposureScenes(int seed) => random = new(seed);

    /// <summary>A scene of a dozen messages or two.</summary>
    internal static ExposureScene Short(int seed) => new ExposureScenes(seed).Write(seed, fewest: 6, most: 26, mostPeople: 4);

    /// <summary>A scene in which a chat's key is renewed once, and hardly anybody is silent.</summary>
    /// <remarks>For a second renewal, see <see cref="OpenDisagreement"/>.</remarks>
    internal static ExposureScene Long(int seed) => new ExposureScenes(seed).Write(seed, fewest: 120, most: 200, mostPeople: 3);

    private ExposureScene Write(int seed, int fewest, int most, int mostPeople)
    {
        string[] circle = Names[..random.Next(2, mostPeople + 1)];
        int length = random.Next(fewest, most + 1), bystanders = random.Next(3), number = length;
        DateTimeOffset time = TestScripts.Start;
        string speaker = circle[0];
        for (int i = 1; i <= length; i++)
        {
            time = Later(time);
            if (random.Next(2) == 0)
                speaker = circle[random.Next(circle.Length)];
            Say(i, speaker, [.. circle.Where(person => person != speaker)], time);
            for (int pair = 1; pair <= bystanders; pair++)
            {
                if (random.Next(4) != 0)
                    continue;
                string one = string.Create(CultureInfo.InvariantCulture, $"bystander {pair}a");
                string other = string.Create(CultureInfo.InvariantCulture, $"bystander {pair}b");
                bool turned = random.Next(2) == 0;
                Say(++number, turned ? other : one, [turned ? one : other], time);
            }
        }
        return new(seed, new(messages, length), random.Next(1, length), circle[random.Next(circle.Length)]);
    }

    /// <summary>Mostly minutes; sometimes a night or days, and sometimes midnight itself.</summary>
    private DateTimeOffset Later(DateTimeOffset time) => random.Next(12) switch
    {
        0 => time.AddHours(random.Next(6, 20)),
        1 => time.AddDays(random.Next(1, 4)),
        2 => new(time.UtcDateTime.Date.AddDays(1), TimeSpan.Zero),
        _ => time.AddMinutes(random.Next(3)),
    };

    private void Say(int number, string from, string[] to, DateTimeOffset time)
    {
        string text = random.Next(3) == 0
            ? Sayings[random.Next(Sayings.Length)]
            : string.Create(CultureInfo.InvariantCulture, $"{from} says no. {number}");
        Attachment? attachment = random.Next(9) == 0
            ? new(string.Create(CultureInfo.InvariantCulture, $"{number}.pgm"), Picture())
            : null;
        messages.Add(new(number, from, to, time, MessageContent.Encode(new(number, from, time, text, attachment))));
    }

    /// <summary>A picture of 9 x 8 pixels; half of the time an earlier one with a few pixels changed, or none.</summary>
    private byte[] Picture()
    {
        byte[] header = Encoding.ASCII.GetBytes("P5\n9 8\n255\n");
        byte[] pixels = random.NextBytes(72);
        if (pictures.Count > 0 && random.Next(2) == 0)
        {
            pixels = [.. pictures[random.Next(pictures.Count)]];
            for (int changes = random.Next(8); changes > 0; changes--)
                pixels[random.Next(pixels.Length)] = (byte)random.Next(256);
        }
        pictures.Add(pixels);
        return [.. header, .. pixels];
    }
}
