using System.Text;
using CryptoLessons.Conversations;

namespace CryptoLessons.Reports;

/// <summary>Writes Markdown that reads well on a terminal too: tables padded, lines ended by LF.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder text = new();

    /// <summary>Foreign text as a code span, in which nothing is markup: cut, on one line, and unable to steer a terminal.</summary>
    public static string Foreign(string text)
    {
        string shown = Shown.Of(text);
        int run = 0, longest = 0;
        foreach (char c in shown)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        string fence = new('`', longest + 1);
        // One space on both sides is taken away again by whoever renders it; without them a fence would grow into the text.
        bool padded = shown.Length == 0 || shown.Trim(' ').Length == 0 || shown.StartsWith('`') || shown.EndsWith('`');
        return padded ? $"{fence} {shown} {fence}" : fence + shown + fence;
    }

    public Markdown Heading(int level, string heading) => Paragraph($"{new string('#', level)} {heading}");

    public Markdown Paragraph(string paragraph)
    {
        text.Append(paragraph).Append("\n\n");
        return this;
    }

    public Markdown List(IEnumerable<string> items) => Paragraph(string.Join('\n', items.Select(item => $"- {item}")));

    /// <summary>A block in which nothing is markup.</summary>
    public Markdown Block(string language, IEnumerable<string> lines) =>
        Paragraph($"```{language}\n{string.Join('\n', lines.Select(line => line.TrimEnd()))}\n```");

    /// <summary>A table; its first row is the heading.</summary>
    public Markdown Table(params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        string[] rule = [.. widths.Select(width => new string('-', width))];
        return Paragraph(string.Join('\n', ((IEnumerable<IReadOnlyList<string>>)[rows[0], rule, .. rows.Skip(1)]).Select(row =>
            $"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |")));
    }

    /// <summary>What was written, ended by one LF.</summary>
    public override string ToString() => text.ToString().TrimEnd('\n') + "\n";
}
