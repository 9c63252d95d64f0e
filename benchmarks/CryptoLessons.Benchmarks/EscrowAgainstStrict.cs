using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does a key for the authority in every message cost the people, and what does opening one cost?</summary>
/// <remarks>The same steps with and without the field; then one escrowed message, opened by three who can.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 5, iterationCount: 12)]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(Columns))]
public class EscrowAgainstStrict
{
    /// <summary>Messages in a batch.</summary>
    public const int Messages = 512;

    private const string Message = "message out and in";
    private const string Turn = "turn";
    private const string Opening = "opening one message";

    private readonly Envelope[] envelopes = new Envelope[Messages];
    private Court court = null!;
    private Authority authority = null!;
    private Warrant warrant = null!;
    private DhKeyPair stolenKey = null!;
    private Correspondence<SignalFunctions> strict = null!;
    private Correspondence<MessageKeyEscrow> escrow = null!;

    /// <summary>New sessions under both suites, a new authority, and a batch of messages on the wire.</summary>
    [IterationSetup]
    public void Deploy()
    {
        court = new(RandomSource.System);
        var custody = new WholeKeyCustody(RandomSource.System);
        authority = new(custody, court.PublicKey);
        warrant = court.Issue(Correspondence.Alice, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        stolenKey = custody.Leak();
        strict = Correspondence.Strict();
        escrow = Correspondence.Escrow(custody.PublicKey);
    }

    /// <summary>The same, and a batch of escrowed messages on the wire.</summary>
    [IterationSetup(Targets = [nameof(RecipientOpens), nameof(AuthorityOpens), nameof(ThiefOpens)])]
    public void DeployAndSend()
    {
        Deploy();
        for (int i = 0; i < Messages; i++)
            envelopes[i] = new(Correspondence.Alice, Correspondence.Bob, DateTimeOffset.UnixEpoch, escrow.Send());
    }

    /// <summary>A message out and in within one chain, as Signal has it.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory(Message)]
    public void MessageStrict()
    {
        for (int i = 0; i < Messages; i++)
            strict.Turn();
    }

    /// <summary>The same with the field for the authority.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Message)]
    public void MessageEscrow()
    {
        for (int i = 0; i < Messages; i++)
            escrow.Turn();
    }

    /// <summary>A message out and in with a Diffie-Hellman step on receipt, as Signal has it.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory(Turn)]
    public void TurnStrict()
    {
        for (int i = 0; i < Messages; i += 2)
        {
            strict.TurnBack();
            strict.Turn();
        }
    }

    /// <summary>The same with the field for the authority.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Turn)]
    public void TurnEscrow()
    {
        for (int i = 0; i < Messages; i += 2)
        {
            escrow.TurnBack();
            escrow.Turn();
        }
    }

    /// <summary>The recipient decrypts an escrowed message; no key of the authority is needed or used.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory(Opening)]
    public void RecipientOpens()
    {
        foreach (Envelope envelope in envelopes)
            escrow.Receive(envelope.Message);
    }

    /// <summary>The authority opens it under a warrant: it was checked when it was first shown, and the log has a line more.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Opening)]
    public void AuthorityOpens()
    {
        foreach (Envelope envelope in envelopes)
        {
            Outcome outcome = authority.Open(warrant, envelope, escrow.Alice.IdentityKey, escrow.Bob.IdentityKey, out byte[] opened);
            escrow.Check(outcome == Outcome.Opened ? DecryptFailure.None : DecryptFailure.NotAuthentic, opened);
        }
    }

    /// <summary>Somebody with a copy of the authority's key opens it: no warrant, no log.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(Opening)]
    public void ThiefOpens()
    {
        foreach (Envelope envelope in envelopes)
        {
            InterceptedMessage? message = InterceptedMessage.Parse(envelope, escrow.Alice.IdentityKey, escrow.Bob.IdentityKey);
            using MessageKey? mk = message is null ? null : MessageKeyEscrow.Open(message.Ciphertext.Span, stolenKey);
            byte[]? opened = mk is null ? null : message!.Decrypt(mk);
            escrow.Check(opened is null ? DecryptFailure.NotAuthentic : DecryptFailure.None, opened);
        }
    }

    /// <summary>Length on the wire of the message that a benchmark sends or opens, in bytes: one is really encrypted.</summary>
    /// <param name="benchmark">Name of one of the methods above.</param>
    internal static int BytesOnTheWire(string benchmark) => benchmark is nameof(MessageStrict) or nameof(TurnStrict)
        ? Correspondence.Strict().Send().Bytes.Length
        : Correspondence.Escrow(DhKeyPair.Generate(RandomSource.System).Public).Send().Bytes.Length;

    private sealed class Columns : ManualConfig
    {
        public Columns() => AddColumn(new WireBytesColumn(BytesOnTheWire));
    }
}
