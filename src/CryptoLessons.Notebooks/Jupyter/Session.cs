using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Jupyter.Zmtp;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>The life of one kernel, as its messages name it: reads signed messages and writes them (Jupyter messaging protocol 5.3, "The wire
/// protocol").</summary>
internal sealed class Session
{
    /// <summary>The version of the protocol.</summary>
    public const string Version = "5.3";

    private const int Parts = 4;

    private static readonly byte[] Delimiter = [.. "<IDS|MSG>"u8];
    private static readonly byte[] Empty = [.. "{}"u8];

    // Safe because the text goes to a client that parses it as JSON, never into a page as it is; the usual rules make pictures six times as long.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadOnlyMemory<byte> key;
    private readonly TimeProvider clock;
    private readonly string name;
    private readonly SeenSignatures seen = new();
    private int messages;

    /// <summary>A session with a name of its own.</summary>
    /// <param name="key">What messages are signed with.</param>
    /// <param name="random">Where its name comes from: no two kernels have the same.</param>
    /// <param name="clock">What the messages' dates come from.</param>
    public Session(ReadOnlyMemory<byte> key, RandomSource random, TimeProvider clock)
    {
        (this.key, this.clock) = (key, clock);
        byte[] drawn = new byte[16];
        random.Fill(drawn);
        name = Convert.ToHexStringLower(drawn);
    }

    /// <summary>Reads a message; null when it is none, is not signed with our key, or was taken before.</summary>
    public Request? Read(Connection client, IReadOnlyList<byte[]> frames)
    {
        List<byte[]> route = [.. frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(Delimiter))];
        if (frames.Skip(route.Count + 1).ToArray() is not [var signature, _, _, _, _, ..] left)
            return null;
        byte[][] parts = left[1..(1 + Parts)];
        if (!MessageSignature.IsOf(key.Span, parts, signature) || TypeIn(parts[0]) is not { } type || !seen.Add(signature))
            return null;
        return new(client, route, parts[0], type, RequestContent.Read(parts[^1]));
    }

    /// <summary>Writes a message.</summary>
    /// <param name="type">What kind of message it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The request that it answers or belongs to.</param>
    /// <param name="before">The frames that stand before it: a route, or a topic.</param>
    public IReadOnlyList<byte[]> Write(string type, JsonObject content, Request parent, IEnumerable<byte[]> before)
    {
        var header = new JsonObject
        {
            ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{name}_{Interlocked.Increment(ref messages)}"),
            ["session"] = name,
            ["username"] = "kernel",
            ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = Version,
        };
        byte[][] parts = [Bytes(header), parent.Header, Empty, Bytes(content)];
        return [.. before, Delimiter, MessageSignature.Of(key.Span, parts), .. parts];
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Plain);

    private static string? TypeIn(byte[] header)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(header);
            return document.RootElement.TryGetProperty("msg_type", out JsonElement type) ? type.GetString() : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // No JSON; no object; no text.
            return null;
        }
    }
}
