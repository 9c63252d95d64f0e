using CryptoLessons.Adversary;

namespace CryptoLessons.Differences;

/// <summary>What two designs put on the wire for one message to one recipient.</summary>
/// <param name="A">The first design's envelope; null when it sent none.</param>
/// <param name="B">The second design's envelope; null when it sent none.</param>
public sealed record EnvelopeDifference(TranscriptEntry? A, TranscriptEntry? B)
{
    /// <summary>The envelope of whichever design sent one.</summary>
    public TranscriptEntry Either => A ?? B ?? throw new InvalidOperationException("A difference of no envelope and no envelope.");

    /// <summary>Length in the first design, in bytes; 0 when it sent none.</summary>
    public int LengthA => A?.Envelope.Message.Bytes.Length ?? 0;

    /// <summary>Length in the second design, in bytes; 0 when it sent none.</summary>
    public int LengthB => B?.Envelope.Message.Bytes.Length ?? 0;

    /// <summary>What it is: how Signal's protocol lays it out where one of both speaks it.</summary>
    internal MessageLayer Layer => Layers.FirstOrDefault(layer => layer.IsOfASession) ?? Layers.First();

    private IEnumerable<MessageLayer> Layers => ((TranscriptEntry?[])[A, B]).OfType<TranscriptEntry>().Select(entry => MessageLayers.Of(entry.Envelope));

    /// <summary>All ranges of both, side by side.</summary>
    public IReadOnlyList<RangeDifference> Ranges() => RangeDifference.Align(Anatomy(A), Anatomy(B));

    private static IReadOnlyList<WireRange> Anatomy(TranscriptEntry? entry) => entry is null ? [] : WireAnatomy.Of(entry.Envelope);
}
