using System.Globalization;
using CryptoLessons.Recordings;

namespace CryptoLessons.Cli;

/// <summary>What the mass reader counted, and aside how long it took.</summary>
internal static class ReadingPage
{
    private static readonly (Reading Reading, string Why)[] NotOpened =
    [
        (Reading.NoKey, "no key in it that this one opens"),
        (Reading.WrongKey, "the key in it is not the message's"),
        (Reading.NotAMessage, "no message of the protocol"),
        (Reading.NoIdentityKey, "from or to somebody without an identity key"),
        (Reading.NotAnEnvelope, "no envelope"),
    ];

    public static void Write(ReadingResult result, TextWriter output)
    {
        void Row(string what, FormattableString says) => output.WriteLine($"  {what,-46}{says.ToString(CultureInfo.InvariantCulture)}");

        Row("parts", $"{result.Parts:N0} of {result.Of:N0}");
        if (result.Before > 0)
            Row("  finished by runs before", $"{result.Before:N0}");
        Write(result.Tally, output);
        if (result.Rate.Messages == 0)
            return;
        output.WriteLine();
        output.WriteLine("MEASURED in this run on this machine");
        output.WriteLine();
        Row("messages a second", $"{result.Rate.PerSecond:N0}");
        Row("microseconds a message, on one core", $"{result.Rate.Microseconds:N1}");
    }

    /// <summary>The counts alone.</summary>
    public static void Write(ReadingTally tally, TextWriter output)
    {
        void Row(string what, long count) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-46}{count:N0}"));

        Row("messages", tally.Messages);
        Row("opened", tally.Opened);
        if (tally[Reading.NotAuthenticated] > 0)
            Row("  of them with a MAC that nobody checked", tally[Reading.NotAuthenticated]);
        Row("not opened", tally.Messages - tally.Opened);
        foreach (var (reading, why) in NotOpened)
            if (tally[reading] > 0)
                Row("  " + why, tally[reading]);
    }
}
