using System.Globalization;
using BenchmarkDotNet.Attributes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;

namespace CryptoLessons.Benchmarks;

/// <summary>What does it cost to ask a directory of a million names for one, with the proof, and to check the answer?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 4, iterationCount: 12)]
public class KeyTransparency
{
    /// <summary>Names in the first epoch.</summary>
    public const int Names = 1_000_000;

    /// <summary>Epochs, and names that are new in each after the first.</summary>
    public const int Epochs = 365, NewNames = 100;

    /// <summary>Questions in a batch.</summary>
    public const int Questions = 512;

    private readonly DhKeyPair key = DhKeyPair.Generate(RandomSource.System);
    private readonly DirectoryAnswer[] answers = new DirectoryAnswer[Questions];
    private DirectoryClient client = null!;

    /// <summary>The directory.</summary>
    public KeyDirectory Directory { get; private set; } = null!;

    /// <summary>The names of the first epoch, with a key each; no tree yet.</summary>
    public void Publish()
    {
        var random = new Random(2017);
        byte[] bytes = new byte[DhPublicKey.Size];
        Directory = new(DirectoryKind.AppendOnly, key, RandomSource.System, TimeProvider.System);
        for (int i = 0; i < Names; i++)
        {
            random.NextBytes(bytes);
            Directory.Publish(Name(i), new(new DhPublicKey(bytes)));
        }
    }

    /// <summary>The first epoch: a tree with every name at once.</summary>
    public void CloseFirstEpoch() => Directory.CloseEpoch();

    /// <summary>The others, with a few names each.</summary>
    public void CloseOtherEpochs()
    {
        var keys = new DeviceKeys(key.Public);
        for (int epoch = 2; epoch <= Epochs; epoch++)
        {
            for (int i = 0; i < NewNames; i++)
                Directory.Publish(Name(Names + epoch * NewNames + i), keys);
            Directory.CloseEpoch();
        }
    }

    /// <summary>All of it.</summary>
    [GlobalSetup]
    public void Build()
    {
        Publish();
        CloseFirstEpoch();
        CloseOtherEpochs();
    }

    /// <summary>A client that knows the log's key and has seen no root, and answers to its questions.</summary>
    [IterationSetup(Targets = [nameof(CheckProofs), nameof(CheckAnswer)])]
    public void Ask()
    {
        client = new(key.Public, DirectoryKind.AppendOnly, TimeProvider.System, TimeSpan.FromDays(1));
        LookUp();
    }

    /// <summary>The directory's part: the newest key list of a name, with all proofs.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Questions)]
    public void LookUp()
    {
        for (int i = 0; i < Questions; i++)
            answers[i] = Directory.LookUp(Asked(i), since: 0);
    }

    /// <summary>The hashes of the client's part.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public void CheckProofs()
    {
        for (int i = 0; i < Questions; i++)
            if (!answers[i].Proves(Asked(i), DirectoryKind.AppendOnly))
                throw new InvalidOperationException("An honest directory's proof does not hold.");
    }

    /// <summary>The whole of the client's part, with the signature.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public void CheckAnswer()
    {
        for (int i = 0; i < Questions; i++)
            if (client.Check(Asked(i), answers[i], out _) != Finding.Fine)
                throw new InvalidOperationException("An honest directory's answer was refused.");
    }

    /// <summary>Name number i.</summary>
    public static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"+44{i:D10}");

    // A prime far from the batch's size: questions are scattered over all names.
    private static string Asked(int i) => Name(i * 1_949 % Names);
}
