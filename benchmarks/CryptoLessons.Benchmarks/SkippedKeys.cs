using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does it cost the receiver that one message comes in before others, up to as many as the limit lets it skip?</summary>
/// <remarks>
/// A message counts as one, whatever it skips. Anybody who can write into the chain can make such a message, and the receiver steps the chain
/// before it can know whether the message is genuine.
/// </remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class SkippedKeys
{
    /// <summary>Receivers in a batch, each of which takes one message.</summary>
    public const int Receivers = 16;

    private readonly DeviceState before;
    private readonly Correspondence<SignalFunctions>[] receivers = new Correspondence<SignalFunctions>[Receivers];
    private readonly Correspondence<SignalFunctions> pair = Correspondence.Strict();
    private readonly Dictionary<int, CiphertextMessage> messages = [];

    /// <summary>A sender far ahead of its receiver.</summary>
    public SkippedKeys()
    {
        before = pair.Bob.Snapshot();
        for (int skipped = 0; skipped <= RatchetLimits.Signal.ForwardJump; skipped++)
        {
            CiphertextMessage message = pair.Send();
            if (Skipped.Contains(skipped))
                messages.Add(skipped, message);
        }
    }

    /// <summary>How many messages are skipped, ascending: as many as are stored, and as many as a jump can be, among them.</summary>
    public static IReadOnlyList<int> Skipped { get; } = [0, 1, 100, RatchetLimits.Signal.SkippedSeeds, RatchetLimits.Signal.ForwardJump];

    /// <summary>Receivers that have seen none of it.</summary>
    [IterationSetup]
    public void Reset()
    {
        for (int i = 0; i < Receivers; i++)
            receivers[i] = new(pair.Alice, Device.Resume(Profile.X3dh, RandomSource.System, before));
    }

    /// <summary>The next message.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Receivers)]
    public void SkipNone() => Receive(0);

    /// <summary>The one behind it.</summary>
    [Benchmark(OperationsPerInvoke = Receivers)]
    public void SkipOne() => Receive(1);

    /// <summary>A hundred later.</summary>
    [Benchmark(OperationsPerInvoke = Receivers)]
    public void SkipAHundred() => Receive(100);

    /// <summary>As many later as a receiver stores.</summary>
    [Benchmark(OperationsPerInvoke = Receivers)]
    public void FillTheStore() => Receive(RatchetLimits.Signal.SkippedSeeds);

    /// <summary>As many later as a receiver accepts.</summary>
    [Benchmark(OperationsPerInvoke = Receivers)]
    public void JumpToTheLimit() => Receive(RatchetLimits.Signal.ForwardJump);

    /// <summary>Every receiver takes the message that skips so many.</summary>
    internal void Receive(int skipped)
    {
        foreach (Correspondence<SignalFunctions> receiver in receivers)
            receiver.Receive(messages[skipped]);
    }
}
