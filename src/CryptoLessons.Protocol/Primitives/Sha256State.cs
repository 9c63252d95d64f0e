using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>The hash value H of SHA-256 between two blocks (FIPS 180-4 §6.2), of each of several messages of one length.</summary>
/// <remarks>
/// One body for one message and for many in step. The platform's SHA-256 spends more on being called than on a block: this one is for what is
/// short or many. Messages stand one behind the other and may be fewer than the lanes. No secret-dependent branch or look-up, no allocation.
/// </remarks>
[InlineArray(Words)]
internal struct Sha256State<TWords>
    where TWords : unmanaged, IWords<TWords>
{
    /// <summary>Length of a block, in bytes.</summary>
    public const int BlockSize = 64;

    /// <summary>Length of a digest, in bytes.</summary>
    public const int DigestSize = 32;

    private const int Words = DigestSize / sizeof(uint);
    private const int BlockWords = BlockSize / sizeof(uint);

    private TWords h0;

    /// <summary>How many lanes there are.</summary>
    public static int Lanes => Unsafe.SizeOf<TWords>() / sizeof(uint);

    /// <summary>H^(0): the first 32 bits of the fractions of the square roots of the first 8 primes (§5.3.3).</summary>
    public static Sha256State<TWords> Initial
    {
        get
        {
            ReadOnlySpan<uint> words =
            [
                0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
            ];
            Sha256State<TWords> initial = default;
            for (int i = 0; i < Words; i++)
                initial[i] = TWords.All(words[i]);
            return initial;
        }
    }

    /// <summary>K: the first 32 bits of the fractions of the cube roots of the first 64 primes (§4.2.2).</summary>
    private static ReadOnlySpan<uint> K =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    /// <summary>Hashes what is left of the messages, and the padding (§5.1.1).</summary>
    /// <param name="messages">As many as <paramref name="count"/>, of one length.</param>
    /// <param name="count">How many messages; at most <see cref="Lanes"/>.</param>
    /// <param name="before">How many bytes of each were hashed before, a multiple of 64.</param>
    public void Finish(ReadOnlySpan<byte> messages, int count, int before)
    {
        Span<TWords> block = stackalloc TWords[BlockWords];
        int length = messages.Length / count, at = 0;
        for (; length - at >= BlockSize; at += BlockSize)
        {
            Load(block, messages, count, at);
            Compress(block);
        }
        Load(block, messages, count, at);
        int left = length - at;
        block[left / sizeof(uint)] ^= TWords.All(0x80000000 >>> (8 * (left % sizeof(uint))));
        if (left >= BlockSize - sizeof(ulong))
        {
            Compress(block);
            block.Clear();
        }
        block[BlockWords - 1] = TWords.All(unchecked(8 * (uint)(before + length)));
        Compress(block);
        block.Clear();
    }

    /// <summary>Hashes the digests that other messages have come to, and the padding: the outer hash of HMAC.</summary>
    /// <param name="digests">The digests.</param>
    /// <param name="before">How many bytes of each were hashed before, a multiple of 64.</param>
    public void Finish(in Sha256State<TWords> digests, int before)
    {
        Span<TWords> block = stackalloc TWords[BlockWords];
        ((ReadOnlySpan<TWords>)digests).CopyTo(block);
        block[Words] = TWords.All(0x80000000);
        block[BlockWords - 1] = TWords.All(8 * (uint)(before + DigestSize));
        Compress(block);
        block.Clear();
    }

    /// <summary>The hash computation of one block (§6.2.2).</summary>
    /// <param name="w">The block's 16 words; the message schedule overwrites them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compress(Span<TWords> w)
    {
        Span<TWords> h = this;
        w = w[..BlockWords];
        (TWords a, TWords b, TWords c, TWords d, TWords e, TWords f, TWords g) = (h[0], h[1], h[2], h[3], h[4], h[5], h[6]);
        TWords last = h[7];
        for (int t = 0; t < K.Length; t++)
        {
            // Ch takes f or g bit by bit as e says, Maj takes c where a and b differ, else what both are.
            // What depends on the round before is added last.
            TWords t1 = last + TWords.All(K[t]) + w[t % BlockWords] + TWords.Select(e, f, g)
                + (TWords.RotateRight(e, 6) ^ TWords.RotateRight(e, 11) ^ TWords.RotateRight(e, 25));
            TWords t2 = (TWords.RotateRight(a, 2) ^ TWords.RotateRight(a, 13) ^ TWords.RotateRight(a, 22)) + TWords.Select(a ^ b, c, a);
            last = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;

            if (t >= K.Length - BlockWords)
                continue;
            // W of 16 rounds later takes the place of the word that is used up.
            TWords w1 = w[(t + 1) % BlockWords], w14 = w[(t + 14) % BlockWords];
            w[t % BlockWords] += (TWords.RotateRight(w1, 7) ^ TWords.RotateRight(w1, 18) ^ (w1 >>> 3)) + w[(t + 9) % BlockWords]
                + (TWords.RotateRight(w14, 17) ^ TWords.RotateRight(w14, 19) ^ (w14 >>> 10));
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
        h[5] += f;
        h[6] += g;
        h[7] += last;
    }

    /// <summary>Writes the digests of <paramref name="count"/> messages, 32 bytes each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Store(Span<byte> digests, int count)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<TWords, uint>((ReadOnlySpan<TWords>)this);
        for (int i = 0; i < count * Words; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digests[(i * sizeof(uint))..], words[(i % Words * Lanes) + (i / Words)]);
    }

    /// <summary>Reads a block of each message from byte <paramref name="at"/> on, zeros where it has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(Span<TWords> block, ReadOnlySpan<byte> messages, int count, int at)
    {
        Span<uint> words = stackalloc uint[BlockWords];
        Span<uint> lanes = MemoryMarshal.Cast<TWords, uint>(block);
        int length = messages.Length / count, size = Math.Min(BlockSize, length - at);
        for (int lane = 0; lane < count; lane++)
        {
            messages.Slice((lane * length) + at, size).CopyTo(MemoryMarshal.AsBytes(words));
            for (int i = 0; i < words.Length; i++)
                lanes[(i * Lanes) + lane] = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(words[i]) : words[i];
        }
        words.Clear();
    }
}
