using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CryptoLessons.Cli.Peer;

/// <summary>Number of one of a person's devices, 1 to 127.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct DeviceNumber(byte Value)
{
    private const int Largest = 127;

    /// <summary>The number of a person's first device.</summary>
    public static DeviceNumber First { get; } = new(1);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private sealed class Converter : JsonConverter<DeviceNumber>
    {
        public override DeviceNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out byte value) && value is >= 1 and <= Largest
                ? new(value)
                : throw new JsonException($"A device has a number from 1 to {Largest}.");

        public override void Write(Utf8JsonWriter writer, DeviceNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
