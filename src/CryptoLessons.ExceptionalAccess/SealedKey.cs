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

    /// <summary>Length of what the HKDF gives: wrapping key and nonce, in bytes.</summary>
    internal const int WrappingSize = KeySize + NonceSize;

    private const int TagSize = 16;
    private const int KeySize = 32;
    private const int NonceSize = 12;

    /// <summary>Length of what the HKDF is told, in bytes.</summary>
    internal static int InfoSize => Label.Length + (2 * DhPublicKey.Size);

    private static ReadOnlySpan<byte> Label => "CryptoLessons SealedKey"u8;

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
        Span<byte> wrapping = stackalloc byte[WrappingSize];
        Derive(shared, sealedKey[..DhPublicKey.Size], recipient.Public, wrapping);
        bool opened = TryUnwrap(sealedKey, wrapping, key);
        CryptographicOperations.ZeroMemory(wrapping);
        return opened;
    }

    /// <summary>What the HKDF is told beside the agreement: what for, and both public keys.</summary>
    /// <param name="sealedKey">At least its ephemeral key.</param>
    /// <param name="recipient">The public key it is sealed to.</param>
    /// <param name="info">Where it goes, <see cref="InfoSize"/> bytes.</param>
    internal static void WriteInfo(ReadOnlySpan<byte> sealedKey, DhPublicKey recipient, Span<byte> info)
    {
        Label.CopyTo(info);
        sealedKey[..DhPublicKey.Size].CopyTo(info[Label.Length..]);
        recipient.U.CopyTo(info[(Label.Length + DhPublicKey.Size)..]);
    }

    /// <summary>Opens a sealed key with what the HKDF gave.</summary>
    /// <param name="sealedKey">As long as <paramref name="key"/> and <see cref="Overhead"/> together.</param>
    /// <param name="wrapping">Wrapping key and nonce, <see cref="WrappingSize"/> bytes.</param>
    /// <param name="key">Where the key's bytes go.</param>
    internal static bool TryUnwrap(ReadOnlySpan<byte> sealedKey, ReadOnlySpan<byte> wrapping, Span<byte> key)
    {
        if (ShortGcm.CanOpen(key.Length))
            return ShortGcm.TryOpen(wrapping[..KeySize], wrapping[KeySize..], sealedKey[DhPublicKey.Size..^TagSize], sealedKey[^TagSize..], key);
        using var gcm = new AesGcm(wrapping[..KeySize], TagSize);
        try
        {
            gcm.Decrypt(wrapping[KeySize..], sealedKey[DhPublicKey.Size..^TagSize], sealedKey[^TagSize..], key);
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
        Span<byte> wrapping = stackalloc byte[WrappingSize];
        Derive(shared, sealedKey, recipient, wrapping);
        using var gcm = new AesGcm(wrapping[..KeySize], TagSize);
        gcm.Encrypt(wrapping[KeySize..], key, sealedKey.AsSpan(DhPublicKey.Size, key.Length), sealedKey.AsSpan(DhPublicKey.Size + key.Length));
        CryptographicOperations.ZeroMemory(wrapping);
        return sealedKey;
    }

    private static void Derive(SharedSecret shared, ReadOnlySpan<byte> sealedKey, DhPublicKey recipient, Span<byte> wrapping)
    {
        byte[] agreed = Hazmat.Reveal(shared);
        Span<byte> info = stackalloc byte[InfoSize];
        WriteInfo(sealedKey, recipient, info);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, wrapping, salt: [], info);
        CryptographicOperations.ZeroMemory(agreed);
    }
}
