using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>
/// A multiplier of curve points: an integer modulo L = 2^252 + 27742317777372353535851937790883648493, the order of the base
/// point (RFC 8032 §5.1), in constant time.
/// </summary>
/// <remarks>
/// Eight 32-bit limbs, so that a product with both its carries fits one 64-bit word and no carry is ever a comparison.
/// Reduction is Barrett's (Handbook of Applied Cryptography, algorithm 14.42): multiply by 1/L, computed once, to get the quotient
/// or 1 less, then subtract.
/// </remarks>
internal readonly struct Scalar
{
    /// <summary>Length of an encoded scalar, in bytes.</summary>
    public const int Size = 32;

    private const int LimbCount = Size / sizeof(uint);
    private const int WideCount = 2 * LimbCount;

    private readonly Limbs limbs;

    private Scalar(ReadOnlySpan<uint> value) => value[..LimbCount].CopyTo(limbs);

    /// <summary>L, with one limb more than it needs: the remainder it is subtracted from has nine.</summary>
    private static ReadOnlySpan<uint> Order =>
        [0x5CF5D3ED, 0x5812631A, 0xA2F79CD6, 0x14DEF9DE, 0x00000000, 0x00000000, 0x00000000, 0x10000000, 0x00000000];

    private static Scalar MinusOne => new([0x5CF5D3EC, 0x5812631A, 0xA2F79CD6, 0x14DEF9DE, 0x00000000, 0x00000000, 0x00000000, 0x10000000]);

    /// <summary>floor(2^512 / L), Barrett's stand-in for 1/L.</summary>
    private static ReadOnlySpan<uint> Reciprocal =>
        [0x0A2C131B, 0xED9CE5A3, 0x086329A7, 0x2106215D, 0xFFFFFFEB, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0x0000000F];

    /// <summary>A little-endian integer modulo L.</summary>
    /// <param name="bytes">At most 64 bytes, a multiple of 4.</param>
    public static Scalar FromBytes(ReadOnlySpan<byte> bytes)
    {
        Span<uint> wide = stackalloc uint[WideCount];
        wide.Clear();
        for (int i = 0; i < bytes.Length / sizeof(uint); i++)
            wide[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(sizeof(uint) * i)..]);
        Scalar scalar = Reduce(wide);
        Wipe(wide);
        return scalar;
    }

    /// <summary>Writes 32 little-endian bytes, a value below L.</summary>
    public void ToBytes(Span<byte> destination)
    {
        ReadOnlySpan<uint> value = limbs;
        for (int i = 0; i < LimbCount; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(destination[(sizeof(uint) * i)..], value[i]);
    }

    /// <summary><paramref name="a"/> <paramref name="b"/> + <paramref name="c"/> modulo L.</summary>
    public static Scalar MultiplyAdd(in Scalar a, in Scalar b, in Scalar c)
    {
        Span<uint> wide = stackalloc uint[WideCount];
        wide.Clear();
        ((ReadOnlySpan<uint>)c.limbs).CopyTo(wide);
        AddProduct(wide, a.limbs, b.limbs);
        Scalar result = Reduce(wide);
        Wipe(wide);
        return result;
    }

    /// <summary>A small number.</summary>
    public static Scalar FromSmall(uint value)
    {
        Span<uint> limbs = stackalloc uint[LimbCount];
        limbs.Clear();
        limbs[0] = value;
        return new(limbs);
    }

    /// <summary><paramref name="a"/> <paramref name="b"/> modulo L.</summary>
    public static Scalar operator *(in Scalar a, in Scalar b) => MultiplyAdd(a, b, default);

    /// <summary><paramref name="a"/> + <paramref name="b"/> modulo L.</summary>
    public static Scalar operator +(in Scalar a, in Scalar b) => MultiplyAdd(a, FromSmall(1), b);

    /// <summary>-<paramref name="a"/> modulo L.</summary>
    public static Scalar operator -(in Scalar a) => a * MinusOne;

    /// <summary>1/<paramref name="a"/> modulo L, as a to the power of L - 2 (Fermat); 0 for 0.</summary>
    public static Scalar Invert(in Scalar a)
    {
        ReadOnlySpan<uint> order = Order;
        Scalar power = FromSmall(1);
        for (int bit = (32 * LimbCount) - 1; bit >= 0; bit--)
        {
            power *= power;
            // Safe because the lowest limb of L is not below 2, and the exponent is no secret.
            uint limb = bit < 32 ? order[0] - 2 : order[bit / 32];
            if (((limb >> (bit % 32)) & 1) == 1)
                power *= a;
        }
        return power;
    }

    /// <summary>Overwrites a scalar with zeros. Copies that the runtime made are out of reach.</summary>
    public static void Wipe(ref Scalar scalar) =>
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(new Span<Scalar>(ref scalar)));

    private static void Wipe(Span<uint> limbs) => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(limbs));

    private static Scalar Reduce(ReadOnlySpan<uint> wide)
    {
        // quotient = floor(floor(wide / 2^224) * Reciprocal / 2^288), which is floor(wide / L) or 1 less: the floor in Reciprocal
        // costs at most its dropped fraction, 0.23, and the inner floor at most 2^260 / 2^288, together less than 1.
        Span<uint> estimate = stackalloc uint[2 * (LimbCount + 1)];
        estimate.Clear();
        AddProduct(estimate, wide[(LimbCount - 1)..], Reciprocal);
        ReadOnlySpan<uint> quotient = estimate[(LimbCount + 1)..];

        // remainder = wide - quotient * L is below 2L, so nine limbs of the difference are enough.
        Span<uint> product = stackalloc uint[2 * (LimbCount + 1)];
        product.Clear();
        AddProduct(product, quotient, Order);
        Span<uint> remainder = stackalloc uint[LimbCount + 1];
        Subtract(remainder, wide[..(LimbCount + 1)], product[..(LimbCount + 1)]);

        // The last subtraction always runs, and its result is taken when it did not go below zero.
        Span<uint> less = stackalloc uint[LimbCount + 1];
        uint borrow = Subtract(less, remainder, Order);
        Select(remainder, less, 1 - borrow);

        var scalar = new Scalar(remainder);
        Wipe(estimate);
        Wipe(product);
        Wipe(remainder);
        Wipe(less);
        return scalar;
    }

    /// <summary>sum += a b, by schoolbook multiplication; the limbs of the sum from b.Length on must be zero.</summary>
    private static void AddProduct(Span<uint> sum, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        unchecked
        {
            for (int i = 0; i < a.Length; i++)
            {
                ulong carry = 0;
                for (int j = 0; j < b.Length; j++)
                {
                    // Safe because (2^32 - 1)^2 + 2 (2^32 - 1) = 2^64 - 1.
                    ulong t = ((ulong)a[i] * b[j]) + sum[i + j] + carry;
                    sum[i + j] = (uint)t;
                    carry = t >> 32;
                }
                sum[i + b.Length] = (uint)carry;
            }
        }
    }

    /// <summary>difference = a - b modulo a power of 2; returns the borrow, 1 or 0.</summary>
    private static uint Subtract(Span<uint> difference, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        unchecked
        {
            ulong borrow = 0;
            for (int i = 0; i < difference.Length; i++)
            {
                ulong t = (ulong)a[i] - b[i] - borrow;
                difference[i] = (uint)t;
                borrow = t >> 63;
            }
            return (uint)borrow;
        }
    }

    /// <summary>Keeps <paramref name="value"/> when <paramref name="choice"/> is 0, takes <paramref name="other"/> when it is 1.</summary>
    private static void Select(Span<uint> value, ReadOnlySpan<uint> other, uint choice)
    {
        unchecked
        {
            uint mask = 0 - choice;
            for (int i = 0; i < value.Length; i++)
                value[i] ^= mask & (value[i] ^ other[i]);
        }
    }

    [InlineArray(LimbCount)]
    private struct Limbs
    {
        private uint first;
    }
}
