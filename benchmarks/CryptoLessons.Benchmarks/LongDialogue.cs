using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does the Triple Ratchet cost over a dialogue in which the post-quantum ratchet passes several epochs, and what does a session cost to
/// open?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class LongDialogue
{
    /// <summary>Messages of a measured stretch, half of them each way: more than an epoch takes.</summary>
    public const int Messages = 200;

    private readonly Correspondence<SignalFunctions> x3dh = Correspondence.Strict(Profile.X3dh), triple = Correspondence.Strict(Profile.Triple);
    private readonly Device<SignalFunctions> initiator = Device.Create(Profile.Triple, RandomSource.System);
    private readonly Device<SignalFunctions> responder = Device.Create(Profile.Triple, RandomSource.System);

    /// <summary>A dialogue in which people take turns, under X3DH and the Double Ratchet.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void UnderX3dh() => Talk(x3dh);

    /// <summary>The same under PQXDH and the Triple Ratchet.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void UnderTriple() => Talk(triple);

    /// <summary>Prekeys made and signed, a session opened with them, and its first message out and in: both ends.</summary>
    [Benchmark]
    public DecryptFailure OpenASession()
    {
        if (initiator.StartSession(Correspondence.Bob, responder.Publish()) is var refused and not BundleFailure.None)
            throw new InvalidOperationException($"An honest bundle was refused: {refused}.");
        DecryptFailure failure = responder.Decrypt(Correspondence.Alice, initiator.Encrypt(Correspondence.Bob, [1]), out _);
        return failure == DecryptFailure.None ? failure : throw new InvalidOperationException($"An honest message was refused: {failure}.");
    }

    private static void Talk(Correspondence<SignalFunctions> pair)
    {
        for (int i = 0; i < Messages / 2; i++)
        {
            pair.Turn();
            pair.TurnBack();
        }
    }
}
