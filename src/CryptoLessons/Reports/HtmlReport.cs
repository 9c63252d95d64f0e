using CryptoLessons.Matrix;
using CryptoLessons.Reports.Html;

namespace CryptoLessons.Reports;

/// <summary>The matrix as one page for people: complete in itself, without scripts, and with nothing to be fetched from anywhere.</summary>
/// <remarks>The page is HTML5 and well-formed XML at once (W3C, "Polyglot Markup", 2015). It has no dates and no timings of its own: the same
/// request gives the same bytes on every machine.</remarks>
public static class HtmlReport
{
    /// <summary>Writes the page, piece by piece: the memory it takes does not grow with it.</summary>
    /// <param name="result">The matrix.</param>
    /// <param name="output">Where to; its encoding must be UTF-8, as the page says.</param>
    public static void Write(MatrixResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        PageFrame.Write(output, $"What was really read: {HtmlText.Cut(result.Request.Conversation.Source, 80).Shown}", page => WriteBody(page, result));
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
}
