namespace CryptoLessons.Illustrations;

/// <summary>The field of a first message that names sender and recipient, as Signal's library has it since 0.91.</summary>
internal static class AddressValues
{
    /// <summary>Alice's address, <c>uuid.device</c>.</summary>
    public const string Alice = "a11ce000-0000-4000-8000-000000000001.1";

    /// <summary>Bob's.</summary>
    public const string Bob = "b0b00000-0000-4000-8000-000000000002.1";

    private const string Source = "docs/spec/wire.md, Plain message";

    private static readonly Value Account = new Description(
        ValueKind.Frame, "kind of address: account", "00 for an account, 01 for a phone number.", Source).By(() => [0]);

    private static readonly Value First = new Description(
        ValueKind.Number, "device 1", "The phone is the first device of its owner.", Source).By(() => [1]);

    /// <summary>Alice to Bob.</summary>
    public static Value[] Parts { get; } =
    [
        Account, Uuid("Alice").By(() => Guid.Parse("a11ce000-0000-4000-8000-000000000001").ToByteArray(bigEndian: true)), First,
        Account, Uuid("Bob").By(() => Guid.Parse("b0b00000-0000-4000-8000-000000000002").ToByteArray(bigEndian: true)), First,
    ];

    private static Description Uuid(string person) => new(
        ValueKind.Number, $"{person}'s account",
        "The UUID under which the servers know the account. The MAC covers it: nobody hands the message to somebody else.", Source);
}
