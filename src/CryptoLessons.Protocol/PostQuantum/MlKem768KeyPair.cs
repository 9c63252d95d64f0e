using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>A key pair of ML-KEM-768 (FIPS 203), whose public key is also cut into a header and a vector (ML-KEM Braid).</summary>
public sealed class MlKem768KeyPair : IDisposable
{
    /// <summary>Length of the seed that a pair is made from, in bytes: d || z.</summary>
    public const int SeedSize = DecapsulationKey.SeedSize;

    // k = 3, which FIPS 203 has in G: a seed gives unrelated keys for each rank (Algorithm 13).
    private const byte Rank = 3;

    private MlKem768KeyPair(DecapsulationKey key) => Key = key;

    /// <summary>ρ || H(ek), 64 bytes: all that <see cref="MlKem768.Encapsulate"/> needs to begin.</summary>
    public byte[] Header => [.. PublicKey[MlKem768.VectorSize..], .. Key.Hash];

    /// <summary>t̂ encoded, 1152 bytes: what it needs to finish.</summary>
    public ReadOnlySpan<byte> Vector => PublicKey[..MlKem768.VectorSize];

    /// <summary>ek = t̂ || ρ, 1184 bytes: the public key as FIPS 203 has it.</summary>
    public ReadOnlySpan<byte> PublicKey => Key.EncapsulationKey;

    internal DecapsulationKey Key { get; }

    /// <summary>d || z, 64 bytes: for saving a state.</summary>
    internal ReadOnlySpan<byte> Seed => Key.Seed;

    /// <summary>A fresh pair from 64 bytes of <paramref name="random"/> (FIPS 203 Algorithm 19).</summary>
    public static MlKem768KeyPair Generate(RandomSource random) => new(DecapsulationKey.Generate(KPke.MlKem768, random, domain: [Rank]));

    /// <summary>The pair of a given seed (FIPS 203 Algorithm 16).</summary>
    /// <param name="seed">d || z, 64 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not 64 bytes long.</exception>
    public static MlKem768KeyPair FromSeed(ReadOnlySpan<byte> seed) => new(DecapsulationKey.FromSeed(KPke.MlKem768, seed, domain: [Rank]));

    /// <summary>A copy that is wiped on its own.</summary>
    public MlKem768KeyPair Copy() => new(Key.Copy());

    /// <summary>Wipes the private key; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => Key.Dispose();
}
