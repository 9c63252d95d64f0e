using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The key of whoever listens to nonces; it stands in every copy of the subverted build.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class NonceKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh key.</summary>
    public static NonceKey Generate(RandomSource random) => Draw(random, bytes => new NonceKey(bytes));

    /// <summary>A copy that is wiped on its own.</summary>
    public NonceKey Copy() => new(Hazmat.Reveal(this));

    /// <summary>The first 12 bytes of HMAC-SHA-256 over a message's header.</summary>
    internal byte[] Mask(ReadOnlySpan<byte> header)
    {
        byte[] key = Hazmat.Reveal(this);
        byte[] mask = HMACSHA256.HashData(key, header)[..NonceField.Size];
        CryptographicOperations.ZeroMemory(key);
        return mask;
    }
}
