using System.Security.Cryptography;
using System.Text;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>The signature of a message: HMAC-SHA256 of its four parts, in hexadecimal (Jupyter messaging protocol, "The wire protocol").</summary>
internal static class MessageSignature
{
    /// <summary>The signature of a header, a parent's header, metadata and a content.</summary>
    /// <returns>64 bytes.</returns>
    public static byte[] Of(ReadOnlySpan<byte> key, IEnumerable<byte[]> parts)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (byte[] part in parts)
            hmac.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    /// <summary>Whether a signature is right, in a time that does not depend on where it is wrong.</summary>
    public static bool IsOf(ReadOnlySpan<byte> key, IEnumerable<byte[]> parts, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Of(key, parts), signature);
}
