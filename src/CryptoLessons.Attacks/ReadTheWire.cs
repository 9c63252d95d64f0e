using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Attacks;

/// <summary>Records the wire and tries every value that a message carries as its key: reads whatever leaks its own key.</summary>
public sealed class ReadTheWire : MessageKeyAttack<WiretapView>
{
    /// <inheritdoc/>
    protected override KeySearch Search(WiretapView view) => (entry, _) => KeysOnTheWire(entry, entry.Envelope.Message.Bytes.Span[1..]);

    /// <summary>Every field of 32 bytes, or of 33 with a type byte in front, of the message and of the message inside it.</summary>
    private static List<(MessageKey Key, Derivation How)> KeysOnTheWire(TranscriptEntry entry, ReadOnlySpan<byte> fields)
    {
        var keys = new List<(MessageKey, Derivation)>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
        {
            if (field.Bytes.Length is Secret.Size or DhPublicKey.SerializedSize)
                keys.Add((new(field.Bytes[^Secret.Size..]), new("wire", string.Create(
                    CultureInfo.InvariantCulture, $"field {field.Number} of message {entry.Message}"), "message key")));
            else if (field.Bytes.Length > DhPublicKey.SerializedSize)
                keys.AddRange(KeysOnTheWire(entry, field.Bytes[1..]));
        }
        return keys;
    }
}
