using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Html;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>The chains of the Double Ratchet as they turn between two people: each message a bead, and shaded what a thief reads.</summary>
/// <remarks>Drawn from what anybody sees on the wire: a chain is what one person sends under one ratchet key.</remarks>
public static class TurningChains
{
    private const int MostLabels = 4;
    private const double WidestName = 70;
    private const double Above = 36;
    private const double Below = 24;

    /// <summary>Draws them.</summary>
    /// <param name="transcript">All that the wire carried.</param>
    /// <param name="verdict">What the thief read.</param>
    /// <param name="between">Whose session; the first two people of the conversation who write to each other when left out.</param>
    /// <returns>A picture of at most 200 messages, the nearest to the theft, and text; a sentence alone where the wire carried no message of
    /// Signal's protocol.</returns>
    public static Exhibit Draw(Transcript transcript, Verdict verdict, (string One, string Other)? between = null) =>
        Draw(transcript, verdict, between, Excerpt.Most);

    /// <summary>The same, of so many messages at most.</summary>
    internal static Exhibit Draw(Transcript transcript, Verdict verdict, (string One, string Other)? between, int most)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(verdict);
        var (one, other) = between ?? FirstPair(transcript);
        Bead[] beads = Bead.Of(transcript, verdict, one, other);
        if (beads.Length == 0)
            return new($"The wire carried no message of Signal\u2019s protocol between {Shown.Of(one)} and {Shown.Of(other)}.");

        int at = beads.Count(bead => bead.Message <= verdict.PastOf);
        var shown = Excerpt.Around(Math.Max(1, at), beads.Length, most);
        string title = Invariant($"The turning chains of {Shown.Of(one)} and {Shown.Of(other)}");
        int chains = 1 + beads.Max(bead => bead.Chain), read = beads.Count(bead => bead.Read);
        int[] open = [.. beads.Where(bead => bead.Read).Select(bead => bead.Chain).Distinct()];
        string sum = $"{Wording.Count(beads.Length, "message")} in {Wording.Count(chains, "chain")}, a new ratchet key for each. "
            + (read == 0 ? "The thief read none." : Invariant($"The thief read {read}, in chain{(open.Length == 1 ? "" : "s")} {Runs.Of(open)}."));
        string? omission = shown.Omission(beads.Length);
        Sheet sheet = Picture(beads, shown, at, [one, other], open);
        sheet.Note(sum);
        if (omission is not null)
            sheet.Note(omission);
        string[] sums = omission is null ? [sum] : [sum, omission];
        return sheet.Finish(title, string.Join(' ', sums), Text(title, beads[(shown.First - 1)..shown.Last], verdict.PastOf, sums));
    }

    private static (string One, string Other) FirstPair(Transcript transcript) =>
        transcript.Entries.Where(entry => entry.Envelope.From != entry.Envelope.To && transcript.Parse(entry) is not null)
            .OrderBy(entry => entry.Message).Select(entry => (entry.Envelope.From, entry.Envelope.To)).FirstOrDefault(("anybody", "anybody else"));

    private static Sheet Picture(Bead[] beads, Excerpt shown, int at, string[] people, int[] open)
    {
        var sheet = new Sheet("The turning chains");
        // A bead has room for its number.
        int inABand = beads[^1].Message < 1000 ? 12 : 8;
        double left = Sheet.Margin + Math.Min(WidestName, 10 + people.Max(Lettering.Width)), pitch = (Sheet.Width - Sheet.Margin - left) / inABand;
        // Beside each other there is room for the numbers of a few.
        HashSet<int> labelled = open.Length <= MostLabels ? [.. open] : [];
        for (int first = shown.First; first <= shown.Last; first += inABand)
        {
            sheet.Down(Above);
            int last = Math.Min(first + inABand - 1, shown.Last);
            var band = new ChainBand(beads[(first - 1)..last], people[0], left, sheet.Y, pitch);
            foreach (var (index, person) in people.Index())
                sheet.Text(Sheet.Margin, sheet.Y + (band.Lane * index) + 4, Lettering.Fit(person, left - Sheet.Margin - 4));
            band.Draw(sheet, first == 1, labelled);
            if (at >= first && at <= last)
                band.Moment(sheet, at - first);
            sheet.Down(band.Lane + Below);
        }
        sheet.Rule();
        sheet.Legend(
            (Swatch.ReadBead, "read"),
            (Swatch.Bead, "not read"),
            (Swatch.Held, "keys the thief has"),
            (Swatch.Moment, "the theft"),
            (Swatch.Step, "ratchet step: new keys"));
        return sheet;
    }

    private static string Text(string title, Bead[] beads, int at, string[] sums)
    {
        int widest = beads.Max(bead => Shown.Of(bead.From).Length);
        var text = new StringBuilder(title).Append(", chain by chain; [21] was read, 21 was not, | is the theft.\n\n");
        foreach (var chain in beads.GroupBy(bead => bead.Chain))
        {
            Bead first = chain.First();
            var messages = chain.Select(bead =>
                Invariant($"{(bead.Read ? "[" : "")}{bead.Message}{(bead.Read ? "]" : "")}{(bead.Message == at ? " |" : "")}"));
            text.Append(Invariant($"  {first.Chain,4}  {Shown.Of(first.From).PadRight(widest)}  ratchet key {first.RatchetKey}...  "));
            text.AppendJoin(' ', messages).Append('\n');
        }
        return text.Append('\n').AppendJoin('\n', sums.Select(sum => "  " + sum)).ToString();
    }
}
