using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The key that two devices share in a secret chat, for all messages until they renew it.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class SecretChatKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>The key that follows from an agreement.</summary>
    /// <returns>Null when the other's key is a low-order point.</returns>
    public static SecretChatKey? Agree(DhKeyPair own, DhPublicKey their)
    {
        ArgumentNullException.ThrowIfNull(own);
        using SharedSecret? shared = X25519.Agree(own.Private, their);
        if (shared is null)
            return null;
        byte[] ikm = Hazmat.Reveal(shared);
        Span<byte> key = stackalloc byte[Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, key, salt: [], info: "CryptoLessons SecretChat"u8);
        var agreed = new SecretChatKey(key);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(ikm);
        return agreed;
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public SecretChatKey Copy() => new(Hazmat.Reveal(this));
}
