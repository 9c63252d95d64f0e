using System.Net;
using System.Text.RegularExpressions;

namespace CryptoLessons.Tests.Docs;

/// <summary>What people read of a file, a paragraph a line: a page without its fenced blocks, a program's comments without their marks.</summary>
internal static partial class Prose
{
    /// <summary>The prose of a page (.md) or of a program (.cs).</summary>
    public static string Of(string file)
    {
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        string lines = file.EndsWith(".md", StringComparison.Ordinal) ? Fenced().Replace(text, "") : Comments(text);
        return Formula().Replace(Wrapped().Replace(lines, " "), "");
    }

    /// <summary>What a program has beside its comments.</summary>
    public static string Printed(string file) => string.Join('\n', File.ReadLines(file).Where(line => !Comment().IsMatch(line)));

    private static string Comments(string program) =>
        string.Concat(program.Split('\n').Select(line => Comment().Match(line) is { Success: true } comment
            ? WebUtility.HtmlDecode(Tag().Replace(comment.Groups["text"].Value, "")) + "\n" : "\n"));

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^\s*///?\s?(?<text>.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex("</?[a-z][^>]*>")]
    private static partial Regex Tag();

    // What is hashed in a formula looks like a quoted title: HKDF(salt none, secret, "WhisperText", 64).
    [GeneratedRegex(@"\b\w+\(([^()\n]|\([^()\n]*\))*\)")]
    private static partial Regex Formula();

    // A line goes on where the next is neither empty nor begins an item, a row or a heading.
    [GeneratedRegex(@"(?<=\S) *\n *(?=[^\s\-|#])")]
    private static partial Regex Wrapped();
}
