using System.Text.Json;
using System.Text.Json.Serialization;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary>How requests are read: members in snake case, bytes as lower-case hex, unknown members ignored, missing ones refused.</summary>
internal static class PeerJson
{
    private static readonly JsonStringEnumConverter<EscrowKind> KindConverter = new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new HexConverter(), new PublicKeyConverter(), new KyberKeyConverter(), new CiphertextTypeConverter(), KindConverter },
    };

    private sealed class HexConverter : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw NotHex();
            return text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : throw NotHex();
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Convert.ToHexStringLower(value));

        private static JsonException NotHex() => new("Bytes are a string of lower-case hex digits, two for each byte.");
    }

    private sealed class PublicKeyConverter : JsonConverter<DhPublicKey>
    {
        public override DhPublicKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<byte[]>(ref reader, options) is { Length: DhPublicKey.SerializedSize } bytes
            && DhPublicKey.TryParse(bytes, out DhPublicKey? key)
                ? key
                : throw new JsonException("A public key has 33 bytes, the first of them 05.");

        public override void Write(Utf8JsonWriter writer, DhPublicKey value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Serialize(), options);
    }

    private sealed class KyberKeyConverter : JsonConverter<Kyber1024PublicKey>
    {
        public override Kyber1024PublicKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Kyber1024PublicKey.TryParse(JsonSerializer.Deserialize<byte[]>(ref reader, options), out Kyber1024PublicKey? key)
                ? key
                : throw new JsonException("A post-quantum public key has 1569 bytes, the first of them 08.");

        public override void Write(Utf8JsonWriter writer, Kyber1024PublicKey value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Serialize(), options);
    }

    private sealed class CiphertextTypeConverter : JsonConverter<CiphertextType>
    {
        public override CiphertextType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value)
            && (CiphertextType)value is CiphertextType.Plain or CiphertextType.PreKey
                ? (CiphertextType)value
                : throw new JsonException("A message has type 2, in a session, or 3, a prekey message.");

        public override void Write(Utf8JsonWriter writer, CiphertextType value, JsonSerializerOptions options) => writer.WriteNumberValue((int)value);
    }
}
