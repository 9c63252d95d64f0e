namespace CryptoLessons.Notebooks.Lessons;

/// <summary>Reads a lesson from a C# file in the percent form of Jupytext (its documentation, "Notebooks as scripts").</summary>
/// <remarks>
/// <c>// %% [markdown]</c> begins prose, each line of it a comment, and <c>// %%</c> begins code. What stands before the first cell is for the compiler
/// alone: <c>#:</c> lines and nothing else. The same file runs as a program.
/// </remarks>
public static class LessonParser
{
    private const string Cell = "// %%";
    private const string Prose = "// %% [markdown]";

    /// <summary>Reads a lesson.</summary>
    /// <param name="file">The file's name, for its own name and for complaints.</param>
    /// <param name="source">Its text, lines ended in any way.</param>
    /// <returns>The lesson, or a sentence that says what is wrong, on which line, and what to write there.</returns>
    public static (Lesson? Lesson, string? Complaint) Read(string file, string source)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(source);
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        var cells = new List<LessonCell>();
        int at = 0;
        for (; at < lines.Length && !IsMarker(lines[at]); at++)
            if (lines[at].Length > 0 && !lines[at].StartsWith("#:", StringComparison.Ordinal))
                return Wrong(at, $"only lines that begin with #: stand before the first cell: begin one with '{Prose}'");
        while (at < lines.Length)
        {
            string marker = lines[at];
            if (marker is not (Cell or Prose))
                return Wrong(at, $"'{marker}' begins no kind of cell that is known here: write '{Cell}' or '{Prose}'");
            int first = at + 1;
            for (at = first; at < lines.Length && !IsMarker(lines[at]); at++)
                if (marker == Prose && lines[at].Length > 0 && !IsComment(lines[at]))
                    return Wrong(at, $"in a cell of prose every line is a comment: begin it with '// ', or the code with '{Cell}'");
            var text = lines[first..at].SkipWhile(line => line.Length == 0).ToList();
            first = at - text.Count;
            text = [.. text[..(text.FindLastIndex(line => line.Length > 0) + 1)]];
            if (text.Count == 0)
                return Wrong(at - 1, "the cell is empty: write something in it, or take it out");
            cells.Add(new(marker == Cell, string.Join('\n', marker == Cell ? text : text.Select(Uncommented)), first + 1));
        }
        const string Heading = "# ";
        return cells is [{ IsCode: false } beginning, ..] && beginning.Text.StartsWith(Heading, StringComparison.Ordinal)
            ? (new(Path.GetFileNameWithoutExtension(file), beginning.Text.Split('\n')[0][Heading.Length..], cells), null)
            : Wrong(0, $"a lesson begins with a cell of prose whose first line is its title: '{Prose}', then '// # ...'");

        (Lesson?, string?) Wrong(int line, string what) => (null, FormattableString.Invariant($"{Path.GetFileName(file)}, line {line + 1}: {what}."));
    }

    private static bool IsMarker(string line) => line.StartsWith(Cell, StringComparison.Ordinal);

    private static bool IsComment(string line) => line == "//" || line.StartsWith("// ", StringComparison.Ordinal);

    private static string Uncommented(string line) => line.Length <= 3 ? "" : line[3..];
}
