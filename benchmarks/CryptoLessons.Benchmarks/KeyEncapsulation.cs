using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Benchmarks;

/// <summary>What do the post-quantum keys of a handshake (Kyber-1024) and of the ratchet beside the Double Ratchet (ML-KEM-768) cost?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class KeyEncapsulation
{
    private readonly RandomSource random = RandomSource.System;
    private readonly Kyber1024KeyPair kyber = Kyber1024KeyPair.Generate(RandomSource.System);
    private readonly MlKem768KeyPair mlKem = MlKem768KeyPair.Generate(RandomSource.System);
    private byte[] kyberCiphertext = [], mlKemCiphertext = [];

    /// <summary>A ciphertext of each kind.</summary>
    [GlobalSetup]
    public void Encapsulate()
    {
        kyberCiphertext = Kyber1024.Encapsulate(kyber.Public, random).Ciphertext;
        if (!MlKem768.TryEncapsulate(mlKem.PublicKey, random, out byte[]? ciphertext, out _))
            throw new InvalidOperationException("An honest key was refused.");
        mlKemCiphertext = ciphertext;
    }

    /// <summary>A key pair of Kyber-1024.</summary>
    [Benchmark]
    public Kyber1024KeyPair GenerateKyber1024() => Kyber1024KeyPair.Generate(random);

    /// <summary>The sender's part of a handshake.</summary>
    [Benchmark]
    public (byte[] Ciphertext, SharedSecret Secret) EncapsulateKyber1024() => Kyber1024.Encapsulate(kyber.Public, random);

    /// <summary>The receiver's part.</summary>
    [Benchmark]
    public SharedSecret DecapsulateKyber1024() => Kyber1024.Decapsulate(kyber, kyberCiphertext);

    /// <summary>A key pair of ML-KEM-768.</summary>
    [Benchmark]
    public MlKem768KeyPair GenerateMlKem768() => MlKem768KeyPair.Generate(random);

    /// <summary>A whole encapsulation, with the check of the key.</summary>
    [Benchmark(Baseline = true)]
    public bool EncapsulateMlKem768() => MlKem768.TryEncapsulate(mlKem.PublicKey, random, out _, out _);

    /// <summary>What begins with the header alone: the secret and most of the ciphertext.</summary>
    [Benchmark]
    public MlKem768Encapsulation BeginMlKem768() => MlKem768.Encapsulate(mlKem.Header, random);

    /// <summary>Decryption, and the encryption that it is checked by.</summary>
    [Benchmark]
    public SharedSecret DecapsulateMlKem768() => MlKem768.Decapsulate(mlKem, mlKemCiphertext);
}
