using CryptoLessons.Protocol.Primitives;
using Bouncy = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>The Diffie-Hellman function X25519 (RFC 7748 §5), computed by BouncyCastle.</summary>
public static class X25519
{
    /// <summary>X25519(private, 9): the public key of a private key.</summary>
    public static DhPublicKey PublicKey(DhPrivateKey privateKey)
    {
        ArgumentNullException.ThrowIfNull(privateKey);
        byte[] u = new byte[DhPublicKey.Size];
        Bouncy.ScalarMultBase(privateKey.Array, 0, u, 0);
        return new(u);
    }

    /// <summary>X25519(private, public): what both ends of an agreement compute.</summary>
    /// <returns>The shared secret; null when it is all zero, which only a low-order public key makes (RFC 7748 §6.1).</returns>
    public static SharedSecret? Agree(DhPrivateKey own, DhPublicKey their)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(their);
        byte[] shared = new byte[Secret.Size];
        bool contributory = Bouncy.CalculateAgreement(own.Array, 0, their.Array, 0, shared, 0);
        SharedSecret? secret = contributory ? new(shared) : null;
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(shared);
        return secret;
    }
}
