using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Curve25519;

/// <content>To and from the encodings, which stand one behind the other: lane i has bytes 32 i to 32 i + 31.</content>
internal readonly partial struct LaneElement<TLanes>
{
    private const int Words = FieldElement.Size / sizeof(ulong);
    private const int LimbBits = 51;
    private const ulong LimbMask = (1UL << LimbBits) - 1;

    /// <summary>Reads 32 little-endian bytes for each lane; the top bit is ignored, a value of p or more taken modulo p (RFC 7748 §5).</summary>
    public static LaneElement<TLanes> FromBytes(ReadOnlySpan<byte> bytes)
    {
        // Word j of all lanes together, for j = 0 to 3.
        Span<ulong> words = stackalloc ulong[Words * TLanes.Count];
        for (int i = 0; i < words.Length; i++)
            words[(i % Words * TLanes.Count) + (i / Words)] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
        TLanes w0 = TLanes.Load(words);
        TLanes w1 = TLanes.Load(words[TLanes.Count..]);
        TLanes w2 = TLanes.Load(words[(2 * TLanes.Count)..]);
        TLanes w3 = TLanes.Load(words[(3 * TLanes.Count)..]);
        TLanes mask = TLanes.All(LimbMask);
        return new LaneColumns<TLanes>(
            w0 & mask,
            ((w0 >>> 51) | (w1 << 13)) & mask,
            ((w1 >>> 38) | (w2 << 26)) & mask,
            ((w2 >>> 25) | (w3 << 39)) & mask,
            (w3 >>> 12) & mask).Carry();
    }

    /// <summary>Writes the one encoding below p of each carried lane: 32 little-endian bytes, the top bit 0.</summary>
    public void ToBytes(Span<byte> destination)
    {
        // 2p, limb by limb: 0 in the field, and larger than any limb is negative.
        const ulong TwoP0 = (1UL << 52) - 38, TwoP = (1UL << 52) - 2;
        TLanes i0 = Integer(l0, TwoP0), i1 = Integer(l1, TwoP), i2 = Integer(l2, TwoP), i3 = Integer(l3, TwoP), i4 = Integer(l4, TwoP);

        TLanes mask = TLanes.All(LimbMask);
        TLanes r0 = (i0 & mask) + Times19(i4 >>> LimbBits);
        TLanes r1 = (i1 & mask) + (i0 >>> LimbBits);
        TLanes r2 = (i2 & mask) + (i1 >>> LimbBits);
        TLanes r3 = (i3 & mask) + (i2 >>> LimbBits);
        TLanes r4 = (i4 & mask) + (i3 >>> LimbBits);

        // The value is below 2p. It is p or more exactly when value + 19 reaches 2^255, and then value - p = value + 19 - 2^255.
        TLanes carry = (r0 + TLanes.All(19UL)) >>> LimbBits;
        carry = (r1 + carry) >>> LimbBits;
        carry = (r2 + carry) >>> LimbBits;
        carry = (r3 + carry) >>> LimbBits;
        carry = (r4 + carry) >>> LimbBits;

        r0 += Times19(carry);
        r1 += r0 >>> LimbBits;
        r2 += r1 >>> LimbBits;
        r3 += r2 >>> LimbBits;
        r4 = (r4 + (r3 >>> LimbBits)) & mask;
        r0 &= mask;
        r1 &= mask;
        r2 &= mask;
        r3 &= mask;

        Span<ulong> words = stackalloc ulong[Words * TLanes.Count];
        (r0 | (r1 << 51)).Store(words);
        ((r1 >>> 13) | (r2 << 38)).Store(words[TLanes.Count..]);
        ((r2 >>> 26) | (r3 << 25)).Store(words[(2 * TLanes.Count)..]);
        ((r3 >>> 39) | (r4 << 12)).Store(words[(3 * TLanes.Count)..]);
        for (int i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(destination[(i * sizeof(ulong))..], words[(i % Words * TLanes.Count) + (i / Words)]);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(words));
    }

    /// <summary>number + more, as an integer.</summary>
    private static TLanes Integer(TLanes number, ulong more) => unchecked(
        TLanes.Add(number, TLanes.All(LaneProduct<TLanes>.LowOrigin)) + TLanes.All(more - LaneProduct<TLanes>.LowBias));
}
