using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a new key pair cost, random bytes included?</summary>
/// <remarks>.NET has no X25519; a pair on the curve P-256 stands for it.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class KeyPairs
{
    /// <summary>Pairs in a batch.</summary>
    public const int Pairs = 64;

    private readonly SecureRandom bouncyCastle = new();
    private readonly RandomSource own = RandomSource.System;
    private readonly ECCurve p256 = ECCurve.NamedCurves.nistP256;

    /// <summary>BouncyCastle's pair for X25519.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs)]
    public void BouncyCastle()
    {
        for (int i = 0; i < Pairs; i++)
            new X25519PrivateKeyParameters(bouncyCastle).GeneratePublicKey();
    }

    /// <summary>A pair of this library.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public void Own()
    {
        for (int i = 0; i < Pairs; i++)
            DhKeyPair.Generate(own).Dispose();
    }

    /// <summary>.NET's pair on P-256.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public void DotNetP256()
    {
        for (int i = 0; i < Pairs; i++)
        {
            using var pair = ECDiffieHellman.Create(p256);
            pair.ExportParameters(includePrivateParameters: false);
        }
    }
}
