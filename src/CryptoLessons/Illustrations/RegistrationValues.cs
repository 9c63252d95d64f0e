using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Illustrations;

/// <summary>The registration number of a phone, as a field: two bytes that were drawn when it was set up, modulo 2^14.</summary>
internal static class RegistrationValues
{
    private const int Numbers = 1 << 14;

    /// <summary>Bob's, in his bundle.</summary>
    public static Value InBundle(CallLog log, uint number) => Field(3, number, "By which others see that a phone was set up anew.", "PublishedBundle")
        .By(Drawn(log, "Bob", number), drawn => new WireWriter().Varint(3, (ulong)(drawn[0] + (256 * drawn[1])) % 16384).ToArray());

    /// <summary>Alice's, in her first message.</summary>
    public static Value InMessage(CallLog log, uint number) =>
        Field(5, number, "Alice's. Nobody authenticates it, nor the numbers of the prekeys.", "docs/spec/wire.md, Prekey message")
        .By(Drawn(log, "Alice", number), drawn => new WireWriter().Varint(5, (ulong)(drawn[0] + (256 * drawn[1])) % 16384).ToArray());

    private static Description Field(int field, uint number, string meaning, string source) =>
        new(ValueKind.Number, FormattableString.Invariant($"field {field}, registration number: {number}"), meaning, source);

    private static Value Drawn(CallLog log, string person, uint number) => log.Drawn(
        new(ValueKind.Number, $"random bytes of {person}'s registration number", "Drawn when the phone was set up.", "Device.NewState"),
        length: 2, drawn => (drawn[0] + (256 * drawn[1])) % Numbers == number);
}
