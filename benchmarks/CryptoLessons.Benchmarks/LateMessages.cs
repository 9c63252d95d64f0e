using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a message cost a receiver whose store of skipped keys is full: one that comes late, one in order beside it?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class LateMessages
{
    /// <summary>Messages in a batch: as many as the store holds.</summary>
    public const int Messages = 2000;

    private readonly CiphertextMessage[] late = new CiphertextMessage[Messages], next = new CiphertextMessage[Messages];
    private readonly Correspondence<SignalFunctions> pair = Correspondence.Strict();
    private readonly DeviceState empty, full;
    private Correspondence<SignalFunctions> receiver = null!;

    /// <summary>A message that skips as many as can be stored, those which it skips, and those behind it.</summary>
    public LateMessages()
    {
        if (Messages != RatchetLimits.Signal.SkippedSeeds)
            throw new InvalidOperationException($"The store holds {RatchetLimits.Signal.SkippedSeeds} keys, and the batch should have as many.");
        empty = pair.Bob.Snapshot();
        for (int i = 0; i < Messages; i++)
            late[i] = pair.Send();
        pair.Turn();
        full = pair.Bob.Snapshot();
        for (int i = 0; i < Messages; i++)
            next[i] = pair.Send();
    }

    /// <summary>A receiver that has skipped nothing.</summary>
    [IterationSetup(Target = nameof(InOrder))]
    public void Empty() => Resume(empty);

    /// <summary>A receiver with as many skipped keys as it stores.</summary>
    [IterationSetup(Targets = [nameof(InOrderBesideAFullStore), nameof(LateOutOfAFullStore)])]
    public void Full() => Resume(full);

    /// <summary>Messages in order, and nothing in store.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void InOrder() => Receive(late);

    /// <summary>Messages in order while the store stays full.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void InOrderBesideAFullStore() => Receive(next);

    /// <summary>The skipped ones, one after the other.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void LateOutOfAFullStore() => Receive(late);

    private void Resume(DeviceState state) => receiver = new(pair.Alice, Device.Resume(Profile.X3dh, RandomSource.System, state));

    private void Receive(CiphertextMessage[] messages)
    {
        foreach (CiphertextMessage message in messages)
            receiver.Receive(message);
    }
}
