using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a signature cost, and its check?</summary>
/// <remarks>The text is as long as a prekey. BouncyCastle signs with Ed25519, the nearest that it has to XEdDSA; .NET with ECDSA on P-256.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Signatures
{
    /// <summary>Signatures in a batch.</summary>
    public const int Batch = 64;

    private const string Sign = "sign";
    private const string Verify = "verify";

    private readonly DhKeyPair key = DhKeyPair.Generate(RandomSource.System);
    private readonly byte[] text = DhKeyPair.Generate(RandomSource.System).Public.Serialize();
    private readonly byte[] ed25519Key = RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize), ed25519PublicKey = new byte[Ed25519.PublicKeySize];
    private readonly byte[] ed25519Signature = new byte[Ed25519.SignatureSize];
    private readonly ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] signature, ecdsaSignature;

    /// <summary>A key of each kind, and a signature by it.</summary>
    public Signatures()
    {
        signature = XEdDsa.Sign(key.Private, text, RandomSource.System);
        Ed25519.GeneratePublicKey(ed25519Key, 0, ed25519PublicKey, 0);
        Ed25519.Sign(ed25519Key, 0, text, 0, text.Length, ed25519Signature, 0);
        ecdsaSignature = ecdsa.SignData(text, HashAlgorithmName.SHA256);
    }

    /// <summary>BouncyCastle signs with Ed25519.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Batch), BenchmarkCategory(Sign)]
    public void SignBouncyCastle()
    {
        for (int i = 0; i < Batch; i++)
            Ed25519.Sign(ed25519Key, 0, text, 0, text.Length, ed25519Signature, 0);
    }

    /// <summary>XEdDSA of this library.</summary>
    [Benchmark(OperationsPerInvoke = Batch), BenchmarkCategory(Sign)]
    public void SignOwn()
    {
        for (int i = 0; i < Batch; i++)
            XEdDsa.Sign(key.Private, text, RandomSource.System);
    }

    /// <summary>.NET signs with ECDSA.</summary>
    [Benchmark(OperationsPerInvoke = Batch), BenchmarkCategory(Sign)]
    public void SignDotNet()
    {
        for (int i = 0; i < Batch; i++)
            ecdsa.SignData(text, HashAlgorithmName.SHA256);
    }

    /// <summary>BouncyCastle checks an Ed25519 signature.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Batch), BenchmarkCategory(Verify)]
    public void VerifyBouncyCastle()
    {
        for (int i = 0; i < Batch; i++)
            Demand(Ed25519.Verify(ed25519Signature, 0, ed25519PublicKey, 0, text, 0, text.Length));
    }

    /// <summary>This library checks an XEdDSA signature.</summary>
    [Benchmark(OperationsPerInvoke = Batch), BenchmarkCategory(Verify)]
    public void VerifyOwn()
    {
        for (int i = 0; i < Batch; i++)
            Demand(XEdDsa.Verify(key.Public.U, text, signature));
    }

    /// <summary>.NET checks an ECDSA signature.</summary>
    [Benchmark(OperationsPerInvoke = Batch), BenchmarkCategory(Verify)]
    public void VerifyDotNet()
    {
        for (int i = 0; i < Batch; i++)
            Demand(ecdsa.VerifyData(text, ecdsaSignature, HashAlgorithmName.SHA256));
    }

    private static void Demand(bool verified)
    {
        if (!verified)
            throw new InvalidOperationException("A genuine signature was refused.");
    }
}
