using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>XEdDSA: Ed25519 signatures made and checked with the same Curve25519 keys that agree on secrets.</summary>
/// <remarks>
/// Source: Perrin, "The XEdDSA and VXEdDSA Signature Schemes" (revision 1, 2016), in the form that Signal's library has on the wire.
/// A Curve25519 public key u stands for two Edwards points, A and -A. The paper signs with whichever of the two private keys a, -a
/// gives the point of sign 0. Signal always signs with a, and sends the sign of A in the top bit of the signature, which is free
/// because s is below 2^253. So a signature made by the paper's rules verifies here, and the reverse fails for half of all keys.
/// A signature is no unique id: with L added to s, the order of the base point, it verifies too, as long as the sum is below 2^253.
/// </remarks>
public static class XEdDsa
{
    /// <summary>Length of a signature, in bytes: <c>R (32) || s (32, little-endian, the sign of A in the top bit)</c>.</summary>
    public const int SignatureSize = 64;

    /// <summary>Length of the randomness that a signature takes, in bytes: the paper's Z.</summary>
    public const int RandomnessSize = 64;

    private const int KeySize = 32;
    private const byte SignBit = 0x80;

    /// <summary>
    /// What makes SHA-512 the paper's hash_1: 2^256 - 2 before the input. No point is encoded so, hence no nonce is ever a challenge.
    /// </summary>
    private static ReadOnlySpan<byte> NoncePrefix =>
    [
        0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    ];

    /// <summary>Signs a message with fresh randomness.</summary>
    /// <param name="key">The private key.</param>
    /// <param name="message">Any number of bytes.</param>
    /// <param name="random">Where the signature's 64 random bytes come from.</param>
    /// <returns>The signature: 64 bytes.</returns>
    public static byte[] Sign(DhPrivateKey key, ReadOnlySpan<byte> message, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> randomness = stackalloc byte[RandomnessSize];
        random.Fill(randomness);
        return Sign(key.Bytes, message, randomness);
    }

    /// <summary>Signs a message, in time that depends on no secret.</summary>
    /// <param name="privateKey">A Curve25519 private key: 32 bytes, clamped or not.</param>
    /// <param name="message">Any number of bytes.</param>
    /// <param name="randomness">
    /// 64 fresh random bytes, the paper's Z. Repeated ones do no harm by themselves: the nonce also depends on key and message.
    /// </param>
    /// <returns>The signature: 64 bytes.</returns>
    /// <exception cref="ArgumentException">The private key or the randomness has another length.</exception>
    public static byte[] Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> randomness)
    {
        if (privateKey.Length != KeySize)
            throw new ArgumentException($"A Curve25519 private key has {KeySize} bytes, not {privateKey.Length}.", nameof(privateKey));
        using var signer = new XEdDsaSigner(privateKey);
        return signer.Sign(message, randomness);
    }

    /// <summary>Signs with a clamped private key <paramref name="k"/>, its scalar a, and its point A.</summary>
    internal static byte[] SignWith(
        ReadOnlySpan<byte> k, in Scalar a, ReadOnlySpan<byte> encodedA, ReadOnlySpan<byte> message, ReadOnlySpan<byte> randomness)
    {
        if (randomness.Length != RandomnessSize)
            throw new ArgumentException($"XEdDSA takes {RandomnessSize} random bytes, not {randomness.Length}.", nameof(randomness));

        byte[] signature = new byte[SignatureSize];
        Span<byte> encodedR = signature.AsSpan(0, EdwardsPoint.Size), encodedS = signature.AsSpan(EdwardsPoint.Size);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(NoncePrefix);
        hash.AppendData(k);
        hash.AppendData(message);
        hash.AppendData(randomness);
        Scalar r = HashToScalar(hash);
        EdwardsCurve.BaseTables.Multiply(r).Compress(encodedR);

        Scalar s = Scalar.MultiplyAdd(Challenge(hash, encodedR, encodedA, message), a, r);
        s.ToBytes(encodedS);
        encodedS[^1] |= (byte)(encodedA[^1] & SignBit);

        Scalar.Wipe(ref r);
        return signature;
    }

    /// <summary>Checks a signature as leniently as Signal's library: s of L or more and points of low order are let through.</summary>
    /// <param name="publicKey">The signer's Curve25519 public key: 32 bytes, the u-coordinate.</param>
    /// <param name="message">Any number of bytes.</param>
    /// <param name="signature">What <see cref="Sign(ReadOnlySpan{byte}, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/> made.</param>
    /// <returns>False when the signature is not this key's for this message, or when the key or the signature is malformed.</returns>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeySize || signature.Length != SignatureSize)
            return false;

        ReadOnlySpan<byte> encodedR = signature[..EdwardsPoint.Size];
        Span<byte> s = stackalloc byte[Scalar.Size];
        signature[EdwardsPoint.Size..].CopyTo(s);
        ulong sign = (ulong)(s[^1] >> 7);
        s[^1] &= 0x7F;
        bool tooLarge = (s[^1] & 0xE0) != 0;                            // s >= 2^253
        if (tooLarge || !EdwardsPoint.TryFromMontgomery(publicKey, sign, out EdwardsPoint a))
            return false;

        Span<byte> encodedA = stackalloc byte[EdwardsPoint.Size];
        a.Compress(encodedA);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        Scalar h = Challenge(hash, encodedR, encodedA, message);

        // R = s B - h A. R itself is never decompressed: what was sent must be the bytes that come out.
        Span<byte> expectedR = stackalloc byte[EdwardsPoint.Size];
        PointTable.MultiplyAddVariableTime(Scalar.FromBytes(s), EdwardsCurve.BaseTable, h, new PointTable(-a)).Compress(expectedR);
        return CryptographicOperations.FixedTimeEquals(expectedR, encodedR);
    }

    /// <summary>h = SHA-512(R || A || message) modulo L, as in Ed25519 (RFC 8032 §5.1.6).</summary>
    private static Scalar Challenge(
        IncrementalHash hash, ReadOnlySpan<byte> encodedR, ReadOnlySpan<byte> encodedA, ReadOnlySpan<byte> message)
    {
        hash.AppendData(encodedR);
        hash.AppendData(encodedA);
        hash.AppendData(message);
        return HashToScalar(hash);
    }

    private static Scalar HashToScalar(IncrementalHash hash)
    {
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        Scalar scalar = Scalar.FromBytes(digest);
        CryptographicOperations.ZeroMemory(digest);
        return scalar;
    }
}
