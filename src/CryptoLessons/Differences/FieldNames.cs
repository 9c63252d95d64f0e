using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Differences;

/// <summary>What the fields of a message are called, and the parts of those that a mechanism adds. A new mechanism adds its line here.</summary>
/// <remarks>Source: the layouts of docs/spec/wire.md.</remarks>
internal static class FieldNames
{
    /// <summary>The field of a prekey message that holds a whole plain message.</summary>
    public const int Inner = 4;

    /// <summary>A field's name; <c>unknown</c> when nobody has told what it is.</summary>
    public static string Of(MessageLayer layer, int number) => (layer, number) switch
    {
        (MessageLayer.PreKey, 1) => "one-time prekey number",
        (MessageLayer.PreKey, 2) => "base key",
        (MessageLayer.PreKey, 3) => "identity key",
        (MessageLayer.PreKey, Inner) => "plain message",
        (MessageLayer.PreKey, 5) => "registration number",
        (MessageLayer.PreKey, 6) => "signed prekey number",
        (MessageLayer.Plain, 1) => "ratchet key",
        (MessageLayer.Plain, 2) => "counter",
        (MessageLayer.Plain, 3) => "previous counter",
        (MessageLayer.Plain, 4) => "ciphertext",
        (MessageLayer.Plain, MessageKeyEscrow.Field) => "sealed message key",
        _ => "unknown",
    };

    /// <summary>The parts of a field's value, with their lengths in bytes, which add up to it; one nameless part when it has none.</summary>
    public static IReadOnlyList<(string Name, int Length)> PartsOf(MessageLayer layer, int number, int length) => (layer, number, length) switch
    {
        (MessageLayer.Plain, MessageKeyEscrow.Field, SealedKey.Size) =>
            [("ephemeral public key", DhPublicKey.Size), ("wrapped message key", Secret.Size), ("tag", SealedKey.Size - DhPublicKey.Size - Secret.Size)],
        _ => [("", length)],
    };
}
