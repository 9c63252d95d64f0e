using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a message out and in cost the people under each kind of exceptional access, beside Signal's protocol as it is?</summary>
/// <remarks>Who holds the authority's key, in how many shares, is nothing that a phone notices: such designs cost what message keys cost.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
[Config(typeof(Columns))]
public class EscrowVariants
{
    /// <summary>Messages in a batch.</summary>
    public const int Messages = 256;

    /// <summary>Authorities of <see cref="ForEveryJurisdiction"/>, as many as in the design of that name.</summary>
    public const int Jurisdictions = 5;

    private readonly Correspondence<SignalFunctions> strict = Correspondence.Strict(), sessionSecret;
    private readonly Correspondence<MessageKeyEscrow> messageKey, recomputed, everyJurisdiction;
    private readonly Correspondence<ContentKeyEscrow> contentKey;
    private readonly Correspondence<EpochEscrow> dayKey;

    /// <summary>A session under each.</summary>
    public EscrowVariants()
    {
        DhPublicKey[] authorities = [.. Enumerable.Range(0, Jurisdictions).Select(_ => DhKeyPair.Generate(RandomSource.System).Public)];
        DhPublicKey authority = authorities[0];
        var custody = new EpochCustody(new SeededRandom(seed: 2017), retention: 2);
        custody.Advance(TimeProvider.System.GetUtcNow());
        // A session under way when a day begins needs the next day's key, which the authority has published by then.
        custody.Advance(TimeProvider.System.GetUtcNow().AddDays(1));
        messageKey = Correspondence.Escrow(authority);
        recomputed = Correspondence.Under(() => new MessageKeyEscrow(Signal(), authority, RandomSource.System, deterministic: true));
        contentKey = Correspondence.Under(() => new ContentKeyEscrow(Signal(), authority, RandomSource.System));
        sessionSecret = Correspondence.Under(Signal, new SessionSecretEscrow(X3dh.Functions, authority, RandomSource.System));
        dayKey = Correspondence.Under(() => new EpochEscrow(Signal(), custody, TimeProvider.System, RandomSource.System));
        everyJurisdiction = Correspondence.Under(() => (MessageKeyEscrow)authorities.Aggregate(
            (RatchetFunctions)Signal(), (inner, key) => new MessageKeyEscrow(inner, key, RandomSource.System)));
    }

    /// <summary>Signal's protocol as it is.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void Strict() => Exchange(strict);

    /// <summary>What a session begins with sealed to an authority: messages have nothing to carry.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void SessionSecret() => Exchange(sessionSecret);

    /// <summary>Each message key sealed to an authority.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void MessageKey() => Exchange(messageKey);

    /// <summary>The same in a way that the receiver recomputes, and insists on.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void MessageKeyRecomputed() => Exchange(recomputed);

    /// <summary>The cipher key and IV alone.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void ContentKey() => Exchange(contentKey);

    /// <summary>Each message key sealed to the key of the day.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void KeyOfTheDay() => Exchange(dayKey);

    /// <summary>Each message key sealed to several authorities.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void ForEveryJurisdiction() => Exchange(everyJurisdiction);

    /// <summary>Length of such a message on the wire, in bytes: one is really encrypted.</summary>
    /// <param name="benchmark">Name of one of the methods above.</param>
    internal int BytesOnTheWire(string benchmark) => benchmark switch
    {
        nameof(Strict) => Length(strict),
        nameof(SessionSecret) => Length(sessionSecret),
        nameof(MessageKey) => Length(messageKey),
        nameof(MessageKeyRecomputed) => Length(recomputed),
        nameof(ContentKey) => Length(contentKey),
        nameof(KeyOfTheDay) => Length(dayKey),
        nameof(ForEveryJurisdiction) => Length(everyJurisdiction),
        _ => throw new ArgumentException($"There is no benchmark called {benchmark}.", nameof(benchmark)),
    };

    private static SignalFunctions Signal() => new(RandomSource.System);

    private static void Exchange<TFunctions>(Correspondence<TFunctions> pair)
        where TFunctions : RatchetFunctions
    {
        for (int i = 0; i < Messages; i++)
            pair.Turn();
    }

    private static int Length<TFunctions>(Correspondence<TFunctions> pair)
        where TFunctions : RatchetFunctions => pair.Send().Bytes.Length;

    private sealed class Columns : ManualConfig
    {
        public Columns() => AddColumn(new WireBytesColumn(benchmark => new EscrowVariants().BytesOnTheWire(benchmark)));
    }
}
