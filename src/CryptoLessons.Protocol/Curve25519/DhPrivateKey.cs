using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A Curve25519 private key: 32 bytes, kept in clamped form (RFC 7748 §5, decodeScalar25519).</summary>
/// <param name="bytes">32 bytes, clamped or not.</param>
public sealed class DhPrivateKey(ReadOnlySpan<byte> bytes) : Secret(Clamp(bytes))
{
    /// <summary>A copy that is wiped on its own.</summary>
    public DhPrivateKey Copy() => new(Bytes);

    private static byte[] Clamp(ReadOnlySpan<byte> bytes)
    {
        byte[] clamped = bytes.ToArray();
        if (clamped.Length == Size)
        {
            clamped[0] &= 0xF8;
            clamped[31] &= 0x7F;
            clamped[31] |= 0x40;
        }
        return clamped;
    }
}
