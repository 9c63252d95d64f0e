using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Benchmarks;

/// <summary>What of a message's time would be .NET's own functions, if nothing but them were called?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class MessageParts
{
    /// <summary>Messages in a batch.</summary>
    public const int Messages = 1024;

    // The identity keys of both ends, and a message of 256 bytes without its MAC.
    private const int Authenticated = 2 * 33 + 315;
    private const int KeysSize = 80;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32), keys = new byte[KeysSize], mac = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] text = new byte[Authenticated], plaintext = new byte[Correspondence.PlaintextSize];
    private readonly byte[] ciphertext = new byte[Correspondence.PlaintextSize + 16];
    private readonly Correspondence<SignalFunctions> pair = Correspondence.Strict();

    /// <summary>This library encrypts a message.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void Encrypt()
    {
        for (int i = 0; i < Messages; i++)
            pair.Send();
    }

    /// <summary>The step of the chain: two HMACs of one byte.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void ChainStep()
    {
        for (int i = 0; i < Messages; i++)
        {
            HMACSHA256.HashData(key, [1], mac);
            HMACSHA256.HashData(key, [2], mac);
        }
    }

    /// <summary>The message key and what is derived from it: HKDF, 80 bytes.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void DeriveKeys()
    {
        for (int i = 0; i < Messages; i++)
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, keys, salt: [], info: "WhisperMessageKeys"u8);
    }

    /// <summary>AES-256 in CBC mode under a new key.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void Cipher()
    {
        for (int i = 0; i < Messages; i++)
        {
            using var aes = Aes.Create();
            aes.SetKey(key);
            aes.EncryptCbc(plaintext, keys.AsSpan(0, 16), ciphertext);
        }
    }

    /// <summary>The MAC over identity keys and message.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void Mac()
    {
        for (int i = 0; i < Messages; i++)
            HMACSHA256.HashData(key, text, mac);
    }
}
