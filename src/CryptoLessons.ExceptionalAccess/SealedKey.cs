using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A message key encrypted to an X25519 public key: <c>ephemeral(32) || wrapped key(32) || tag(16)</c>, 80 bytes.</summary>
/// <remarks>
/// ECIES in its plainest form: an ephemeral agreement, HKDF-SHA-256 over it and both public keys, AES-256-GCM with key and nonce
/// from the HKDF. Safe because the nonce is derived and not sent: each ephemeral key gives a key and nonce of its own, used once.
/// </remarks>
public static class SealedKey
{
    /// <summary>Length of a sealed key, in bytes.</summary>
    public const int Size = DhPublicKey.Size + Secret.Size + TagSize;

    private const int TagSize = 16;
    private const int KeySize = 32;
    private const int NonceSize = 12;

    /// <summary>Seals a message key.</summary>
    /// <param name="key">The message key.</param>
    /// <param name="recipient">Whoever shall be able to open it.</param>
    /// <param name="random">Where the ephemeral key comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="recipient"/> is a low-order point: nobody has its private key.</exception>
    public static byte[] Seal(MessageKey key, DhPublicKey recipient, RandomSource random)
    {
        using var ephemeral = DhKeyPair.Generate(random);
        using SharedSecret shared = X25519.Agree(ephemeral.Private, recipient)
            ?? throw new ArgumentException("The recipient's key is a low-order point.", nameof(recipient));
        byte[] sealedKey = new byte[Size];
        ephemeral.Public.U.CopyTo(sealedKey);
        byte[] plaintext = Hazmat.Reveal(key);
        using (var gcm = Cipher(shared, ephemeral.Public, recipient, out byte[] nonce))
            gcm.Encrypt(nonce, plaintext, Wrapped(sealedKey), Tag(sealedKey));
        CryptographicOperations.ZeroMemory(plaintext);
        return sealedKey;
    }

    /// <summary>Opens a sealed key.</summary>
    /// <param name="sealedKey">Any bytes.</param>
    /// <param name="recipient">The key pair it was sealed to.</param>
    /// <returns>The message key; null when the bytes are not 80, were not sealed to this key, or were changed.</returns>
    public static MessageKey? TryOpen(ReadOnlySpan<byte> sealedKey, DhKeyPair recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (sealedKey.Length != Size)
            return null;
        var ephemeral = new DhPublicKey(sealedKey[..DhPublicKey.Size]);
        using SharedSecret? shared = X25519.Agree(recipient.Private, ephemeral);
        if (shared is null)
            return null;
        byte[] copy = sealedKey.ToArray();
        Span<byte> plaintext = stackalloc byte[Secret.Size];
        using var gcm = Cipher(shared, ephemeral, recipient.Public, out byte[] nonce);
        try
        {
            gcm.Decrypt(nonce, Wrapped(copy), Tag(copy), plaintext);
            return new MessageKey(plaintext);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private static AesGcm Cipher(SharedSecret shared, DhPublicKey ephemeral, DhPublicKey recipient, out byte[] nonce)
    {
        byte[] ikm = Hazmat.Reveal(shared);
        byte[] okm = new byte[KeySize + NonceSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, okm, salt: [], info: [.. "CryptoLessons SealedKey"u8, .. ephemeral.U, .. recipient.U]);
        nonce = okm[KeySize..];
        var gcm = new AesGcm(okm.AsSpan(0, KeySize), TagSize);
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(ikm);
        return gcm;
    }

    private static Span<byte> Wrapped(byte[] sealedKey) => sealedKey.AsSpan(DhPublicKey.Size, Secret.Size);

    private static Span<byte> Tag(byte[] sealedKey) => sealedKey.AsSpan(DhPublicKey.Size + Secret.Size);
}
