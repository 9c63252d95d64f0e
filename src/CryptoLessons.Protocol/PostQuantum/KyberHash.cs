namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>The hash functions of Kyber and ML-KEM by the letters that the standard gives them (FIPS 203 §4.1; Kyber round 3 §1.4).</summary>
/// <remarks>Where the standard hashes a || b, the parts are handed over one by one.</remarks>
internal static class KyberHash
{
    /// <summary>Length of what H and J return and of each half of what G returns, in bytes.</summary>
    public const int Size = 32;

    /// <summary>G: SHA3-512 of a || b, cut into two halves.</summary>
    public static void G(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> first, Span<byte> second)
    {
        var sponge = Sponge.Sha3With512Bits();
        sponge.Absorb(a);
        sponge.Absorb(b);
        sponge.Squeeze(first[..Size]);
        sponge.Squeeze(second[..Size]);
        sponge.Wipe();
    }

    /// <summary>H: SHA3-256 of a || b, 32 bytes.</summary>
    public static byte[] H(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b = default)
    {
        byte[] hash = new byte[Size];
        var sponge = Sponge.Sha3With256Bits();
        sponge.Absorb(a);
        sponge.Absorb(b);
        sponge.Squeeze(hash);
        return hash;
    }

    /// <summary>J of FIPS 203, KDF of round 3: 32 bytes of SHAKE256(a || b || c).</summary>
    public static void J(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, Span<byte> destination)
    {
        var sponge = Sponge.Shake256();
        sponge.Absorb(a);
        sponge.Absorb(b);
        sponge.Absorb(c);
        sponge.Squeeze(destination[..Size]);
        sponge.Wipe();
    }

    /// <summary>PRF: SHAKE256(seed || counter), as many bytes as are asked for.</summary>
    public static void Prf(ReadOnlySpan<byte> seed, byte counter, Span<byte> destination)
    {
        var sponge = Sponge.Shake256();
        sponge.Absorb(seed);
        sponge.Absorb([counter]);
        sponge.Squeeze(destination);
        sponge.Wipe();
    }

    /// <summary>XOF: SHAKE128(rho || j || i), to be squeezed.</summary>
    public static Sponge Xof(ReadOnlySpan<byte> rho, byte j, byte i)
    {
        var sponge = Sponge.Shake128();
        sponge.Absorb(rho);
        sponge.Absorb([j, i]);
        return sponge;
    }
}
