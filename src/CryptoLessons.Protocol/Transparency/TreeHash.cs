using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>A SHA-256 hash as trees are made of them: 32 bytes, compared by value.</summary>
/// <remarks>A first byte keeps the kinds of node apart: 0 and 1 in a Merkle log (RFC 9162 §2.1.1), 2 and 3 in a prefix tree.</remarks>
public readonly record struct TreeHash
{
    /// <summary>Length, in bytes.</summary>
    public const int Size = 32;

    /// <summary>Length, in bits: the depth that no path through a prefix tree goes beyond.</summary>
    public const int Bits = 8 * Size;

    private const int HalfBits = Bits / 2;

    private readonly UInt128 high;
    private readonly UInt128 low;

    /// <summary>Takes a hash from its bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        low = BinaryPrimitives.ReadUInt128BigEndian(bytes[(Size / 2)..]);
    }

    /// <summary>SHA-256(<paramref name="bytes"/>).</summary>
    public static TreeHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }

    /// <summary>SHA-256(<paramref name="kind"/> || <paramref name="left"/> || <paramref name="right"/>).</summary>
    /// <param name="kind">What keeps one kind of node from being taken for another.</param>
    /// <param name="left">First half.</param>
    /// <param name="right">Second half.</param>
    public static TreeHash Of(byte kind, TreeHash left, TreeHash right)
    {
        Span<byte> node = stackalloc byte[1 + 2 * Size];
        node[0] = kind;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Size)..]);
        return Of(node);
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[(Size / 2)..], low);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The 64 hex digits, lower case: a hash is no secret.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <summary>The bit at a depth, the top bit of the first byte being at depth 0.</summary>
    internal bool Bit(int depth) =>
        depth < HalfBits ? (high >> (HalfBits - 1 - depth) & 1) == 1 : (low >> (Bits - 1 - depth) & 1) == 1;

    /// <summary>How many bits two hashes have in common before the first that differs.</summary>
    internal int CommonBits(TreeHash other) =>
        high != other.high ? (int)UInt128.LeadingZeroCount(high ^ other.high) : HalfBits + (int)UInt128.LeadingZeroCount(low ^ other.low);

    internal static int Compare(TreeHash a, TreeHash b) => a.high == b.high ? a.low.CompareTo(b.low) : a.high.CompareTo(b.high);
}
