using System.Text.Json;

namespace CryptoLessons.Recordings;

/// <summary>The line behind the messages of a part: nothing of it is missing, and nothing need be done again.</summary>
/// <param name="Number">The part's number.</param>
/// <param name="File">Its file's name.</param>
/// <param name="Tally">What came of its envelopes.</param>
/// <param name="Checksum">The SHA-256 of the lines of its messages, in lower-case hex.</param>
internal sealed record FinishedPart(int Number, string File, ReadingTally Tally, string Checksum)
{
    private static readonly (Reading Reading, string Name)[] Names =
    [
        .. Enum.GetValues<Reading>().Select(reading => (reading, JsonNamingPolicy.CamelCase.ConvertName(reading.ToString()))),
    ];

    /// <summary>What the line begins with, and no message's line does.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"finishedPart\":"u8;

    /// <summary>The line, with its end.</summary>
    public byte[] Line()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("finishedPart", Number);
            json.WriteString("file", File);
            json.WriteNumber("messages", Tally.Messages);
            foreach (var (reading, name) in Names)
                json.WriteNumber(name, Tally[reading]);
            json.WriteString("sha256", Checksum);
            json.WriteEndObject();
        }
        return [.. stream.ToArray(), (byte)'\n'];
    }

    /// <summary>Reads a line, writes it again and compares: null for whatever is not exactly such a line.</summary>
    public static FinishedPart? Read(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Beginning) || !JsonLine.TryRead(line, out JsonElement fields)
            || JsonLine.Number(fields, "finishedPart") is not (> 0 and <= int.MaxValue and var number)
            || JsonLine.Text(fields, "file") is not { } file || JsonLine.Text(fields, "sha256") is not { } checksum)
            return null;
        var tally = new ReadingTally();
        foreach (var (reading, name) in Names)
            if (JsonLine.Number(fields, name) is (>= 0 and <= long.MaxValue / 16) and var count)
                tally[reading] = count;
        var part = new FinishedPart((int)number, file, tally, checksum);
        return line.SequenceEqual(part.Line()) ? part : null;
    }
}
