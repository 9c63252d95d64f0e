using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a message out and in cost under each profile, in one chain and when people take turns?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class MessageInEachProfile
{
    /// <summary>Messages in a batch: when people take turns, the post-quantum ratchet passes several epochs.</summary>
    public const int Messages = 512;

    private const string Chain = "same chain";
    private const string Turns = "turns";

    private readonly Correspondence<SignalFunctions> x3dh = Correspondence.Strict(Profile.X3dh);
    private readonly Correspondence<SignalFunctions> pqxdh = Correspondence.Strict(Profile.Pqxdh);
    private readonly Correspondence<SignalFunctions> triple = Correspondence.Strict(Profile.Triple);

    /// <summary>X3DH and the Double Ratchet, one chain.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory(Chain)]
    public void ChainX3dh() => Send(x3dh);

    /// <summary>PQXDH and the Double Ratchet, one chain.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Chain)]
    public void ChainPqxdh() => Send(pqxdh);

    /// <summary>PQXDH and the Triple Ratchet, one chain.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Chain)]
    public void ChainTriple() => Send(triple);

    /// <summary>X3DH and the Double Ratchet, a Diffie-Hellman step for each message.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory(Turns)]
    public void TurnsX3dh() => TakeTurns(x3dh);

    /// <summary>PQXDH and the Double Ratchet, a Diffie-Hellman step for each message.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Turns)]
    public void TurnsPqxdh() => TakeTurns(pqxdh);

    /// <summary>PQXDH and the Triple Ratchet, a Diffie-Hellman step for each message.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Turns)]
    public void TurnsTriple() => TakeTurns(triple);

    private static void Send(Correspondence<SignalFunctions> pair)
    {
        for (int i = 0; i < Messages; i++)
            pair.Turn();
    }

    private static void TakeTurns(Correspondence<SignalFunctions> pair)
    {
        for (int i = 0; i < Messages; i += 2)
        {
            pair.TurnBack();
            pair.Turn();
        }
    }
}
