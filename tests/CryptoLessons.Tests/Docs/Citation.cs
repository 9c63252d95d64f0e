using System.Text.RegularExpressions;
using CryptoLessons.Claims;

namespace CryptoLessons.Tests.Docs;

/// <summary>
/// A place that cites a work. It does so in one of five ways: by a number (RFC 7748, FIPS 185, SP 800-90A, arXiv 2110.07450), by a
/// document of Signal's and its revision (X3DH rev 1), by title (Authors, *Title*, venue, year; in programs Authors, "Title" (venue year)),
/// by author and year (Blaze 1994; Unger et al., 2015), and a newspaper by its name and date.
/// </summary>
internal sealed partial record Citation(string Text)
{
    /// <summary>The name of its entry, or a number that the entry has.</summary>
    public string Named { get; init; } = "";

    /// <summary>The title, or what stands in front of its colon.</summary>
    public string Title { get; init; } = "";

    /// <summary>One of the authors.</summary>
    public string By { get; init; } = "";

    /// <summary>A year, a revision or a date.</summary>
    public string When { get; init; } = "";

    /// <summary>Every citation in a file; in a program numbers and revisions also where it prints them.</summary>
    public static IEnumerable<Citation> In(string file) =>
        InProse(Prose.Of(file)).Concat(file.EndsWith(".cs", StringComparison.Ordinal) ? ByNumber(Prose.Printed(file)) : []);

    /// <summary>Every citation in a text.</summary>
    public static IEnumerable<Citation> InProse(string prose) => ByNumber(prose).Concat(ByTitle(prose)).Concat(OfPapers(prose));

    /// <summary>The entry that it means; null when there is none.</summary>
    public Source? Resolve() => Source.All.FirstOrDefault(source => source.Answers(this));

    private const string NoYear = "no year";

    private static IEnumerable<Citation> ByNumber(string text) =>
        Number().Matches(text).Concat(Revision().Matches(text)).Select(number => new Citation(number.Value)
        {
            Named = number.Groups["name"].Value, When = number.Groups["revision"].Value,
        });

    private static IEnumerable<Citation> ByTitle(string prose) =>
        Work().Matches(prose).Select(OfAWork).Concat(AuthorAndYear().Matches(prose).Where(IsAnAuthor).Select(author => new Citation(author.Value)
        {
            By = author.Groups["by"].Value, When = Year(author),
        }));

    // A section of a work is quoted without a year, behind the name of the work: Double Ratchet rev 4, "Triple Ratchet".
    private static Citation OfAWork(Match work)
    {
        string by = work.Groups["by"].Value;
        if (Year(work) == NoYear && Source.All.FirstOrDefault(source => by.Contains(source.Name, StringComparison.Ordinal)) is { } whole)
            return new(work.Value) { Named = whole.Name };
        return new(work.Value) { Title = work.Groups["title"].Value, By = by.Split(' ')[^1], When = Year(work) };
    }

    private static IEnumerable<Citation> OfPapers(string prose) =>
        from report in PressReport.All
        from date in Regex.Matches(prose, Regex.Escape(report.Paper) + Date)
        select new Citation($"{report.Paper}, {date.Groups["date"].Value}") { Named = report.Id, When = date.Groups["date"].Value };

    private static string Year(Match work) => work.Groups["year"].Value is { Length: > 0 } year ? year : NoYear;

    // A name in front of a number is an author's only if some entry is named after it: else March 2017 would be a work.
    private static bool IsAnAuthor(Match author) =>
        author.Groups["others"].Success || Source.All.Any(source => source.Name.Length > 4 && source.Name[..^4] == author.Groups["by"].Value + " ");

    [GeneratedRegex(@"\b(?<name>RFC \d+|FIPS \d+(-\d)?|SP 800-\d+[A-Z]?|draft-ietf-[a-z-]*[a-z])|\barXiv:? ?(?<name>\d{4}\.\d{4,5})")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?<name>(?!Source|The )\p{Lu}[\w-]*( \p{Lu}[\w-]*){0,2}) \(?(?<revision>rev \d+)\b")]
    private static partial Regex Revision();

    // Authors, if any; the title in quotation marks or italics; a venue and a year, which may be left out where there are authors.
    [GeneratedRegex(@"((?<by>\p{Lu}[\w-]*(,? \p{L}[\w-]*| \d+){0,7}?)( et al\.)?, )?"
        + @"(""(?<title>\p{Lu}[^""\n]+)""|(?<![*\w])\*(?<title>\p{Lu}[^*\n]+)\*)"
        + @"((, | \()([^.;:()*""\n]|\b\p{Lu}\.|\.(?=\d)){0,60}?\b(?<year>(19|20)\d\d)\b|(?(by)|(?!)))")]
    private static partial Regex Work();

    // Blaze 1994; Levy and Robinson (2018); Bellare and Goldwasser, CCS 1997; and "et al." whatever follows, unless it is a title.
    [GeneratedRegex(@"\b(?<by>\p{Lu}[\p{L}-]*\p{Ll})((?<others> et al\.(?!,? [""*]))(,? \(?([\p{L}& ]{1,30} )?(?<year>(19|20)\d\d)\b)?"
        + @"|(?<others> and \p{Lu}[\p{L}-]+, \p{Lu}[\p{Lu}&]+ )(?<year>(19|20)\d\d)\b|( and \p{Lu}[\p{L}-]+)?,? \(?(?<year>(19|20)\d\d)\b)")]
    private static partial Regex AuthorAndYear();

    // The date may belong to several papers: The Daily Telegraph and BBC News, 26 March 2017.
    private const string Date = @"(?=[^.;:\n]{0,40}?(?<date>(\d+ )?\p{Lu}[a-z]+ \d{4}))";
}
