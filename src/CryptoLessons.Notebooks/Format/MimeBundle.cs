using CryptoLessons.Lessons;

namespace CryptoLessons.Notebooks.Format;

/// <summary>The forms of one exhibit by their media types, as Jupyter's messages and files have them.</summary>
internal static class MimeBundle
{
    private const string Svg = "image/svg+xml";
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    /// <summary>The forms that there are, in the order of their types' names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Exhibit exhibit)
    {
        if (exhibit.Svg is { } svg)
            yield return new(Svg, svg);
        if (exhibit.Html is { } html)
            yield return new(Html, html);
        yield return new(Plain, exhibit.Text);
    }

    /// <summary>The exhibit of the forms that there are; those of other types are passed over.</summary>
    /// <param name="form">Gives the form of a type; null when there is none.</param>
    public static Exhibit Read(Func<string, string?> form) => new(form(Plain) ?? "") { Html = form(Html), Svg = form(Svg) };
}
