using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A key encrypted to an X25519 public key: <c>ephemeral(32) || wrapped key || tag(16)</c>, 48 bytes more than the key.</summary>
/// <remarks>
/// ECIES in its plainest form: an ephemeral agreement, HKDF-SHA-256 over it and both public keys, AES-256-GCM with key and nonce
/// from the HKDF. Safe because the nonce is derived and not sent: each ephemeral key gives a key and nonce of its own, used once,
/// or, when the ephemeral key is derived from the key that is sealed, once for each key.
/// </remarks>
public static class SealedKey
{
    /// <summary>By how much a sealed key is longer than the key, in bytes.</summary>
    public const int Overhead = DhPublicKey.Size + TagSize;

    private const int TagSize = 16;
    private const int KeySize = 32;
    private const int NonceSize = 12;

    /// <summary>Seals a key under a random ephemeral key: nobody but its maker and its recipient can tell what is in it.</summary>
    /// <param name="key">The key's bytes.</param>
    /// <param name="recipient">Whoever shall be able to open it.</param>
    /// <param name="random">Where the ephemeral key comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="recipient"/> is a low-order point: nobody has its private key.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> key, DhPublicKey recipient, RandomSource random)
    {
        using var ephemeral = DhKeyPair.Generate(random);
        return Seal(key, recipient, ephemeral);
    }

    /// <summary>Seals a key under an ephemeral key derived from it: whoever has the key can do the same again and compare.</summary>
    /// <param name="key">The key's bytes, which must be hard to guess.</param>
    /// <param name="recipient">Whoever shall be able to open it.</param>
    /// <exception cref="ArgumentException"><paramref name="recipient"/> is a low-order point: nobody has its private key.</exception>
    public static byte[] SealDeterministically(ReadOnlySpan<byte> key, DhPublicKey recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        Span<byte> bytes = stackalloc byte[Secret.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, bytes, salt: [], info: [.. "CryptoLessons SealedKey ephemeral"u8, .. recipient.U]);
        using var ephemeral = DhKeyPair.FromPrivate(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return Seal(key, recipient, ephemeral);
    }

    /// <summary>Opens a sealed key.</summary>
    /// <param name="sealedKey">Any bytes.</param>
    /// <param name="recipient">The key it was sealed to.</param>
    /// <param name="key">Where the key's bytes go; all of it, or the result is false.</param>
    /// <returns>False when the bytes have another length, were not sealed to this key, or were changed.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> sealedKey, AuthorityKey recipient, Span<byte> key)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (sealedKey.Length != key.Length + Overhead)
            return false;
        using SharedSecret? shared = recipient.Agree(new(sealedKey[..DhPublicKey.Size]));
        if (shared is null)
            return false;
        byte[] agreed = Hazmat.Reveal(shared);
        bool opened = TryUnwrap(sealedKey, agreed, recipient.Public, key);
        CryptographicOperations.ZeroMemory(agreed);
        return opened;
    }

    /// <summary>Opens a sealed key when the agreement is made already.</summary>
    /// <param name="sealedKey">As long as <paramref name="key"/> and <see cref="Overhead"/> together.</param>
    /// <param name="agreed">The agreement between its ephemeral key and the recipient's, 32 bytes.</param>
    /// <param name="recipient">The public key it was sealed to.</param>
    /// <param name="key">Where the key's bytes go.</param>
    internal static bool TryUnwrap(ReadOnlySpan<byte> sealedKey, ReadOnlySpan<byte> agreed, DhPublicKey recipient, Span<byte> key)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        using var gcm = Cipher(agreed, sealedKey[..DhPublicKey.Size], recipient, nonce);
        try
        {
            gcm.Decrypt(nonce, sealedKey[DhPublicKey.Size..^TagSize], sealedKey[^TagSize..], key);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    private static byte[] Seal(ReadOnlySpan<byte> key, DhPublicKey recipient, DhKeyPair ephemeral)
    {
        using SharedSecret shared = X25519.Agree(ephemeral.Private, recipient)
            ?? throw new ArgumentException("The recipient's key is a low-order point.", nameof(recipient));
        byte[] sealedKey = new byte[key.Length + Overhead];
        ephemeral.Public.U.CopyTo(sealedKey);
        byte[] agreed = Hazmat.Reveal(shared);
        Span<byte> nonce = stackalloc byte[NonceSize];
        using var gcm = Cipher(agreed, ephemeral.Public.U, recipient, nonce);
        gcm.Encrypt(nonce, key, sealedKey.AsSpan(DhPublicKey.Size, key.Length), sealedKey.AsSpan(DhPublicKey.Size + key.Length));
        CryptographicOperations.ZeroMemory(agreed);
        return sealedKey;
    }

    private static AesGcm Cipher(ReadOnlySpan<byte> agreed, ReadOnlySpan<byte> ephemeral, DhPublicKey recipient, Span<byte> nonce)
    {
        Span<byte> okm = stackalloc byte[KeySize + NonceSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, okm, salt: [], info: [.. "CryptoLessons SealedKey"u8, .. ephemeral, .. recipient.U]);
        okm[KeySize..].CopyTo(nonce);
        var gcm = new AesGcm(okm[..KeySize], TagSize);
        CryptographicOperations.ZeroMemory(okm);
        return gcm;
    }
}
