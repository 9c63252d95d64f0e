using CryptoLessons.Adversary;
using CryptoLessons.Matrix;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Two rows of the matrix, cell by cell.</summary>
/// <param name="Same">How many cells are the same: what was read, of whom, how it was forged and noticed, with the control.</param>
/// <param name="Of">How many cells a row has.</param>
/// <param name="SameBytes">Whether the wire carried the same bytes.</param>
public sealed record CellComparison(int Same, int Of, bool SameBytes)
{
    /// <summary>Compares two rows of one run.</summary>
    public static CellComparison Compare(DesignResult one, DesignResult other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        bool sameBytes = one.Transcript.Entries.Count == other.Transcript.Entries.Count
            && one.Transcript.Entries.Zip(other.Transcript.Entries).All(pair => Equal(pair.First, pair.Second));
        return new(one.Cells.Zip(other.Cells).Count(pair => Equal(pair.First, pair.Second)), one.Cells.Count, sameBytes);
    }

    private static bool Equal(TranscriptEntry one, TranscriptEntry other) =>
        one.Message == other.Message && one.Envelope.From == other.Envelope.From && one.Envelope.To == other.Envelope.To
        && one.Envelope.Message.Bytes.Span.SequenceEqual(other.Envelope.Message.Bytes.Span);

    private static bool Equal(Cell one, Cell other) =>
        (one.Compromise, one.Forged, one.ForgeryNoticed, one.Noticed, one.NoticedAfter, one.ControlForged)
            == (other.Compromise, other.Forged, other.ForgeryNoticed, other.Noticed, other.NoticedAfter, other.ControlForged)
        && one.Stored.SetEquals(other.Stored) && Equal(one.Verdict, other.Verdict) && Equal(one.Control, other.Control);

    private static bool Equal(Verdict one, Verdict other) =>
        one.Recovered.Keys.SequenceEqual(other.Recovered.Keys) && one.Wrong.Count == other.Wrong.Count;
}
