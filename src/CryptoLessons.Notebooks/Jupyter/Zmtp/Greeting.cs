namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>The first 64 bytes of each side: version 3.0, and no security mechanism (ZMTP 3.0, "Greeting").</summary>
internal static class Greeting
{
    /// <summary>The length in bytes.</summary>
    public const int Size = 64;

    private const byte Version = 3;
    private const int SignatureEnd = 9, VersionAt = 10, MechanismAt = 12, MechanismSize = 20, AsServerAt = 32;

    // The other mechanisms want keys that a connection file does not have. What authenticates here is Jupyter's signature.
    private static readonly byte[] Mechanism = [.. "NULL"u8, .. new byte[MechanismSize - 4]];

    /// <summary>Our greeting.</summary>
    public static byte[] Create()
    {
        byte[] greeting = new byte[Size];
        (greeting[0], greeting[SignatureEnd], greeting[VersionAt]) = (0xFF, 0x7F, Version);
        Mechanism.CopyTo(greeting, MechanismAt);
        return greeting;
    }

    /// <summary>Whether we can talk to whoever sent this: version 3 or later, which then speaks 3.0 to us, and the same mechanism.</summary>
    public static bool IsUsable(ReadOnlySpan<byte> theirs) =>
        theirs.Length == Size && theirs[0] == 0xFF && theirs[SignatureEnd] == 0x7F && theirs[VersionAt] >= Version
        && theirs.Slice(MechanismAt, MechanismSize).SequenceEqual(Mechanism) && theirs[AsServerAt] == 0;
}
