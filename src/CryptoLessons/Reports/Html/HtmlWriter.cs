using System.Collections.Frozen;

namespace CryptoLessons.Reports.Html;

/// <summary>Writes HTML that is well-formed XML too, so that a strict parser can check it.</summary>
/// <remarks>
/// Foreign text cannot become markup: text and attribute values go through <see cref="HtmlText"/>, there is no way around it, and
/// elements and attributes that load or run something are refused.
/// </remarks>
internal sealed class HtmlWriter(TextWriter output)
{
    private static readonly FrozenSet<string> Refused = FrozenSet.Create(
        "script", "style", "link", "base", "iframe", "object", "embed", "form", "input", "button", "img", "audio", "video", "svg", "math");

    private static readonly FrozenSet<string> OnLinesOfTheirOwn = FrozenSet.Create(
        "head", "meta", "title", "body", "header", "main", "footer", "nav", "section", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li",
        "dl", "table", "thead", "tbody", "tr", "th", "td", "details", "summary");

    private readonly Stack<string> open = new();
    private readonly Dictionary<string, int> pictures = new(StringComparer.Ordinal);

    /// <summary>Begins a page: document type and root element.</summary>
    public Element Page()
    {
        output.Write("<!DOCTYPE html>\n");
        return Open("html", null, ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", "en"), ("xml:lang", "en"));
    }

    /// <summary>Begins an element, which ends when what this returns is disposed of.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="style">Its classes, if any.</param>
    /// <param name="attributes">Its other attributes.</param>
    public Element Open(string tag, string? style = null, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(tag, style, attributes);
        output.Write('>');
        open.Push(tag);
        return new(this, tag);
    }

    /// <summary>Writes an element that holds text and nothing else.</summary>
    public void Line(string tag, string text, string? style = null, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (Open(tag, style, attributes))
            Text(text);
    }

    /// <summary>Writes an element that never holds anything.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(tag, null, attributes);
        output.Write("/>");
    }

    /// <summary>Writes text.</summary>
    public void Text(string text) => HtmlText.Write(output, text);

    /// <summary>Writes a word of somebody else's: whatever direction its letters run in, what stands around it keeps its own.</summary>
    public void Foreign(string text) => Line("bdi", text);

    /// <summary>Writes a style sheet.</summary>
    /// <exception cref="ArgumentException">It holds a character that could end it.</exception>
    public void StyleSheet(string css)
    {
        if (css.AsSpan().ContainsAny('<', '&') || css.Contains("]]>", StringComparison.Ordinal))
            throw new ArgumentException("A style sheet in a page holds neither < nor &.", nameof(css));
        output.Write("\n<style>\n");
        output.Write(css.ReplaceLineEndings("\n"));
        output.Write("</style>");
    }

    /// <summary>Writes a picture; one that stands on the page already gets other names within.</summary>
    /// <param name="svg">One <c>svg</c> element, of <see cref="SvgElements"/> alone.</param>
    /// <exception cref="ArgumentException">It is more than a drawing.</exception>
    public void Picture(string svg)
    {
        string name = SvgElements.Check(svg);
        int times = pictures[name] = pictures.GetValueOrDefault(name) + 1;
        output.Write('\n');
        output.Write(times == 1 ? svg : svg.Replace(name, FormattableString.Invariant($"{name}-{times}"), StringComparison.Ordinal));
    }

    private void Begin(string tag, string? style, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (!tag.All(char.IsAsciiLetterOrDigit) || Refused.Contains(tag))
            throw new ArgumentException($"'{tag}' is no element of a page that only shows.", nameof(tag));
        if (OnLinesOfTheirOwn.Contains(tag))
            output.Write('\n');
        output.Write('<');
        output.Write(tag);
        if (style is not null)
            Attribute("class", style);
        foreach (var (name, value) in attributes)
            Attribute(name, value);
    }

    private void Attribute(string name, string value)
    {
        bool isName = name.All(c => char.IsAsciiLetterLower(c) || c is '-' or ':');
        bool runs = name.StartsWith("on", StringComparison.Ordinal) || name == "src" || (name == "href" && !value.StartsWith('#'));
        if (!isName || runs)
            throw new ArgumentException($"'{name}' is no attribute of a page that only shows.", nameof(name));
        output.Write(' ');
        output.Write(name);
        output.Write("=\"");
        HtmlText.Write(output, value);
        output.Write('"');
    }

    private void Close(string tag)
    {
        if (!open.TryPop(out string? innermost) || innermost != tag)
            throw new InvalidOperationException($"</{tag}> where <{innermost}> is open.");
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        if (open.Count == 0)
            output.Write('\n');
    }

    /// <summary>An element that is open.</summary>
    public readonly struct Element(HtmlWriter writer, string tag) : IDisposable
    {
        /// <summary>Ends the element.</summary>
        public void Dispose() => writer.Close(tag);
    }
}
