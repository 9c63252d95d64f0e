using CryptoLessons.Lessons;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>A picture that is filled from the top to the bottom, and what several pictures have in common.</summary>
internal sealed class Sheet : SvgWriter
{
    private const double LineHeight = 17;

    /// <summary>Begins with a heading.</summary>
    public Sheet(string heading)
    {
        Y = 24;
        Text(Margin, Y, Lettering.Fit(heading, (Width - (2 * Margin)) * 0.85), "p-title");
        Y += 6;
    }

    /// <summary>How far down the sheet is filled.</summary>
    public double Y { get; private set; }

    /// <summary>Leaves room.</summary>
    public void Down(double height) => Y += height;

    /// <summary>A line from side to side.</summary>
    public void Rule()
    {
        Line("p-rule", (Margin, Y), (Width - Margin, Y));
        Y += 4;
    }

    /// <summary>Small print: as many as four lines.</summary>
    public void Note(string text)
    {
        Y += 3;
        foreach (string line in Lettering.Wrap(text, Width - (2 * Margin), 4))
        {
            Y += LineHeight;
            Text(Margin, Y, line, "p-soft");
        }
    }

    /// <summary>A label, a bar, and so many of so many.</summary>
    public void Share(string label, int count, int of, double gutter)
    {
        const double Figures = 84;
        double left = Margin + gutter, width = Width - Margin - Figures - left;
        Y += LineHeight;
        Text(Margin, Y, Lettering.Fit(label, gutter - 6));
        Rect(left, Y - 9, width, 9, "p-open");
        if (count > 0)
            Rect(left, Y - 9, Math.Max(1.5, width * count / of), 9, "p-read");
        Text(Width - Margin, Y, Invariant($"{count} of {of}"), count > 0 ? "p-theft-ink" : "p-soft", "end");
    }

    /// <summary>A message as one adversary sees it: a square, filled when it was read.</summary>
    public void Mark(double x, double y, double size, bool read, int message) =>
        Rect(x - (size / 2), y - (size / 2), size, size, read ? "p-read" : "p-open", 2, ("data-message", Invariant($"{message}")));

    /// <summary>What the marks mean.</summary>
    public void Legend(params ReadOnlySpan<(Swatch Swatch, string Meaning)> entries)
    {
        double x = Margin;
        Y += LineHeight + 6;
        foreach (var (swatch, meaning) in entries)
        {
            if (x + 24 + Lettering.Width(meaning) > Width - Margin)
                (x, Y) = (Margin, Y + LineHeight);
            Draw(swatch, x, Y - 4);
            Text(x + 18, Y, meaning, "p-soft");
            x += 32 + Lettering.Width(meaning);
        }
    }

    /// <summary>The picture.</summary>
    public Exhibit Finish(string title, string description, string text) => Finish(Y + Margin + 2, title, description, text);

    private void Draw(Swatch swatch, double x, double y)
    {
        switch (swatch)
        {
            case Swatch.Read:
                Rect(x, y - 5, 11, 11, "p-read", 2);
                break;
            case Swatch.Unread:
                Rect(x, y - 5, 11, 11, "p-open", 2);
                break;
            case Swatch.ReadBead:
                Circle(x + 6, y, 5.5, "p-read");
                break;
            case Swatch.Bead:
                Circle(x + 6, y, 5.5, "p-open");
                break;
            case Swatch.Step:
                Arrow((x, y - 6), (x + 13, y + 6));
                break;
            case Swatch.Held:
                Rect(x, y - 5, 14, 11, "p-held", 5, ("fill", Stripes));
                break;
            case Swatch.Moment:
                Line("p-moment", (x + 6, y - 7), (x + 6, y + 7));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(swatch), swatch, null);
        }
    }
}
