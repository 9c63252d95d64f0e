namespace CryptoLessons.Benchmarks.Reports;

/// <summary>A table in Markdown: the first column is text, the others are figures.</summary>
internal static class MarkdownTable
{
    /// <summary>The table, without a line end behind it.</summary>
    public static string Write(string[] headings, IEnumerable<string[]> rows)
    {
        string[] rule = [.. headings.Select((_, column) => column == 0 ? "---" : "---:")];
        return string.Join('\n', ((string[][])[headings, rule, .. rows]).Select(cells => $"| {string.Join(" | ", cells)} |"));
    }
}
