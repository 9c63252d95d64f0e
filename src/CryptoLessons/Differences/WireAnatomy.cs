using System.Globalization;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Differences;

/// <summary>Takes a message apart: every byte of it in exactly one range, by reading it as a stranger does who holds no key.</summary>
public sealed class WireAnatomy
{
    private readonly ReadOnlyMemory<byte> message;
    private readonly List<WireRange> ranges = [];

    private WireAnatomy(ReadOnlyMemory<byte> message) => this.message = message;

    /// <summary>The ranges of a message, in order, without gaps; bytes that cannot be read as fields are a range too.</summary>
    /// <param name="message">Any bytes.</param>
    public static IReadOnlyList<WireRange> Of(CiphertextMessage message)
    {
        var anatomy = new WireAnatomy(message.Bytes);
        anatomy.Read(message.Type == CiphertextType.PreKey ? MessageLayer.PreKey : MessageLayer.Plain, 0, message.Bytes.Length, depth: 0, "");
        return anatomy.ranges;
    }

    private void Read(MessageLayer layer, int start, int end, int depth, string within)
    {
        if (start == end)
            return;
        bool plain = layer == MessageLayer.Plain;
        Add($"{within}version", plain ? "version" : "prekey message: version", $"{message.Span[start] >> 4}", depth, start, 1);
        int at = start + 1, mac = plain ? Math.Max(at, end - SignalMessage.MacSize) : end;
        var seen = new Dictionary<int, int>();
        var reader = new WireReader(message.Span[at..mac]);
        while (reader.Next(out WireField field))
        {
            int times = seen[field.Number] = seen.GetValueOrDefault(field.Number) + 1;
            string path = times == 1 ? $"{within}{field.Number}" : $"{within}{field.Number}({times})";
            ReadField(field, layer, at, start + 1 + field.End, depth, path);
            at = start + 1 + field.End;
        }
        Add($"{within}rest", "bytes that are no field", "", depth, at, mac - at);
        Add($"{within}MAC", "MAC", "", depth, mac, end - mac);
    }

    private void ReadField(in WireField field, MessageLayer layer, int start, int end, int depth, string path)
    {
        string name = FieldNames.Of(layer, field.Number, field.Bytes.Length);
        name = $"{(layer == MessageLayer.PreKey ? "prekey message: " : "")}field {field.Number}, {name}";
        if (field.Type != WireType.Bytes)
        {
            Add(path, name, field.Value.ToString(CultureInfo.InvariantCulture), depth, start, end - start);
            return;
        }
        int value = end - field.Bytes.Length;
        Add(path, name, $"{end - value} bytes", depth, start, value - start);
        if (layer == MessageLayer.PreKey && field.Number == FieldNames.Inner)
        {
            Read(MessageLayer.Plain, value, end, depth + 1, $"{path}/");
            return;
        }
        int place = 0;
        foreach (var (part, length) in FieldNames.PartsOf(layer, field.Number, end - value))
        {
            // Parts go by their places: what two mechanisms put there has two names, and stands side by side all the same.
            Add($"{path}/part {++place}", part, "", depth, value, length);
            value += length;
        }
    }

    private void Add(string path, string name, string value, int depth, int start, int length)
    {
        if (length > 0)
            ranges.Add(new(path, name, value, depth, start, message.Slice(start, length)));
    }
}
