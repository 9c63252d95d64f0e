using CryptoLessons.Matrix;
using CryptoLessons.Reports.Html;

namespace CryptoLessons.Reports;

/// <summary>The matrix as one page for people: complete in itself, without scripts, and with nothing to be fetched from anywhere.</summary>
/// <remarks>The page is HTML5 and well-formed XML at once (W3C, "Polyglot Markup"). It has no dates and no timings of its own: the same
/// request gives the same bytes on every machine.</remarks>
public static class HtmlReport
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";
    private const string StyleSheet = "CryptoLessons.Reports.Html.page.css";

    /// <summary>Writes the page, piece by piece: the memory it takes does not grow with it.</summary>
    /// <param name="result">The matrix.</param>
    /// <param name="output">Where to; its encoding must be UTF-8, as the page says.</param>
    public static void Write(MatrixResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
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
                page.Line("title", $"What was really read: {HtmlText.Cut(result.Request.Conversation.Source, 80).Shown}");
                page.StyleSheet(Style());
            }
            using (page.Open("body"))
                WriteBody(page, result);
        }
    }

    private static void WriteBody(HtmlWriter page, MatrixResult result)
    {
        Headline.Write(page, result);
        using (page.Open("main"))
        {
            GridSection.Write(page, result);
            foreach (DesignResult row in result.Designs)
                DesignSection.Write(page, row, result);
        }
        ReadingHelp.Write(page);
    }

    private static string Style()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(StyleSheet)
            ?? throw new InvalidOperationException($"{StyleSheet} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
