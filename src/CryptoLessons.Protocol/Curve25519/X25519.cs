using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>The Diffie-Hellman function X25519 (RFC 7748 §5), in constant time.</summary>
public static class X25519
{
    /// <summary>X25519(private, 9): the public key of a private key.</summary>
    public static DhPublicKey PublicKey(DhPrivateKey privateKey)
    {
        ArgumentNullException.ThrowIfNull(privateKey);
        Span<byte> u = stackalloc byte[DhPublicKey.Size];
        EdwardsCurve.BaseTables.Multiply(privateKey.Bytes).ToMontgomery(u);
        return new(u);
    }

    /// <summary>X25519(private, public): what both ends of an agreement compute.</summary>
    /// <returns>The shared secret; null when it is all zero, which only a low-order public key makes (RFC 7748 §6.1).</returns>
    public static SharedSecret? Agree(DhPrivateKey own, DhPublicKey their)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(their);
        Span<byte> u = stackalloc byte[Secret.Size];
        MontgomeryLadder.Multiply(own.Bytes, their.U, u);
        SharedSecret? secret = u.IndexOfAnyExcept((byte)0) < 0 ? null : new(u);
        CryptographicOperations.ZeroMemory(u);
        return secret;
    }

    /// <summary>X25519(private, public) of one private key and many public keys: the work of whoever holds a key that everybody seals to.</summary>
    /// <param name="own">The private key.</param>
    /// <param name="their">The u-coordinates of n public keys, 32 bytes each, one behind the other.</param>
    /// <param name="secrets">Where the n secrets go, 32 bytes each, for the caller to wipe; all zero where the public key is a low-order point.</param>
    /// <exception cref="ArgumentException">The lengths differ or are no multiple of 32.</exception>
    public static void Agree(DhPrivateKey own, ReadOnlySpan<byte> their, Span<byte> secrets)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (their.Length % DhPublicKey.Size != 0 || secrets.Length != their.Length)
            throw new ArgumentException(
                $"{their.Length} bytes of public keys give no secrets of {secrets.Length} bytes: each is {DhPublicKey.Size}.", nameof(secrets));
        int at = LaneLadder<EightLanes>.MultiplyGroups(own.Bytes, their, secrets);
        at += LaneLadder<FourLanes>.MultiplyGroups(own.Bytes, their[at..], secrets[at..]);
        for (; at < their.Length; at += DhPublicKey.Size)
            MontgomeryLadder.Multiply(own.Bytes, their.Slice(at, DhPublicKey.Size), secrets.Slice(at, DhPublicKey.Size));
    }
}
