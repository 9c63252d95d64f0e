using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>The private half of a KEM: ŝ, the public key ek, its hash and z, all from one seed d || z (FIPS 203 §6.1).</summary>
internal sealed class DecapsulationKey : IDisposable
{
    /// <summary>Length of a seed d || z, in bytes.</summary>
    public const int SeedSize = 64;

    private readonly KPke scheme;
    private readonly byte[] seed;
    private readonly byte[] key;
    private readonly byte[] hash;
    private readonly NttPolynomial[] sHat;
    private bool wiped;

    private DecapsulationKey(KPke scheme, byte[] seed, byte[] key, byte[] hash, NttPolynomial[] sHat) =>
        (this.scheme, this.seed, this.key, this.hash, this.sHat) = (scheme, seed, key, hash, sHat);

    /// <summary>The key of a seed.</summary>
    /// <param name="scheme">The encryption inside.</param>
    /// <param name="seed">d || z, 64 bytes.</param>
    /// <param name="domain">What G reads after d.</param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not 64 bytes long.</exception>
    public static DecapsulationKey FromSeed(KPke scheme, ReadOnlySpan<byte> seed, ReadOnlySpan<byte> domain)
    {
        if (seed.Length != SeedSize)
            throw new ArgumentException($"A seed has {SeedSize} bytes, not {seed.Length}.", nameof(seed));
        byte[] key = new byte[scheme.KeySize];
        NttPolynomial[] sHat = scheme.KeyGen(seed[..KyberHash.Size], domain, key);
        return new(scheme, seed.ToArray(), key, KyberHash.H(key), sHat);
    }

    /// <summary>The key of a seed that is drawn.</summary>
    /// <param name="scheme">The encryption inside.</param>
    /// <param name="random">Gives 64 bytes.</param>
    /// <param name="domain">What G reads after d.</param>
    public static DecapsulationKey Generate(KPke scheme, RandomSource random, ReadOnlySpan<byte> domain)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> seed = stackalloc byte[SeedSize];
        random.Fill(seed);
        DecapsulationKey key = FromSeed(scheme, seed, domain);
        CryptographicOperations.ZeroMemory(seed);
        return key;
    }

    /// <summary>d || z, 64 bytes: what is saved.</summary>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public ReadOnlySpan<byte> Seed
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return seed;
        }
    }

    /// <summary>z: what an answer to a forged ciphertext is made from, 32 bytes.</summary>
    public ReadOnlySpan<byte> Z => Seed[KyberHash.Size..];

    /// <summary>ek = t̂ || ρ: no secret.</summary>
    public ReadOnlySpan<byte> EncapsulationKey => key;

    /// <summary>H(ek), 32 bytes: no secret.</summary>
    public ReadOnlySpan<byte> Hash => hash;

    /// <summary>ŝ.</summary>
    public NttPolynomial[] SHat => sHat;

    /// <summary>A copy that is wiped on its own.</summary>
    public DecapsulationKey Copy() => new(scheme, Seed.ToArray(), key, hash, [.. sHat.Select(element => element.Copy())]);

    /// <summary>Decrypts, encrypts again, and compares, as ML-KEM.Decaps_internal does (Algorithm 18).</summary>
    /// <param name="c1">The first part of a ciphertext.</param>
    /// <param name="c2">The second part.</param>
    /// <param name="otherwise">32 bytes that take the place of K when the ciphertext is not what encryption makes.</param>
    /// <param name="k">Where the 32 bytes go: K, or those.</param>
    public void Decapsulate(ReadOnlySpan<byte> c1, ReadOnlySpan<byte> c2, ReadOnlySpan<byte> otherwise, Span<byte> k)
    {
        ObjectDisposedException.ThrowIf(wiped, this);
        Span<byte> m = stackalloc byte[KyberHash.Size], r = stackalloc byte[KyberHash.Size];
        scheme.Decrypt(sHat, c1, c2, m);
        KyberHash.G(m, hash, k, r);
        byte[] again1 = scheme.Encrypt1(key.AsSpan(scheme.VectorSize), r);
        byte[] again2 = scheme.Encrypt2(key, m, r);
        bool same = CryptographicOperations.FixedTimeEquals(c1, again1) & CryptographicOperations.FixedTimeEquals(c2, again2);
        Replace(k, otherwise, unless: same);
        CryptographicOperations.ZeroMemory(m);
        CryptographicOperations.ZeroMemory(r);
        // Of a forged ciphertext these two tell what it was decrypted to.
        CryptographicOperations.ZeroMemory(again1);
        CryptographicOperations.ZeroMemory(again2);
    }

    /// <summary>Wipes ŝ and the seed.</summary>
    public void Dispose()
    {
        wiped = true;
        CryptographicOperations.ZeroMemory(seed);
        KPke.Wipe(sHat);
    }

    // Without a branch: which of the two it was must not show in the time.
    private static void Replace(Span<byte> k, ReadOnlySpan<byte> otherwise, bool unless)
    {
        int mask = unchecked(Unsafe.BitCast<bool, byte>(unless) - 1);
        for (int i = 0; i < KyberHash.Size; i++)
            k[i] = unchecked((byte)(k[i] ^ (mask & (k[i] ^ otherwise[i]))));
    }
}
