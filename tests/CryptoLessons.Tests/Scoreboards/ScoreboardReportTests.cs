using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using CryptoLessons.Reports;
using CryptoLessons.Scoreboards;
using CryptoLessons.Tests.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scoreboards;

/// <summary>The scoreboard as JSON, as a page and as the command prints it: one set of figures.</summary>
[TestFixture]
internal sealed class ScoreboardReportTests
{
    private static readonly string[] TwoDesigns = ["--design", "strict", "--design", "epoch-escrow"];

    [Test]
    public void TheJsonHasEveryDesignWithBothSidesAndEveryCriterion()
    {
        JsonElement designs = JsonDocument.Parse(ScoreboardJson.Write(BuiltInScoreboard.Value)).RootElement.GetProperty("designs");
        Assert.That(designs.EnumerateArray().Select(design => design.GetProperty("id").GetString()), Is.EqualTo(BuiltInScoreboard.Value.Scores.Select(score => score.Design.Id)));
        foreach (JsonElement design in designs.EnumerateArray())
        {
            string id = design.GetProperty("id").GetString()!;
            Score score = BuiltInScoreboard.Of(id);
            Assert.That(design.GetProperty("lawful").GetProperty("opened").GetInt32(), Is.EqualTo(score.Row.Lawful.Opened));
            Assert.That(design.GetProperty("leak").GetProperty("past").GetInt32(), Is.EqualTo(score.Cell("escrow-leak").Verdict.Past));
            JsonElement criteria = design.GetProperty("criteria");
            Assert.That(criteria.EnumerateObject().Select(member => member.Name), Is.EqualTo(Criterion.All.Select(criterion => criterion.Id)));
            foreach (JsonProperty member in criteria.EnumerateObject())
            {
                Assert.That(member.Value.GetProperty("value").ValueKind, Is.AnyOf(JsonValueKind.Number, JsonValueKind.String), $"{id} {member.Name}");
                Assert.That(member.Value.GetProperty("unit").GetString(), Is.Not.Empty);
                Assert.That(member.Value.GetProperty("how").GetString(), Is.EqualTo(member.Name == "C14" ? "formula" : "run"));
            }
        }
    }

    [Test]
    public void TwoRunsAgreeInAllThatIsNotMeasured()
    {
        string once = Unmeasured(CliRun.Of(["scoreboard", "--json", .. TwoDesigns])), again = Unmeasured(CliRun.Of(["scoreboard", "--json", .. TwoDesigns]));
        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void ThePageIsWellFormedAndSaysWhatTheRunsGave()
    {
        using var writer = new StringWriter();
        ScoreboardPage.Write(BuiltInScoreboard.Value, writer, Weights.Read("{\"C4\": -1}").Weights);
        using var reader = XmlReader.Create(new StringReader(writer.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        XElement[] rows = [.. XDocument.Load(reader).Descendants().Where(element => element.Attribute("data-design") is not null)];
        // Each design stands once in the table of the two sides, and once in that of the criteria.
        Assert.That(rows, Has.Length.EqualTo(2 * BuiltInScoreboard.Value.Scores.Count));
        foreach (XElement row in rows.Where(row => row.Descendants().Any(cell => cell.Attribute("data-criterion") is not null)))
        {
            Score score = BuiltInScoreboard.Of(row.Attribute("data-design")!.Value);
            string[] shown = [.. row.Descendants().Where(cell => cell.Attribute("data-criterion") is not null).Select(cell => cell.Value)];
            Assert.That(shown, Is.EqualTo(score.Values.Select(ScoreboardText.Of)));
        }
        Assert.That(writer.ToString(), Does.Contain("by your weights").And.Contain("There is no overall score"));
    }

    [Test]
    public void TheTablesShowBothSidesAndNoScoreOfTheirOwn()
    {
        CliRun run = CliRun.Of(["scoreboard", .. TwoDesigns]);
        Assert.That(run.Status, Is.Zero);
        Assert.That(run.Output, Does.Contain("opened:").And.Contain("leak:").And.Contain("There is no overall score").And.Not.Contain("by your"));
        Assert.That(Criterion.All, Has.All.Matches<Criterion>(criterion => run.Output.Contains($"  {criterion.Id} {criterion.Title}:", StringComparison.Ordinal)));
    }

    [Test]
    public void WeightsComeFromAFile()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "weights.json");
        File.WriteAllText(file, "{\"C11\": 1}");
        CliRun run = CliRun.Of(["scoreboard", "--weights", file, .. TwoDesigns]);
        Assert.That((run.Status, run.Output.Contains("by your", StringComparison.Ordinal)), Is.EqualTo((0, true)));
    }

    [TestCase("--weights", "no-such-file.json", "no-such-file.json")]
    [TestCase("--weights", "", "The weights in ''")]
    [TestCase("--probability", "2", "no number between 0 and 1")]
    [TestCase("--probability", "-0.1", "no number between 0 and 1")]
    [TestCase("--probability", "NaN", "no number between 0 and 1")]
    [TestCase("--probability", "0,5", "no number between 0 and 1")]
    [TestCase("--at", "40", "choose one from 1 to 39")]
    [TestCase("--design", "none-such", "choose from strict")]
    public void WhatCannotBeUsedIsSaidInASentence(string option, string value, string why)
    {
        CliRun run = CliRun.Of("scoreboard", option, value);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")));
        Assert.That(run.Error, Does.Contain(why));
    }

    private static string Unmeasured(CliRun run)
    {
        JsonNode root = JsonNode.Parse(run.Output)!;
        foreach (JsonNode? design in root["designs"]!.AsArray())
            Assert.That(design!.AsObject().Remove("measured"), Is.True);
        return root.ToJsonString();
    }
}
