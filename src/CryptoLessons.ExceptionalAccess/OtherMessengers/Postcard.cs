namespace CryptoLessons.ExceptionalAccess;

/// <summary>A message that anybody on its way can read and write: plain text behind one byte that says so.</summary>
public static class Postcard
{
    /// <summary>A postcard's first byte. Its high half is no version of Signal's protocol, so that no Signal client takes a postcard for a message.</summary>
    public const byte Marker = 0x50;

    /// <summary>The postcard with a text.</summary>
    public static byte[] Write(ReadOnlySpan<byte> plaintext) => [Marker, .. plaintext];

    /// <summary>Reads a postcard, as everybody on its way can.</summary>
    /// <returns>Null when the bytes are none.</returns>
    public static byte[]? Read(ReadOnlySpan<byte> message) => message is [Marker, .. var plaintext] ? plaintext.ToArray() : null;
}
