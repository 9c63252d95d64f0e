using System.Xml.Linq;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;
using CryptoLessons.Reports.Html;
using CryptoLessons.Tests.Matrix;
using CryptoLessons.Tests.Scoreboards;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>The pages show the pictures of their own figures.</summary>
[TestFixture]
internal sealed class PicturesInPagesTests
{
    private static readonly Lazy<HtmlPage> Page = new(() => new HtmlPage(BuiltInMatrix.Result));

    [Test]
    public void TheMatrixAtAGlanceStandsInTheHead()
    {
        XElement heat = PicturesOf(Page.Value.All("header").Single()).Single();
        Assert.That(heat.Descendants().Attributes("data-share").Count(), Is.EqualTo(BuiltInMatrix.Result.Designs.Sum(row => row.Cells.Count)));
    }

    [Test]
    public void UnderEveryDesignThatWasReadTheTimelineMarksWhatWasRead()
    {
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
        {
            XElement? timeline = PicturesOf(Page.Value.Design(row.Design.Id)).FirstOrDefault();
            string[] expected = [.. row.Cells.Where(cell => Worst.Own(cell) > 0).Select(cell => string.Join(' ', cell.Verdict.Recovered.Keys)).Distinct()];
            Assert.That(timeline is null, Is.EqualTo(expected.Length == 0), row.Design.Id);
            if (timeline is null)
                continue;
            var rows = timeline.Descendants().Where(mark => mark.Attribute("data-message") is not null && (string?)mark.Attribute("class") == "p-read");
            Assert.That(rows.Count(), Is.EqualTo(expected.Sum(keys => keys.Split(' ').Count(key => int.Parse(key) <= 40))), row.Design.Id);
        }
    }

    [Test]
    public void TheChainsStandWhereSessionKeysWereCopiedAndThePathEverywhere()
    {
        Assert.That(Titles("strict"), Has.One.StartsWith("The turning chains of Alice and Bob").And.One.StartsWith("How message "));
        Assert.That(Titles("postcard"), Has.None.StartsWith("The turning chains").And.One.StartsWith("How message "));
    }

    [Test]
    public void TheScoreboardAtAGlanceStandsInItsHead()
    {
        using var text = new StringWriter();
        ScoreboardPage.Write(BuiltInScoreboard.Value, text);
        Assert.That(text.ToString().Split("</header>")[0], Does.Contain(ScoreboardHeatMapSvg()));
    }

    private static string ScoreboardHeatMapSvg() => CryptoLessons.Reports.Pictures.ScoreboardHeatMap.Draw(BuiltInScoreboard.Value).Svg!;

    private static string[] Titles(string design) =>
        [.. PicturesOf(Page.Value.Design(design)).Select(picture => picture.Elements().First(part => part.Name.LocalName == "title").Value)];

    private static IEnumerable<XElement> PicturesOf(XElement part) => part.Descendants().Where(element => element.Name.LocalName == "svg");
}
