using System.Text.Json;

namespace CryptoLessons.Recordings;

/// <summary>A line of what was read, as somebody may have changed it.</summary>
internal static class JsonLine
{
    /// <summary>Reads an object; false when the line is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out JsonElement fields)
    {
        fields = default;
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!JsonDocument.TryParseValue(ref reader, out JsonDocument? document))
                return false;
            using (document)
                fields = document.RootElement.Clone();
            return fields.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static string? Text(JsonElement fields, string name)
    {
        try
        {
            return fields.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which the platform reads only now.
            return null;
        }
    }

    public static long? Number(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number)
            ? number
            : null;
}
