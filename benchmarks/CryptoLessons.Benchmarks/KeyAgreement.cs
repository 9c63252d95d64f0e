using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using Bouncy = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Benchmarks;

/// <summary>What does an agreement of a private key with somebody's public key cost?</summary>
/// <remarks>.NET has no X25519; its agreement on the curve P-256 stands for it.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class KeyAgreement
{
    /// <summary>Agreements in a batch.</summary>
    public const int Keys = 64;

    private readonly DhPrivateKey own;
    private readonly byte[] ownBytes, their = new byte[Keys * DhPublicKey.Size], secrets = new byte[Keys * DhPublicKey.Size];
    private readonly DhPublicKey[] theirKeys = new DhPublicKey[Keys];
    private readonly ECDiffieHellman ownP256 = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDiffieHellmanPublicKey theirP256 = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256).PublicKey;

    /// <summary>One private key and many public ones.</summary>
    public KeyAgreement()
    {
        own = DhKeyPair.Generate(RandomSource.System).Private;
        ownBytes = Hazmat.Reveal(own);
        for (int i = 0; i < Keys; i++)
        {
            theirKeys[i] = DhKeyPair.Generate(RandomSource.System).Public;
            theirKeys[i].U.CopyTo(their.AsSpan(i * DhPublicKey.Size));
        }
    }

    /// <summary>BouncyCastle's X25519.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Keys)]
    public void BouncyCastle()
    {
        for (int at = 0; at < their.Length; at += DhPublicKey.Size)
            Bouncy.CalculateAgreement(ownBytes, 0, their, at, secrets, at);
    }

    /// <summary>X25519 of this library.</summary>
    [Benchmark(OperationsPerInvoke = Keys)]
    public void Own()
    {
        foreach (DhPublicKey key in theirKeys)
            X25519.Agree(own, key)?.Dispose();
    }

    /// <summary>The same with all public keys at once.</summary>
    [Benchmark(OperationsPerInvoke = Keys)]
    public void OwnAtOnce() => X25519.Agree(own, their, secrets);

    /// <summary>.NET's agreement on P-256.</summary>
    [Benchmark(OperationsPerInvoke = Keys)]
    public void DotNetP256()
    {
        for (int i = 0; i < Keys; i++)
            ownP256.DeriveRawSecretAgreement(theirP256);
    }
}
