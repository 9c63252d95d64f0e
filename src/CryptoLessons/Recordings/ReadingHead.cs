using System.Text;
using System.Text.Json;

namespace CryptoLessons.Recordings;

/// <summary>The first line of what was read: whose key it was, and which recordings. Another run has another.</summary>
/// <param name="Authority">The public half of the leaked key, in lower-case hex.</param>
/// <param name="Recordings">The digest of the recordings.</param>
/// <param name="Parts">How many parts they have in all.</param>
/// <param name="Shard">Which of them this run reads.</param>
public sealed record ReadingHead(string Authority, string Recordings, int Parts, Shard Shard)
{
    private const int Version = 1;

    /// <summary>How many parts this run reads.</summary>
    public int Own => Enumerable.Range(1, Parts).Count(Shard.Has);

    /// <summary>The number of the part that this run reads in that place, from 0.</summary>
    internal int PartAt(int place) => Shard.Number + (place * Shard.Of);

    /// <summary>The line, with its end.</summary>
    internal byte[] Line()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("readByCryptoLessons", Version);
            json.WriteString("authority", Authority);
            json.WriteString("recordings", Recordings);
            json.WriteNumber("parts", Parts);
            json.WriteNumber("shard", Shard.Number);
            json.WriteNumber("shards", Shard.Of);
            json.WriteEndObject();
        }
        return [.. stream.ToArray(), (byte)'\n'];
    }

    /// <summary>Reads a line, writes it again and compares: null for whatever is not exactly such a line.</summary>
    internal static ReadingHead? Read(ReadOnlySpan<byte> line)
    {
        if (!JsonLine.TryRead(line, out JsonElement fields)
            || JsonLine.Text(fields, "authority") is not { } authority || JsonLine.Text(fields, "recordings") is not { } recordings
            || JsonLine.Number(fields, "parts") is not (> 0 and <= int.MaxValue and var parts)
            || JsonLine.Number(fields, "shard") is not { } shard || JsonLine.Number(fields, "shards") is not { } shards
            || Shard.Parse(FormattableString.Invariant($"{shard}/{shards}")) is not { } own)
            return null;
        var head = new ReadingHead(authority, recordings, (int)parts, own);
        return line.SequenceEqual(head.Line()) ? head : null;
    }

    /// <summary>Why what another run wrote cannot be gone on with; null when it is this run.</summary>
    internal string? DifferenceFrom(ReadingHead other) =>
        Authority != other.Authority ? "was read with another authority's key"
        : Recordings != other.Recordings || Parts != other.Parts ? "was read from other recordings, or from these before they were changed"
        : Shard != other.Shard ? $"holds shard {Shard}"
        : null;

    /// <summary>The head as a person may see it.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Line()).TrimEnd();
}
