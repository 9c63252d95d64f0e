using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>A private key of CRYSTALS-Kyber-1024, round 3, together with its public key.</summary>
public sealed class Kyber1024KeyPair : IDisposable
{
    /// <summary>Length of the seed that a pair is made from, in bytes: d || z.</summary>
    public const int SeedSize = DecapsulationKey.SeedSize;

    // G reads d alone. FIPS 203 appends the rank, and every key is another one.
    private static ReadOnlySpan<byte> Round3 => [];

    private Kyber1024KeyPair(DecapsulationKey key) => (Key, Public) = (key, new(key.EncapsulationKey));

    /// <summary>The public key.</summary>
    public Kyber1024PublicKey Public { get; }

    internal DecapsulationKey Key { get; }

    /// <summary>d || z, 64 bytes: for saving a state.</summary>
    internal ReadOnlySpan<byte> Seed => Key.Seed;

    /// <summary>A fresh pair from 64 bytes of <paramref name="random"/>.</summary>
    public static Kyber1024KeyPair Generate(RandomSource random) => new(DecapsulationKey.Generate(KPke.Kyber1024, random, Round3));

    /// <summary>The pair of a given seed (Kyber round 3, Algorithm 7).</summary>
    /// <param name="seed">d || z, 64 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not 64 bytes long.</exception>
    public static Kyber1024KeyPair FromSeed(ReadOnlySpan<byte> seed) => new(DecapsulationKey.FromSeed(KPke.Kyber1024, seed, Round3));

    /// <summary>A copy that is wiped on its own.</summary>
    public Kyber1024KeyPair Copy() => new(Key.Copy());

    /// <summary>Wipes the private key; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => Key.Dispose();
}
