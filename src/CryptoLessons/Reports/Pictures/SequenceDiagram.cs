using System.Text;
using CryptoLessons.Conversations;
using CryptoLessons.Lessons;

namespace CryptoLessons.Reports.Pictures;

/// <summary>Parties side by side, and below them in order what one sends another and what each works out.</summary>
internal sealed class SequenceDiagram
{
    private const double LineHeight = 16;
    private const double Narrow = 62;

    private readonly Sheet lines;
    private readonly string[] parties;
    private readonly List<Action<Sheet>> acts = [];
    private readonly StringBuilder text = new();
    private readonly double begins;

    /// <summary>A diagram of three parties.</summary>
    public SequenceDiagram(string heading, params string[] parties)
    {
        (this.parties, lines) = (parties, new Sheet(heading));
        lines.Down(26);
        begins = lines.Y;
    }

    /// <summary>One party sends another something.</summary>
    public void Arrow(int from, int to, IReadOnlyList<string> label)
    {
        Say($"{Shown.Of(parties[from])} -> {Shown.Of(parties[to])}", label);
        acts.Add(sheet =>
        {
            double widest = (label.Max(Lettering.Width) / 2) + 4;
            double x = Math.Clamp((X(from) + X(to)) / 2, Sheet.Margin + widest, Sheet.Width - Sheet.Margin - widest);
            sheet.Down(10);
            foreach (string line in label)
            {
                double half = (Lettering.Width(line) / 2) + 4;
                sheet.Down(LineHeight);
                sheet.Rect(x - half, sheet.Y - 12, 2 * half, LineHeight, "p-ground");
                sheet.Text(x, sheet.Y, line, null, "middle");
            }
            sheet.Down(11);
            double off = from < to ? 3 : -3;
            sheet.Arrow((X(from) + off, sheet.Y), (X(to) - off, sheet.Y));
        });
    }

    /// <summary>A party works something out.</summary>
    public void Box(int party, IReadOnlyList<string> label)
    {
        Say(Shown.Of(parties[party]), label);
        acts.Add(sheet =>
        {
            double width = label.Max(Lettering.Width) + 20;
            double left = Math.Clamp(X(party) - (width / 2), Sheet.Margin, Sheet.Width - Sheet.Margin - width);
            sheet.Down(14);
            sheet.Rect(left, sheet.Y, width, (LineHeight * label.Count) + 12, "p-box", 6);
            sheet.Down(4);
            foreach (string line in label)
            {
                sheet.Down(LineHeight);
                sheet.Text(left + 10, sheet.Y, line);
            }
            sheet.Down(8);
        });
    }

    /// <summary>The picture.</summary>
    public Exhibit Finish(string title)
    {
        // Lifelines lie below everything, and how long they are is known at the end.
        var trial = new Sheet("");
        trial.Down(begins - trial.Y);
        foreach (var act in acts)
            act(trial);
        foreach (var (index, party) in parties.Index())
        {
            lines.Line("p-rule", (X(index), begins + 4), (X(index), trial.Y + 10));
            lines.Text(X(index), begins - 3, Lettering.Fit(party, 2 * Narrow - 16), "p-strong", "middle");
        }
        foreach (var act in acts)
            act(lines);
        lines.Down(4);
        return lines.Finish(title, text.ToString().Trim().ReplaceLineEndings(" "), $"{title}.\n{text.ToString().TrimEnd()}");
    }

    private double X(int party) => Narrow + ((Sheet.Width - (2 * Narrow)) * party / (parties.Length - 1));

    private void Say(string who, IReadOnlyList<string> label)
    {
        text.Append("\n  ").Append(who).Append('\n');
        foreach (string line in label)
            text.Append("      ").Append(line).Append('\n');
    }
}
