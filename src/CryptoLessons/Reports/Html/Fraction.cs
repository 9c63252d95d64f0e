namespace CryptoLessons.Reports.Html;

/// <summary>So many of so many, as words and as a bar.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
internal readonly record struct Fraction(string Name, int Count, int Of)
{
    /// <summary>Writes name, figure and bar.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="kind">Class that says whose success it is: <c>theft</c>, <c>law</c> or <c>store</c>.</param>
    public void Write(HtmlWriter page, string kind)
    {
        using (page.Open("div", $"fraction {kind}{(Count == 0 ? " none" : "")}", ("data-figure", Name)))
        {
            page.Line("span", Name, "name");
            page.Text(" ");
            page.Line("span", FormattableString.Invariant($"{Count} of {Of}"), "figure");
            double share = Of == 0 ? 0 : 100.0 * Count / Of;
            using (page.Open("span", "bar", ("aria-hidden", "true")))
                page.Line("span", "", null, ("style", FormattableString.Invariant($"width:{share:0.##}%")));
        }
    }
}
