namespace CryptoLessons.Differences;

/// <summary>What the fields of a message are called, and the parts of those that a mechanism adds. A new mechanism adds its line here.</summary>
/// <remarks>Source: the layouts of docs/spec/wire.md, whose numbers and lengths these are.</remarks>
internal static class FieldNames
{
    /// <summary>The field of a prekey message that holds a whole plain message.</summary>
    public const int Inner = 4;

    private const string Unknown = "unknown";
    private const int EphemeralSize = 32;
    private const int TagSize = 16;

    /// <summary>A field's name; <c>unknown</c> when nobody has told what it is.</summary>
    /// <param name="layer">Where it stands.</param>
    /// <param name="number">Its number.</param>
    /// <param name="length">Length of its value in bytes, 0 for a number: two mechanisms may use the same field.</param>
    public static string Of(MessageLayer layer, int number, int length) => (layer, number) switch
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
        _ => SealedIn(layer, number, length) is { } secret ? $"sealed {secret}" : Unknown,
    };

    /// <summary>The parts of a field's value, with their lengths in bytes, which add up to it; one of the field's own name when it has none.</summary>
    public static IReadOnlyList<(string Name, int Length)> PartsOf(MessageLayer layer, int number, int length) =>
        SealedIn(layer, number, length) is { } secret
            ? [("seal: ephemeral public key", EphemeralSize), ($"seal: wrapped {secret}", length - EphemeralSize - TagSize), ("seal: tag", TagSize)]
            : [(Of(layer, number, length), length)];

    /// <summary>The secret that a mechanism sealed to its authority; null where no mechanism is known to.</summary>
    private static string? SealedIn(MessageLayer layer, int number, int length) => (layer, number, length) switch
    {
        (MessageLayer.Plain, 15, 80) => "message key",
        (MessageLayer.Plain, 15, 96) => "content key",
        (MessageLayer.PreKey, 15, 112) => "session secret",
        _ => null,
    };
}
