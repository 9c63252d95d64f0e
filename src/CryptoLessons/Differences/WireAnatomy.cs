using System.Globalization;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Differences;

/// <summary>Takes a message apart: every byte of it in exactly one range, by reading it as a stranger does who holds no key.</summary>
public sealed class WireAnatomy
{
    private readonly ReadOnlyMemory<byte> message;
    private readonly List<WireRange> ranges = [];

    private WireAnatomy(ReadOnlyMemory<byte> message) => this.message = message;

    /// <summary>The ranges of what somebody on the wire sees, in order, without gaps; the address tells what some bytes are.</summary>
    /// <param name="envelope">Any bytes, to anybody.</param>
    public static IReadOnlyList<WireRange> Of(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return Of(envelope.Message, MessageLayers.Of(envelope));
    }

    /// <summary>The ranges of a message, in order, without gaps; bytes that cannot be read as fields are a range too.</summary>
    /// <param name="message">Any bytes.</param>
    public static IReadOnlyList<WireRange> Of(CiphertextMessage message) => Of(message, MessageLayers.Of(message));

    private static List<WireRange> Of(CiphertextMessage message, MessageLayer layer)
    {
        var anatomy = new WireAnatomy(message.Bytes);
        // What stands in two layouts is not the same part, and never stands side by side.
        anatomy.Read(layer, 0, message.Bytes.Length, depth: 0, layer.Called);
        return anatomy.ranges;
    }

    private void Read(MessageLayer layer, int start, int end, int depth, string within)
    {
        int place = 0;
        foreach (var (name, length) in layer.Head)
            start = Part(name, Math.Min(length, end - start));
        int tail = Math.Max(start, end - layer.Tail.Sum(part => part.Length));
        start = layer.Fields is null ? Part(layer.Body, tail - start) : ReadFields(layer, start, tail, depth, within);
        foreach (var (name, length) in layer.Tail)
            start = Part(name, Math.Min(length, end - start));

        int Part(string name, int length)
        {
            // Parts around bytes go by their places: what two mechanisms put there has two names, and stands side by side all the same.
            Add(layer.Fields is null ? $"{within}part {++place}" : within + name, layer.Called + name, Value(name, length), depth, start, length);
            return start + length;
        }

        // The version stands in the high half of its byte.
        string Value(string name, int length) =>
            name == MessageLayers.Version.Name && length > 0 ? $"{message.Span[start] >> 4}" : "";
    }

    private int ReadFields(MessageLayer layer, int start, int end, int depth, string within)
    {
        int at = start;
        var seen = new Dictionary<int, int>();
        var reader = new WireReader(message.Span[start..end]);
        while (reader.Next(out WireField field))
        {
            int times = seen[field.Number] = seen.GetValueOrDefault(field.Number) + 1;
            string path = times == 1 ? $"{within}{field.Number}" : $"{within}{field.Number}({times})";
            ReadField(field, layer, at, start + field.End, depth, path);
            at = start + field.End;
        }
        Add($"{within}rest", layer.Called + "bytes that are no field", "", depth, at, end - at);
        return end;
    }

    private void ReadField(in WireField field, MessageLayer layer, int start, int end, int depth, string path)
    {
        MessageField? known = layer.Field(field.Number, field.Bytes.Length);
        string title = known?.Name ?? "unknown", name = $"{layer.Called}field {field.Number}, {title}";
        if (field.Type != WireType.Bytes)
        {
            Add(path, name, field.Value.ToString(CultureInfo.InvariantCulture), depth, start, end - start);
            return;
        }
        int value = end - field.Bytes.Length;
        Add(path, name, $"{end - value} bytes", depth, start, value - start);
        if (known?.Inside is { } inside)
            Read(inside, value, end, depth + 1, $"{path}/");
        else
            Add($"{path}/part 1", layer.Called + title, "", depth, value, end - value);
    }

    private void Add(string path, string name, string value, int depth, int start, int length)
    {
        if (length > 0)
            ranges.Add(new(path, name, value, depth, start, message.Slice(start, length)));
    }
}
