using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The double key of anamorphic encryption: two people agreed on it when they met, and by it public keys say something.</summary>
/// <remarks>Whoever demands keys is handed all that the messenger has, and this is none of them. Source: Persiano, Phan and Yung, "Anamorphic
/// Encryption", EUROCRYPT 2022; here each public key says one byte.</remarks>
/// <param name="bytes">32 bytes.</param>
public sealed class AnamorphicKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh key.</summary>
    public static AnamorphicKey Generate(RandomSource random) => Draw(random, bytes => new AnamorphicKey(bytes));

    /// <summary>The byte that a public key says: the first of HMAC-SHA-256(this key, public key).</summary>
    public byte ByteOf(DhPublicKey publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        byte[] key = Hazmat.Reveal(this);
        byte said = HMACSHA256.HashData(key, publicKey.U)[0];
        CryptographicOperations.ZeroMemory(key);
        return said;
    }

    /// <summary>What the sender's ratchet keys say one after another: a length, and that many bytes.</summary>
    /// <param name="ratchetKeys">The ratchet keys of the messages of one session that came from the sender, in the order of sending, each as often as
    /// there were messages under it.</param>
    /// <returns>Null when it has not all come; something without any sense when nobody hid anything, or with another key.</returns>
    public byte[]? Read(IEnumerable<DhPublicKey> ratchetKeys)
    {
        byte[] said = [.. ratchetKeys.Distinct().Select(ByteOf)];
        return said is [var length, .. var text] && text.Length >= length ? text[..length] : null;
    }
}
