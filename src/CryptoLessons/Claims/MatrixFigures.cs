using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;

namespace CryptoLessons.Claims;

/// <summary>Figures that are counted in a run of the matrix.</summary>
internal static class MatrixFigures
{
    private const string Honest = "strict";
    private const string OneAuthority = "message-key-escrow";

    /// <summary>What a warrant opened.</summary>
    public static ClaimFigure Warrant(string design) =>
        new($"a warrant opened, under `{design}`", result => WarrantOf(Row(result, design)));

    /// <summary>Everything that a compromise read, of all messages that were sent.</summary>
    public static ClaimFigure Read(string design, string compromise) => new(
        $"{Words(compromise)} read, under `{design}`",
        result => Text($"{Cell(result, design, compromise).Verdict.Recovered.Count} of {result.Script.Messages.Count} messages"));

    /// <summary>The same as a share.</summary>
    public static ClaimFigure Share(string design, string compromise) => new(
        $"share of the traffic that {Words(compromise)} read, under `{design}`",
        result => Text($"{100.0 * Cell(result, design, compromise).Verdict.Recovered.Count / result.Script.Messages.Count:F0} %"));

    /// <summary>What a seized phone had stored, and what its keys read besides.</summary>
    public static ClaimFigure Seized(string design, string compromise) => new(
        $"{Words(compromise)} gave away, under `{design}`",
        result => Cell(result, design, compromise) is var cell
            ? Text($"{cell.History} of {Row(result, design).HistoryOf} messages stored, ")
                + Text($"and by its keys {cell.Verdict.Past} of before and {cell.Verdict.Future} of after")
            : "");

    /// <summary>How many people a compromise read, beside those under a warrant.</summary>
    public static ClaimFigure Weakened(string design, string compromise) => new(
        $"people whose messages {Words(compromise)} opened, under `{design}`, and people under warrant",
        result => Text($"{People(result, Cell(result, design, compromise))} of {result.Script.People.Count}, and {UnderWarrant(result)}"));

    /// <summary>How many of the conversation's pictures a compromise opened.</summary>
    public static ClaimFigure Pictures(string design, string compromise) => new(
        $"pictures that {Words(compromise)} opened, under `{design}`",
        result =>
        {
            int[] withFile =
            [
                .. from message in result.Script.Conversation where !MessageContent.Read(message.Plaintext).File.IsEmpty select message.Number,
            ];
            return Text($"{withFile.Count(Cell(result, design, compromise).Verdict.Recovered.ContainsKey)} of {withFile.Length}");
        });

    /// <summary>How long a message is, beside the honest protocol's.</summary>
    public static ClaimFigure Bytes(string design) => new(
        $"bytes of a message on the wire, under `{design}` and under `{Honest}`",
        result => Text($"{Row(result, design).BytesPerMessage:F1} and {Row(result, Honest).BytesPerMessage:F1}"));

    /// <summary>What a design adds to a message, measured in what a single authority adds.</summary>
    public static ClaimFigure Fields(string design) => new(
        $"what `{design}` adds to a message, as a multiple of what `{OneAuthority}` adds",
        result => Text($"{Added(result, design) / Added(result, OneAuthority):F1}"));

    /// <summary>How many texts can be read in what went over the wire, without any key.</summary>
    public static ClaimFigure TextsOnTheWire(string design) => new(
        $"messages whose text stands on the wire as it was written, under `{design}`",
        result => Row(result, design).Transcript.Entries.Count(entry => Shows(entry, result.Script)) is var shown
            ? Text($"{shown} of {Row(result, design).Transcript.Entries.Count}")
            : "");

    /// <summary>The row of a design.</summary>
    public static DesignResult Row(MatrixResult result, string design) => result.Designs.Single(row => row.Design.Id == design);

    /// <summary>The cell of a design and a compromise.</summary>
    public static Cell Cell(MatrixResult result, string design, string compromise) =>
        Row(result, design).Cells.Single(cell => cell.Compromise == compromise);

    /// <summary>How many people wrote what a compromise read.</summary>
    public static int People(MatrixResult result, Cell cell) =>
        cell.Verdict.Recovered.Keys.Select(number => result.Script.ByNumber[number].From).Distinct().Count();

    /// <summary>What a warrant opened, of what.</summary>
    public static string WarrantOf(DesignResult row) => Text($"{row.Lawful.Opened} of {row.Lawful.Of} messages");

    /// <summary>A warrant names the request's target, and nobody else.</summary>
    private static int UnderWarrant(MatrixResult result) => result.Script.People.Count(person => person == result.Request.Target);

    private static double Added(MatrixResult result, string design) => Row(result, design).BytesPerMessage - Row(result, Honest).BytesPerMessage;

    private static bool Shows(TranscriptEntry entry, Script script) =>
        entry.Envelope.Message.Bytes.Span.IndexOf(script.ByNumber[entry.Message].Plaintext.Span) >= 0;

    private static string Words(string compromise) => Compromise.Find(compromise)?.Title ?? compromise;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
