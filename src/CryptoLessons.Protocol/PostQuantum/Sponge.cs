using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>The sponge over <see cref="Keccak"/> that SHA-3 and SHAKE are (FIPS 202 §4): absorbs bytes, and is then squeezed.</summary>
internal struct Sponge
{
    /// <summary>Bytes that SHAKE128 squeezes from one permutation.</summary>
    public const int Shake128Rate = 168;

    private const byte Sha3Suffix = 0x06, ShakeSuffix = 0x1F;

    private readonly int rate;
    private readonly byte suffix;
    private State state;
    private int at;
    private bool squeezing;

    private Sponge(int rate, byte suffix) => (this.rate, this.suffix) = (rate, suffix);

    /// <summary>SHA3-256: squeeze 32 bytes.</summary>
    public static Sponge Sha3With256Bits() => new(136, Sha3Suffix);

    /// <summary>SHA3-512: squeeze 64 bytes.</summary>
    public static Sponge Sha3With512Bits() => new(72, Sha3Suffix);

    /// <summary>SHAKE128: squeeze any number of bytes, in any pieces.</summary>
    public static Sponge Shake128() => new(Shake128Rate, ShakeSuffix);

    /// <summary>SHAKE256: squeeze any number of bytes, in any pieces.</summary>
    public static Sponge Shake256() => new(136, ShakeSuffix);

    /// <summary>Takes bytes in.</summary>
    /// <exception cref="InvalidOperationException">Bytes were squeezed already.</exception>
    public void Absorb(ReadOnlySpan<byte> bytes)
    {
        if (squeezing)
            throw new InvalidOperationException("A sponge absorbs nothing more once it has been squeezed.");
        foreach (byte next in bytes)
        {
            if (at == rate)
                Permute();
            Add(at++, next);
        }
    }

    /// <summary>Gives the next bytes out.</summary>
    public void Squeeze(Span<byte> destination)
    {
        if (!squeezing)
            Pad();
        foreach (ref byte next in destination)
        {
            if (at == rate)
                Permute();
            next = unchecked((byte)(state[at >> 3] >> (8 * (at & 7))));
            at++;
        }
    }

    /// <summary>Forgets what was absorbed.</summary>
    public void Wipe() => ((Span<ulong>)state).Clear();

    // pad10*1 behind the suffix: the first 1 stands in the suffix, the last one at the end of the block (FIPS 202 §5.1, B.2).
    private void Pad()
    {
        if (at == rate)
            Permute();
        Add(at, suffix);
        Add(rate - 1, 0x80);
        Permute();
        squeezing = true;
    }

    private void Permute()
    {
        Keccak.Permute(state);
        at = 0;
    }

    // A lane holds eight bytes, the first one lowest, on every machine.
    private void Add(int position, byte value) => state[position >> 3] ^= (ulong)value << (8 * (position & 7));

    [InlineArray(Keccak.Lanes)]
    private struct State
    {
        private ulong lane;
    }
}
