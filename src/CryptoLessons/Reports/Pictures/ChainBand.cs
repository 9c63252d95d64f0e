using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>As many messages of two people as stand side by side: a lane for each person, the chains as outlines around their beads.</summary>
/// <param name="Beads">The messages, in the order of sending.</param>
/// <param name="Upper">Whose lane is the upper one.</param>
/// <param name="Left">Where the first message's place begins.</param>
/// <param name="Top">The upper lane's height on the sheet.</param>
/// <param name="Pitch">The room that a message has.</param>
internal sealed record ChainBand(Bead[] Beads, string Upper, double Left, double Top, double Pitch)
{
    /// <summary>How far the lanes are apart.</summary>
    public double Lane { get; } = (1.1 * Pitch) + 14;

    private double Radius => 0.42 * Pitch;

    private double Reach => 0.55 * Pitch;

    /// <summary>Draws outlines, arrows and beads.</summary>
    /// <param name="sheet">Where to.</param>
    /// <param name="first">Whether nothing was sent before it.</param>
    /// <param name="labelled">The chains whose numbers are written beside them.</param>
    public void Draw(Sheet sheet, bool first, IReadOnlySet<int> labelled)
    {
        foreach (var chain in Beads.Index().GroupBy(bead => bead.Item.Chain))
        {
            Outline(sheet, [.. chain.Select(bead => bead.Index)], "p-chain");
            int[] read = [.. chain.Where(bead => bead.Item.Read).Select(bead => bead.Index)];
            if (read.Length == 0)
                continue;
            Outline(sheet, read, "p-held", ("fill", SvgWriter.Stripes), ("data-chain", Invariant($"{chain.Key}")));
            if (labelled.Contains(chain.Key))
                Label(sheet, (X(read[0]) + X(read[^1])) / 2, read[0], chain.Key);
        }
        for (int i = 0; i < Beads.Length; i++)
            if (Beads[i].Opens)
                Step(sheet, i, first);
        foreach (var (i, bead) in Beads.Index())
        {
            string number = Invariant($"{bead.Message}");
            sheet.Circle(X(i), Y(i), Radius, bead.Read ? "p-read" : "p-open", ("data-message", number));
            sheet.Text(X(i), Y(i) + 4, number, bead.Read ? "p-read-ink" : null, "middle");
        }
    }

    /// <summary>Draws the line behind which everything was sent after the theft.</summary>
    public void Moment(Sheet sheet, int after) =>
        sheet.Line("p-moment", (X(after) + (Pitch / 2), Top - Reach - 3), (X(after) + (Pitch / 2), Top + Lane + Reach + 3));

    /// <summary>To a chain's first bead an arrow from the other person's last before it: when that message had arrived, the ratchet turned.</summary>
    private void Step(Sheet sheet, int to, bool first)
    {
        int from = to == 0 ? -1 : Array.FindLastIndex(Beads, to - 1, bead => bead.From != Beads[to].From);
        (double X, double Y) end = (X(to) - 3, Y(to) - (Way(to) * (Reach + 1)));
        if (from >= 0)
            sheet.Arrow((X(from), Y(from) + (Way(to) * (Reach + 1))), end);
        else if (!first)
            sheet.Arrow((X(to) - (Pitch / 2) - 3, Top + (Lane / 2)), end);
    }

    private void Outline(Sheet sheet, int[] beads, string style, params ReadOnlySpan<(string, string)> attributes)
    {
        double left = X(beads[0]) - Reach, width = X(beads[^1]) + Reach - left;
        sheet.Rect(left, Y(beads[0]) - Reach, width, 2 * Reach, style, Reach, attributes);
    }

    private void Label(Sheet sheet, double x, int beside, int chain) =>
        sheet.Text(x, Y(beside) + (Way(beside) > 0 ? Reach + 14 : -Reach - 5), Invariant($"chain {chain}"), "p-theft-ink", "middle");

    private double X(int index) => Left + (Pitch * (index + 0.5));

    private double Y(int index) => Top + (Way(index) > 0 ? Lane : 0);

    /// <summary>Where a bead's lane is, seen from the other: 1 below, -1 above.</summary>
    private double Way(int index) => Beads[index].From == Upper ? -1 : 1;
}
