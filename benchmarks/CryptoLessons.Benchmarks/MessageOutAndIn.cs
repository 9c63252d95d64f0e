using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does one message of 256 bytes cost?</summary>
/// <remarks>A message decrypts once only: each iteration begins with a new session and, to decrypt, a new batch of messages.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class MessageOutAndIn
{
    /// <summary>Messages in a batch: enough that an iteration lasts a tenth of a second.</summary>
    public const int Messages = 8192;

    /// <summary>Turns in a batch, each of two messages.</summary>
    public const int Rounds = 512;

    private readonly CiphertextMessage[] messages = new CiphertextMessage[Messages];
    private Correspondence<SignalFunctions> pair = null!;

    /// <summary>A new session.</summary>
    [IterationSetup(Targets = [nameof(Encrypt), nameof(Turn)])]
    public void OpenSession() => pair = Correspondence.Strict();

    /// <summary>A new session in which a batch of messages is under way.</summary>
    [IterationSetup(Target = nameof(Decrypt))]
    public void SendBatch()
    {
        OpenSession();
        Encrypt();
    }

    /// <summary>Encrypts a message of the chain that is open.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void Encrypt()
    {
        for (int i = 0; i < Messages; i++)
            messages[i] = pair.Send();
    }

    /// <summary>Decrypts a message that arrives in order in a chain that is known.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void Decrypt()
    {
        foreach (CiphertextMessage message in messages)
            pair.Receive(message);
    }

    /// <summary>A message out and in, whose receiver makes a Diffie-Hellman step: the two people take turns.</summary>
    [Benchmark(OperationsPerInvoke = 2 * Rounds)]
    public void Turn()
    {
        for (int i = 0; i < Rounds; i++)
        {
            pair.TurnBack();
            pair.Turn();
        }
    }

    /// <summary>What <see cref="Encrypt"/> made is opened outside the measurement: all of it must be genuine.</summary>
    [IterationCleanup(Target = nameof(Encrypt))]
    public void OpenBatch() => Decrypt();
}
