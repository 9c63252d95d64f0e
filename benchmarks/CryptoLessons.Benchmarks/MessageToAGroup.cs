using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a message to a group of 1,000 cost its sender, when everybody has the sender's key, and what would it cost pairwise?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 4, iterationCount: 12)]
public class MessageToAGroup
{
    /// <summary>Members of the group, the sender included.</summary>
    public const int Members = 1_000;

    /// <summary>Messages in a batch.</summary>
    public const int Messages = 64;

    private static readonly Guid Distribution = new("00000000-0000-0000-0000-000000002017");
    private static readonly byte[] Text = new byte[64];

    // Whoever opens falls too far behind in time, when a sender goes on and on: this one's messages nobody opens.
    private readonly GroupCipher unheard = new(RandomSource.System);
    private GroupCipher sender = null!;
    private GroupCipher member = null!;
    private byte[][] sent = [];

    /// <summary>A sender whose key one member stands for all others to have.</summary>
    [GlobalSetup]
    public void Join()
    {
        (sender, member) = (new(RandomSource.System), new(RandomSource.System));
        if (member.ProcessDistribution("sender", sender.CreateDistribution(Distribution)) != DecryptFailure.None)
            throw new InvalidOperationException("A genuine sender key was refused.");
        unheard.CreateDistribution(Distribution);
        Encrypt();
    }

    /// <summary>Messages for the members to open, which nobody has opened yet.</summary>
    [IterationSetup(Target = nameof(Open))]
    public void Send()
    {
        sent = new byte[Messages][];
        for (int i = 0; i < Messages; i++)
            sent[i] = sender.Encrypt(Distribution, Text);
    }

    /// <summary>The sender's part, whatever the size of the group: encrypt once and sign once.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void Encrypt()
    {
        for (int i = 0; i < Messages; i++)
            unheard.Encrypt(Distribution, Text);
    }

    /// <summary>One member's part: check the signature and open.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void Open()
    {
        foreach (byte[] message in sent)
            if (member.Decrypt("sender", message, out _) != DecryptFailure.None)
                throw new InvalidOperationException("A genuine message to the group was refused.");
    }
}
