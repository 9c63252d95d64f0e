using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using CryptoLessons.Reports.Html;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Reports;

/// <summary>The scoreboard as one page for people: complete in itself, without scripts, and with nothing to be fetched from anywhere.</summary>
public static class ScoreboardPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="scoreboard">The scoreboard.</param>
    /// <param name="output">Where to; its encoding must be UTF-8, as the page says.</param>
    /// <param name="weights">What each criterion weighs for the reader; null when nothing is to be added up.</param>
    public static void Write(Scoreboard scoreboard, TextWriter output, Weights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(scoreboard);
        ArgumentNullException.ThrowIfNull(output);
        PageFrame.Write(output, "What it delivers, and what it costs", page =>
        {
            using (page.Open("header"))
            {
                page.Line("p", "CryptoLessons scoreboard", "eyebrow");
                page.Line("h1", "What it delivers, and what it costs");
                page.Line("p", "Each way to exceptional access, played and attacked: what a warrant that names one person opened, beside what one leak of the same "
                    + "secret opened of everybody. There is no overall score: the reader weighs.", "headline");
                Headline.WriteConversation(page, scoreboard.Matrix.Request);
                using (page.Open("div", "pictures"))
                    page.Picture(ScoreboardHeatMap.Draw(scoreboard).Svg!);
            }
            using (page.Open("main"))
            {
                WriteSides(page, scoreboard);
                WriteCriteria(page, scoreboard, weights);
                WriteMeasured(page, scoreboard);
            }
            WriteHelp(page, scoreboard);
        });
    }

    private static void WriteSides(HtmlWriter page, Scoreboard scoreboard)
    {
        string[] headings = ["design", "by warrant", "by one leak", "who must act for a warrant", "trace of it", "thief forged", "theft noticed"];
        Table(page, "sides", "By warrant, and by theft", headings, () =>
        {
            foreach (Score score in scoreboard.Scores)
                using (page.Open("tr", null, ("data-design", score.Design.Id)))
                    WriteSides(page, score, scoreboard);
        });
    }

    private static void WriteSides(HtmlWriter page, Score score, Scoreboard scoreboard)
    {
        LawfulAccess lawful = score.Row.Lawful;
        Cell leak = score.Cell("escrow-leak");
        page.Line("th", score.Design.Id, null, ("scope", "row"), ("title", score.Design.Title));
        using (page.Open("td"))
        {
            new Fraction("past", lawful.Past, lawful.PastOf).Write(page, "law");
            new Fraction("future", lawful.Future, lawful.FutureOf).Write(page, "law");
        }
        using (page.Open("td"))
        {
            foreach (Fraction read in Figures.Read(leak, scoreboard.Matrix))
                read.Write(page, "theft");
            new Fraction("people", score.PeopleRead(leak), score.People).Write(page, "theft");
        }
        using (page.Open("td"))
            WriteSteps(page, lawful);
        string trace = lawful.Steps.Count == 0 ? "" : ScoreboardText.Of(lawful.Trace);
        foreach (string word in (string[])[trace, MatrixJson.Name(leak.Forged), MatrixJson.Name(leak.Noticed)])
            page.Line("td", word, "small");
    }

    private static void WriteSteps(HtmlWriter page, LawfulAccess lawful)
    {
        if (lawful.Steps.Count == 0)
            page.Line("p", "nobody can open any", "small");
        else
            using (page.Open("ol", "steps"))
                foreach (LawfulStep step in lawful.Steps)
                    using (page.Open("li"))
                    {
                        page.Text($"{step.Party} ");
                        page.Foreign(step.Act);
                    }
    }

    private static void WriteCriteria(HtmlWriter page, Scoreboard scoreboard, Weights? weights)
    {
        string[] weighted = weights is null ? [] : ["by your weights"];
        IEnumerable<string> headings = ["design", .. weighted, .. Criterion.All.Select(criterion => $"{criterion.Id} {criterion.Title}")];
        Table(page, "criteria", "Seventeen criteria", headings, () =>
        {
            foreach (Score score in scoreboard.Scores)
                using (page.Open("tr", null, ("data-design", score.Design.Id)))
                {
                    page.Line("th", score.Design.Id, null, ("scope", "row"));
                    if (weights is not null)
                        page.Line("td", weights.Of(score, scoreboard).ToString("0.00", CultureInfo.InvariantCulture), "small");
                    foreach (var (criterion, value) in Criterion.All.Zip(score.Values))
                        page.Line("td", ScoreboardText.Of(value), "small", ("data-criterion", criterion.Id));
                }
        });
    }

    private static void WriteMeasured(HtmlWriter page, Scoreboard scoreboard) =>
        Table(page, "measured", "Measured when this page was made, different each time", ["design", "microseconds a message", "times strict"], () =>
        {
            foreach (Score score in scoreboard.Scores)
                using (page.Open("tr"))
                {
                    page.Line("th", score.Design.Id, null, ("scope", "row"));
                    page.Line("td", score.Microseconds.ToString("0.0", CultureInfo.InvariantCulture), "small");
                    page.Line("td", score.TimesStrict.ToString("0.00", CultureInfo.InvariantCulture), "small");
                }
        });

    private static void WriteHelp(HtmlWriter page, Scoreboard scoreboard)
    {
        using (page.Open("footer"))
        {
            page.Line("h2", "What is asked");
            using (page.Open("dl"))
                foreach (Criterion criterion in Criterion.All)
                    using (page.Open("div"))
                    {
                        page.Line("dt", $"{criterion.Id} {criterion.Title}");
                        page.Line("dd", $"{criterion.Unit} ({(criterion.How == How.Run ? "counted in a run" : "computed")}).");
                    }
            double p = scoreboard.Scores[0].Probability;
            page.Line("p", FormattableString.Invariant($"The probability that one holder is robbed is the reader\u2019s choice: here {p}."), "small");
            page.Line("p", ReadingHelp.Caution, "small");
        }
    }

    private static void Table(HtmlWriter page, string id, string title, IEnumerable<string> headings, Action rows)
    {
        using (page.Open("section", "grid", ("id", id), ("aria-labelledby", $"{id}-heading")))
        {
            page.Line("h2", title, null, ("id", $"{id}-heading"));
            // A region that scrolls must be reachable from the keyboard.
            using (page.Open("div", "scroll", ("tabindex", "0"), ("role", "region"), ("aria-labelledby", $"{id}-heading")))
            using (page.Open("table"))
            {
                using (page.Open("thead"))
                using (page.Open("tr"))
                    foreach (string heading in headings)
                        page.Line("th", heading, null, ("scope", "col"));
                using (page.Open("tbody"))
                    rows();
            }
        }
    }
}
