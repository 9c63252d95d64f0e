using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The u-coordinates of low order on Curve25519 and its twist, in every encoding that 32 bytes allow.</summary>
internal static class LowOrderKeys
{
    private static readonly string[] Coordinates =
    [
        "0000000000000000000000000000000000000000000000000000000000000000", // 0, of order 2 (4 on the twist's side)
        "0100000000000000000000000000000000000000000000000000000000000000", // 1, of order 4
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800", // of order 8
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157", // of order 8
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p - 1, of order 4 on the twist
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p, not reduced
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p + 1, not reduced
    ];

    /// <summary>Each coordinate with the top bit clear and set: X25519 masks it (RFC 7748 §5).</summary>
    public static IEnumerable<DhPublicKey> All =>
        Coordinates.Select(Convert.FromHexString).SelectMany(u => new[] { new DhPublicKey(u), new DhPublicKey([.. u[..31], (byte)(u[31] | 0x80)]) });
}
