using System.Text.RegularExpressions;

namespace CryptoLessons.Tests.Docs;

/// <summary>An entry of docs/sources.md: an anchor, then <c>**Name**: Authors, *Title* (venue and years). What we take.</c></summary>
/// <param name="Anchor">The name in small letters, so that a link can be written without looking it up.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Authors">Who wrote it, or which newspaper printed it.</param>
/// <param name="Title">The title; empty for a newspaper's report of which we have none.</param>
/// <param name="Imprint">Where and when, with revisions and what was not confirmed.</param>
/// <param name="Taken">What we take from it.</param>
internal sealed partial record Source(string Anchor, string Name, string Authors, string Title, string Imprint, string Taken)
{
    /// <summary>Every entry of the page.</summary>
    public static IReadOnlyList<Source> All { get; } =
        [.. Entry().Matches(Prose.Of(Repository.PathOf("docs", "sources.md"))).Select(entry => new Source(
            entry.Groups["anchor"].Value, entry.Groups["name"].Value, entry.Groups["authors"].Value, entry.Groups["title"].Value,
            entry.Groups["imprint"].Value, entry.Groups["taken"].Value))];

    /// <summary>What the anchor has to be.</summary>
    public string AnchorOfTheName => NoLetter().Replace(Name.ToLowerInvariant(), "-");

    /// <summary>Whether nobody needs to cite it.</summary>
    public bool IsFurtherReading => Taken.EndsWith("*Further reading.*", StringComparison.Ordinal);

    /// <summary>Whether a citation means this entry: every part that it gives is the entry's.</summary>
    public bool Answers(Citation citation) =>
        (citation.Named.Length == 0 || citation.Named == Name || Imprint.Contains(citation.Named, StringComparison.Ordinal))
        && (citation.Title.Length == 0 || HasTitle(citation.Title))
        && (citation.By.Length == 0 || Authors.Contains(citation.By, StringComparison.Ordinal))
        && Imprint.Contains(citation.When, StringComparison.Ordinal);

    // A long title may be cited by what stands in front of its colon; the letters' case differs between a paper and its lists.
    private bool HasTitle(string title) =>
        title.Equals(Title, StringComparison.OrdinalIgnoreCase) || title.Equals(Title.Split(": ")[0], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^- <a id=""(?<anchor>[^""]*)""></a>\*\*(?<name>[^*]+)\*\*: (?<authors>[^*(]+?)(, \*(?<title>[^*]+)\*)? "
        + @"\((?<imprint>[^)]+)\)\. (?<taken>.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
