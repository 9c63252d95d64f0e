using System.Xml.Linq;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;
using CryptoLessons.Reports.Html;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.Scoreboards;
using CryptoLessons.Tests.Matrix;
using CryptoLessons.Tests.Scoreboards;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>A cell is as full as the figure says, and every figure stands in the text.</summary>
[TestFixture]
internal sealed class HeatMapTests
{
    [Test]
    public void EveryCellOfTheMatrixIsAsFullAsMessagesWereRead()
    {
        MatrixResult result = BuiltInMatrix.Result;
        var picture = new DrawnPicture(MatrixHeatMap.Draw(result));
        Cell[] cells = [.. result.Designs.SelectMany(row => row.Cells)];
        Assert.That(Shares(picture), Is.EqualTo(cells.Select(cell => Worst.Own(cell) / 40.0)).And.Some.EqualTo(1).And.Some.EqualTo(0));
        string[] figures = [.. picture.Lettering.Where(text => text.All(char.IsAsciiDigit))];
        Assert.That(figures, Is.EqualTo(cells.Select(cell => FormattableString.Invariant($"{Worst.Own(cell)}"))), "each cell has its figure, not colour alone");
        AssertIsFilled(picture, "p-tint", "p-full");
        foreach (Cell cell in cells)
            Assert.That(picture.Exhibit.Text, Does.Contain($"  {cell.Compromise}\n"));
        foreach (DesignResult row in result.Designs)
            Assert.That(Count(picture.Exhibit.Text, row.Design.Id), Is.EqualTo(row.Cells.Count));
    }

    [Test]
    public void EveryCellOfTheScoreboardIsAsFullAsItsShare()
    {
        Scoreboard board = BuiltInScoreboard.Value;
        var picture = new DrawnPicture(ScoreboardHeatMap.Draw(board));
        Assert.That(Shares(picture).Length, Is.EqualTo(board.Scores.Count * Criterion.All.Count));
        int cell = 0;
        foreach (Score score in board.Scores)
            foreach (CriterionValue value in score.Values)
            {
                double full = Shares(picture)[cell++];
                Assert.That(full, value.Share is { } share ? Is.EqualTo(share).Within(0.000001) : Is.InRange(0, 1));
            }
        AssertIsFilled(picture, "p-much");
        foreach (var (criterion, i) in Criterion.All.Select((criterion, i) => (criterion, i)))
        {
            string head = $"{criterion.Id} {criterion.Title}";
            Assert.That(picture.Lettering, Does.Contain(head));
            string section = picture.Exhibit.Text.Split($"\n  {head}\n")[1].Split("\n\n")[0];
            foreach (Score score in board.Scores)
                Assert.That(section, Does.Match($@"(?m)^ *{System.Text.RegularExpressions.Regex.Escape(ScoreboardText.Of(score.Values[i]))}: .*\b{score.Design.Id}\b"));
        }
    }

    [Test]
    public void DesignsStandInTheirOwnOrderAndWithoutASum()
    {
        var picture = new DrawnPicture(ScoreboardHeatMap.Draw(BuiltInScoreboard.Value));
        string[] designs = [.. BuiltInScoreboard.Value.Scores.Select(score => score.Design.Id)];
        Assert.That(picture.Lettering.Where(designs.Contains), Is.EqualTo(designs));
        Assert.That(picture.Root.Descendants().Attributes("data-share").Count(), Is.EqualTo(designs.Length * 17), "seventeen criteria and no eighteenth column");
    }

    private static double[] Shares(DrawnPicture picture) => [.. picture.Marks("p-cell", "data-share").Select(cell => (double)cell.Attribute("data-share")!)];

    /// <summary>In every cell that is not empty a fill, as high as its share.</summary>
    private static void AssertIsFilled(DrawnPicture picture, params string[] styles)
    {
        double[] heights = [.. picture.All("rect").Where(rect => styles.Contains((string?)rect.Attribute("class"))).Select(rect => (double)rect.Attribute("height")!)];
        Assert.That(heights, Is.EqualTo(Shares(picture).Where(share => share > 0).Select(share => Math.Max(1, 18 * share))).Within(0.1));
    }

    private static int Count(string text, string id) =>
        System.Text.RegularExpressions.Regex.Count(text, $@"(?<![\w-]){id}(?![\w-])");
}
