using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using static CryptoLessons.Tests.Curve25519.Integers;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>Ed25519 (RFC 8032 §5.1.5 to 5.1.7) from the internals of XEdDSA, which has no vectors of its own for them.</summary>
internal static class Ed25519
{
    public static byte[] PublicKey(byte[] seed) => BaseTimes(Expand(seed).A);

    public static byte[] Sign(byte[] seed, byte[] message)
    {
        (Scalar a, byte[] prefix) = Expand(seed);
        Scalar r = Hash(prefix, message);
        byte[] encodedR = BaseTimes(r), s = new byte[32];
        Scalar.MultiplyAdd(Hash(encodedR, BaseTimes(a), message), a, r).ToBytes(s);
        return [.. encodedR, .. s];
    }

    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature)
    {
        if (FromBytes(signature.AsSpan(32)) >= L || !EdwardsPoint.TryDecompress(publicKey, out EdwardsPoint a))
            return false;
        byte[] encodedR = new byte[32];
        PointTable.MultiplyAddVariableTime(
            Scalar.FromBytes(signature.AsSpan(32)), EdwardsCurve.BaseTable,
            Hash(signature[..32], publicKey, message), new PointTable(-a)).Compress(encodedR);
        return encodedR.AsSpan().SequenceEqual(signature.AsSpan(0, 32));
    }

    private static (Scalar A, byte[] Prefix) Expand(byte[] seed)
    {
        byte[] hash = SHA512.HashData(seed);
        hash[0] &= 0xF8;
        hash[31] = (byte)((hash[31] & 0x7F) | 0x40);
        return (Scalar.FromBytes(hash.AsSpan(0, 32)), hash[32..]);
    }

    private static byte[] BaseTimes(Scalar scalar)
    {
        byte[] encoded = new byte[32];
        EdwardsCurve.BaseTable.Multiply(scalar).Compress(encoded);
        return encoded;
    }

    private static Scalar Hash(params byte[][] parts) => Scalar.FromBytes(SHA512.HashData(parts.SelectMany(part => part).ToArray()));
}
