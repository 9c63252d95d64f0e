namespace CryptoLessons.Reports.Html;

/// <summary>What every page has around its body: a head that lets nothing be fetched from anywhere, and the style sheet.</summary>
internal static class PageFrame
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";
    private const string StyleSheets = "CryptoLessons.Reports.Html.";

    /// <summary>Writes a page.</summary>
    /// <param name="output">Where to; its encoding must be UTF-8, as the page says.</param>
    /// <param name="title">What stands in the window's bar.</param>
    /// <param name="body">Writes what is in the page.</param>
    /// <param name="sheets">Style sheets besides those that every page has.</param>
    public static void Write(TextWriter output, string title, Action<HtmlWriter> body, params IReadOnlyList<string> sheets)
    {
        var page = new HtmlWriter(output);
        using (page.Page())
        {
            using (page.Open("head"))
            {
                page.Void("meta", ("charset", "utf-8"));
                page.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
                page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                page.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
                page.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
                page.Line("title", title);
                page.StyleSheet(string.Concat(((string[])["palette.css", "page.css", .. sheets]).Select(Style)));
            }
            using (page.Open("body"))
                body(page);
        }
    }

    private static string Style(string sheet)
    {
        using Stream stream = typeof(PageFrame).Assembly.GetManifestResourceStream(StyleSheets + sheet)
            ?? throw new InvalidOperationException($"{sheet} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
