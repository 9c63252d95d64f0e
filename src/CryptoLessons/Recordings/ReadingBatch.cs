using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Recordings;

/// <summary>Some envelopes of one part, opened together, and what is written of them: one core's work at a time.</summary>
/// <param name="authority">The leaked key.</param>
internal sealed class ReadingBatch(DhKeyPair authority)
{
    // Long messages fill a batch before their number does.
    private const int MostBytes = 1 << 20;

    private readonly BulkOpening opening = new(authority);
    private readonly List<Range> frames = [];
    private readonly Envelope?[] envelopes = new Envelope?[BulkOpening.BatchSize];
    private readonly InterceptedMessage?[] messages = new InterceptedMessage?[BulkOpening.BatchSize];
    private readonly OpenedMessage[] opened = new OpenedMessage[BulkOpening.BatchSize];
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly ArrayBufferWriter<byte> lines = new();
    private long first;
    private RecordingHead? head;

    /// <summary>The part that they are of.</summary>
    public RecordedPart Part { get; private set; } = null!;

    /// <summary>Whether the part ends with them.</summary>
    public bool Ends { get; set; }

    /// <summary>What is wrong with the part, as far as it was read; null when nothing is.</summary>
    public string? Fault { get; set; }

    /// <summary>What came of them.</summary>
    public ReadingTally Tally { get; } = new();

    /// <summary>A line for each that was opened.</summary>
    public ReadOnlySpan<byte> Lines => lines.WrittenSpan;

    /// <summary>How long one core worked on them.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Whether no more should be added.</summary>
    public bool IsFull => frames.Count == BulkOpening.BatchSize || bytes.WrittenCount >= MostBytes;

    /// <summary>Takes up envelopes of a part, in place of those before.</summary>
    /// <param name="of">The part.</param>
    /// <param name="said">What stands at its beginning; null when it has none.</param>
    /// <param name="number">The number of the next envelope in the part, from 1.</param>
    public void Begin(RecordedPart of, RecordingHead? said, long number)
    {
        (Part, head, first, Ends, Fault) = (of, said, number, false, null);
        frames.Clear();
        bytes.ResetWrittenCount();
        lines.ResetWrittenCount();
        Tally.Clear();
    }

    /// <summary>Adds an envelope: a copy.</summary>
    public void Add(ReadOnlySpan<byte> envelope)
    {
        frames.Add(bytes.WrittenCount..(bytes.WrittenCount + envelope.Length));
        bytes.Write(envelope);
    }

    /// <summary>Opens them, and writes the lines when they are wanted.</summary>
    public void Open(bool write)
    {
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < frames.Count; i++)
        {
            envelopes[i] = RecordedEnvelope.Decode(bytes.WrittenMemory[frames[i]]);
            messages[i] = envelopes[i] is { } envelope && KeyOf(envelope.From) is { } sender && KeyOf(envelope.To) is { } recipient
                ? InterceptedMessage.Parse(envelope, sender, recipient)
                : null;
        }
        opening.Open(messages.AsSpan(0, frames.Count), opened.AsSpan(0, frames.Count));
        for (int i = 0; i < frames.Count; i++)
            Tally[ReadingOf(envelopes[i], opened[i])]++;
        if (write)
            Write();
        Time = Stopwatch.GetElapsedTime(began);
    }

    private DhPublicKey? KeyOf(string name) => head!.IdentityKeys.GetValueOrDefault(name);

    private Reading ReadingOf(Envelope? envelope, in OpenedMessage message) => (envelope, message.Outcome) switch
    {
        (null, _) => Reading.NotAnEnvelope,
        (_, Outcome.Opened) => message.Authenticated ? Reading.Authenticated : Reading.NotAuthenticated,
        (_, Outcome.NoKey) => Reading.NoKey,
        (_, Outcome.WrongKey) => Reading.WrongKey,
        _ => KeyOf(envelope.From) is null || KeyOf(envelope.To) is null ? Reading.NoIdentityKey : Reading.NotAMessage,
    };

    private void Write()
    {
        using var json = new Utf8JsonWriter(lines);
        for (int i = 0; i < frames.Count; i++)
            if (opened[i].Outcome == Outcome.Opened)
            {
                json.WriteStartObject();
                json.WriteNumber("part", Part.Number);
                json.WriteNumber("message", first + i);
                json.WriteString("from", envelopes[i]!.From);
                json.WriteString("to", envelopes[i]!.To);
                json.WriteString("time", envelopes[i]!.Time.UtcDateTime);
                json.WriteString("text", MessageContent.Show(opened[i].Plaintext.Span));
                json.WriteBoolean("authenticated", opened[i].Authenticated);
                json.WriteEndObject();
                json.Flush();
                lines.Write("\n"u8);
                json.Reset();
            }
    }
}
