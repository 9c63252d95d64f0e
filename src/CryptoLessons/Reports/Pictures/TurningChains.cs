using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Html;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>The chains of the Double Ratchet as they turn between two people: each message a bead in its chain, and shaded what a thief reads.</summary>
/// <remarks>Drawn from what anybody sees on the wire: a chain is what one person sends under one ratchet key, and N is the bead's place in it.</remarks>
public static class TurningChains
{
    private const int InABand = 12;
    private const double Lane = 40;
    private const double Radius = 10.5;

    /// <summary>Draws them.</summary>
    /// <param name="transcript">All that the wire carried.</param>
    /// <param name="verdict">What the thief read.</param>
    /// <param name="between">Whose session; the first two people of the conversation who write to each other when left out.</param>
    /// <returns>A picture of at most 200 messages, the nearest to the theft, and text; a sentence alone where the wire carried no message of Signal's protocol.</returns>
    public static Exhibit Draw(Transcript transcript, Verdict verdict, (string One, string Other)? between = null)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(verdict);
        var (one, other) = between ?? FirstPair(transcript);
        Bead[] beads = Bead.Of(transcript, verdict, one, other);
        if (beads.Length == 0)
            return new($"The wire carried no message of Signal\u2019s protocol between {Shown.Of(one)} and {Shown.Of(other)}.");

        int at = beads.Count(bead => bead.Message <= verdict.At);
        var shown = Excerpt.Around(Math.Max(1, at), beads.Length);
        string title = Invariant($"The turning chains of {Shown.Of(one)} and {Shown.Of(other)}");
        int chains = 1 + beads.Max(bead => bead.Chain), read = beads.Count(bead => bead.Read);
        int[] open = [.. beads.Where(bead => bead.Read).Select(bead => bead.Chain).Distinct()];
        string sum = Invariant($"{Wording.Count(beads.Length, "message")} in {Wording.Count(chains, "chain")}, a new ratchet key for each. ")
            + (read == 0 ? "The thief read none." : Invariant($"The thief read {read}, in {(open.Length == 1 ? "chain" : "chains")} {Runs.Of(open)}."));
        string? omission = shown.Omission(beads.Length);
        Sheet sheet = Picture(beads, shown, verdict.At, [one, other]);
        sheet.Note(sum);
        if (omission is not null)
            sheet.Note(omission);
        return sheet.Finish(title, $"{sum} {omission}".TrimEnd(), Text(title, beads, shown, verdict.At, [one, other], $"{sum}{(omission is null ? "" : "\n  " + omission)}"));
    }

    private static (string One, string Other) FirstPair(Transcript transcript) =>
        transcript.Entries.Where(entry => entry.Envelope.From != entry.Envelope.To && transcript.Parse(entry) is not null)
            .OrderBy(entry => entry.Message).Select(entry => (entry.Envelope.From, entry.Envelope.To)).FirstOrDefault(("anybody", "anybody else"));

    private static Sheet Picture(Bead[] beads, Excerpt shown, int at, string[] people)
    {
        var sheet = new Sheet("The turning chains");
        double gutter = Math.Min(70, 10 + people.Max(Lettering.Width));
        double left = Sheet.Margin + gutter, pitch = (Sheet.Width - Sheet.Margin - left) / InABand;
        for (int first = shown.First; first <= shown.Last; first += InABand)
        {
            double top = sheet.Y + 36;
            Bead[] band = beads[(first - 1)..Math.Min(first + InABand - 1, shown.Last)];
            (double X, double Y) Place(int index) => (left + (pitch * (index + 0.5)), top + (band[index].From == people[0] ? 0 : Lane));
            foreach (var (index, person) in people.Index())
                sheet.Text(Sheet.Margin, top + (Lane * index) + 4, Lettering.Fit(person, gutter - 6));
            Chains(sheet, band, Place);
            Steps(sheet, band, Place, first == 1 ? null : beads[first - 2], left - 4);
            foreach (var (index, bead) in band.Index())
            {
                var (x, y) = Place(index);
                sheet.Circle(x, y, Radius, bead.Read ? "p-read" : "p-open", ("data-message", Invariant($"{bead.Message}")), ("data-n", Invariant($"{bead.N}")));
                sheet.Text(x, y + 4, Invariant($"{bead.Message}"), bead.Read ? "p-read-ink" : null, "middle");
                if (bead.Message <= at && (first + index == beads.Length || beads[first + index].Message > at))
                    sheet.Line("p-moment", (x + (pitch / 2), top - 20), (x + (pitch / 2), top + Lane + 20));
            }
            sheet.Down(36 + Lane + 16);
        }
        sheet.Down(4);
        sheet.Rule();
        sheet.Legend((Swatch.ReadBead, "read"), (Swatch.Bead, "not read"), (Swatch.Held, "keys the thief has"), (Swatch.Moment, "the theft"), (Swatch.Step, "ratchet step: new keys"));
        return sheet;
    }

    /// <summary>Around the beads of each chain its outline, and in stripes the stretch from the first message read to the last.</summary>
    private static void Chains(Sheet sheet, Bead[] band, Func<int, (double X, double Y)> place)
    {
        foreach (var chain in band.Index().GroupBy(bead => bead.Item.Chain))
        {
            Around([.. chain.Select(bead => bead.Index)], 14, "p-chain", []);
            if (chain.Where(bead => bead.Item.Read).Select(bead => bead.Index).ToArray() is { Length: > 0 } read)
                Around(read, 14, "p-held", [("fill", Sheet.Stripes), ("data-chain", Invariant($"{chain.Key}"))]);
        }

        void Around(int[] indices, double reach, string style, (string, string)[] attributes)
        {
            var (x, y) = place(indices[0]);
            sheet.Rect(x - reach, y - reach, place(indices[^1]).X - x + (2 * reach), 2 * reach, style, reach, attributes);
        }
    }

    /// <summary>From the last message before it to the first of each chain an arrow: the ratchet turned when that message had arrived.</summary>
    private static void Steps(Sheet sheet, Bead[] band, Func<int, (double X, double Y)> place, Bead? before, double edge)
    {
        const double Away = 15;
        foreach (var (index, bead) in band.Index())
            if (bead.Opens && (index > 0 ? band[index - 1] : before) is { } last && last.From != bead.From)
            {
                var (x, y) = place(index);
                double down = last.From == bead.From ? 0 : y > place(0).Y || (index > 0 && place(index - 1).Y < y) ? 1 : -1;
                if (index > 0)
                    sheet.Arrow((place(index - 1).X, place(index - 1).Y + (down * Away)), (x - 4, y - (down * (Away - 1))));
            }
    }

    private static string Text(string title, Bead[] beads, Excerpt shown, int at, string[] people, string sum)
    {
        int widest = people.Max(person => Shown.Of(person).Length);
        var text = new StringBuilder(title).Append(", chain by chain; [21] was read, 21 was not, | is the theft.\n\n");
        foreach (var chain in beads[(shown.First - 1)..shown.Last].GroupBy(bead => bead.Chain))
        {
            text.Append(FormattableString.Invariant($"  {chain.Key,4}  ")).Append(Shown.Of(chain.First().From).PadRight(widest + 2));
            text.Append("ratchet key ").Append(chain.First().RatchetKey).Append("...  ");
            text.AppendJoin(' ', chain.Select(bead => (bead.Read ? Invariant($"[{bead.Message}]") : Invariant($"{bead.Message}")) + (bead.Message == at ? " |" : "")));
            text.Append('\n');
        }
        return text.Append("\n  ").Append(sum).ToString();
    }
}
