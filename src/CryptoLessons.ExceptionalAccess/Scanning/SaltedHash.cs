using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>What a list says of a text or file that it looks for: SHA-256(salt || kind || content), 32 bytes.</summary>
/// <remarks>
/// The salt stands in the list. Who has the list cannot read from it what it looks for, but can try any text or file that they have,
/// and every text of a dictionary. Nothing is normalised: one space more is another text.
/// </remarks>
/// <param name="High">The first 16 bytes, big-endian.</param>
/// <param name="Low">The last 16 bytes, big-endian.</param>
public readonly record struct SaltedHash(UInt128 High, UInt128 Low)
{
    /// <summary>Length in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int Half = Size / 2;

    // A text and a file with the same bytes are two different things to look for.
    private static readonly byte[] Text = [1];
    private static readonly byte[] File = [2];

    /// <summary>The hash of a text, as UTF-8.</summary>
    public static SaltedHash OfText(ReadOnlySpan<byte> salt, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(salt, Text, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The hash of a file, whatever kind of file it is.</summary>
    public static SaltedHash OfFile(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> file) => Of(salt, File, file);

    /// <summary>64 hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    internal static SaltedHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..]));

    internal byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(Half), Low);
        return bytes;
    }

    private static SaltedHash Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(kind);
        hash.AppendData(content);
        return Read(hash.GetHashAndReset());
    }
}
