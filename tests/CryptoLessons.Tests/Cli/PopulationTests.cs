using System.Text.Json;
using System.Text.Json.Nodes;
using CryptoLessons.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>The command <c>population</c>: what it prints, what it refuses, and how it stops.</summary>
public class PopulationTests
{
    private const int Interrupted = 130;

    private static readonly string[] Needed = ["--users", "6", "--days", "2", "--design", "epoch-escrow", "--leak", "1.5"];

    [Test]
    public void TwoRunsWithOneSeedAgreeButForWhatIsMeasuredAndExtrapolated()
    {
        JsonObject one = Json([.. Needed, "--seed", "5"]), other = Json([.. Needed, "--seed", "5"]);
        foreach (JsonObject run in (JsonObject[])[one, other])
            foreach (string timed in (string[])["measured", "extrapolated"])
                Assert.That(run.Remove(timed), Is.True, timed);
        Assert.That(other.ToJsonString(), Is.EqualTo(one.ToJsonString()));
        Assert.That(one.Select(member => member.Key), Is.EqualTo((string[])["complete", "population", "played"]));
    }

    [Test]
    public void TheFiguresAreThoseOfTheRun()
    {
        JsonObject run = Json(Needed);
        Assert.That((bool)run["complete"]!, Is.True);
        Assert.That((int)run["played"]!["messages"]!, Is.EqualTo(6 * 2 * 4));
        Assert.That((int)run["played"]!["past"]! + (int)run["played"]!["future"]!, Is.EqualTo(6 * 2 * 4));
        Assert.That((double)run["extrapolated"]!["messagesRead"]!["billion"]!, Is.EqualTo(8e9));
        Assert.That((double)run["extrapolated"]!["falseAlarmsPerDay"]!["billion"]!, Is.EqualTo(135).Within(1e-9));
        Assert.That((double)run["measured"]!["playMicrosecondsPerMessage"]!, Is.Positive);
    }

    [TestCase("message-key-escrow", true)]
    [TestCase("strict", false)]
    public void WhereOneKeyOpensEverythingTheRateOfTheMassReaderCounts(string design, bool counts)
    {
        JsonObject run = Json("--users", "1000", "--days", "1", "--design", design, "--leak", "1", "--real", "2");
        JsonNode? bulk = run["measured"]!["bulkMicrosecondsPerMessage"];
        Assert.That(bulk is not null, Is.EqualTo(counts));
        double each = (double)(bulk ?? run["measured"]!["readMicrosecondsPerMessage"])!;
        Assert.That((double)run["extrapolated"]!["coreDays"]!["billion"]!, Is.EqualTo(4e9 * each / 86_400e6).Within(1).Percent);
        Assert.That((string)run["extrapolated"]!["coreDays"]!["formula"]!, counts ? Does.Contain("in bulk") : Does.Not.Contain("in bulk"));
    }

    [TestCase("1000000000")]
    [TestCase("9223372036854775807")]
    public void HoweverManyUsersThereAreOnlySomeArePlayed(string users)
    {
        JsonObject run = Json("--users", users, "--days", "1", "--design", "strict", "--leak", "0", "--real", "2");
        Assert.That((int)run["played"]!["users"]!, Is.EqualTo(2));
        Assert.That((long)run["population"]!["users"]!, Is.EqualTo(long.Parse(users, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That((double)run["extrapolated"]!["messagesRead"]!["users"]!, Is.Zero);
    }

    [Test]
    public void ThePageKeepsWhatWasPlayedApart()
    {
        CliRun run = CliRun.Of(["population", .. Needed]);
        Assert.That(run.Status, Is.Zero, run.Error);
        string[] headlines = ["PLAYED", "EXTRAPOLATED", "MEASURED", "EXTRAPOLATED"];
        Assert.That(run.Output.Split('\n').Select(line => line.Split(',', ' ')[0]).Where(headlines.Contains), Is.EqualTo(headlines));
    }

    [TestCase("--users", "1", "2 up")]
    [TestCase("--users", "0", "2 up")]
    [TestCase("--users", "-5", "2 up")]
    [TestCase("--users", "9223372036854775808", "9223372036854775808")]
    [TestCase("--users", "many", "many")]
    [TestCase("--users", "1e9", "1e9")]
    [TestCase("--days", "0", "1 to 36500")]
    [TestCase("--days", "36501", "1 to 36500")]
    [TestCase("--days", "1.5", "1.5")]
    [TestCase("--design", "nix", "choose from strict, message-key-escrow")]
    [TestCase("--design", "", "choose from strict, message-key-escrow")]
    [TestCase("--design", "\u001B[2J", "choose from strict, message-key-escrow")]
    [TestCase("--leak", "-0.1", "0 to 2")]
    [TestCase("--leak", "2.01", "0 to 2")]
    [TestCase("--leak", "NaN", "NaN")]
    [TestCase("--leak", "1,5", "1,5")]
    [TestCase("--leak", "1e99", "1e99")]
    [TestCase("--real", "1", "2 up")]
    [TestCase("--real", "-1", "2 up")]
    [TestCase("--messages", "0", "1 to 1000")]
    [TestCase("--messages", "1001", "1 to 1000")]
    [TestCase("--warrants", "-1", "0 to 3")]
    [TestCase("--warrants", "4", "0 to 3")]
    [TestCase("--holders", "0", "1 to 10000")]
    [TestCase("--holders", "10001", "1 to 10000")]
    [TestCase("--probability", "1.1", "0 to 1")]
    [TestCase("--probability", "-0.1", "0 to 1")]
    [TestCase("--probability", "Infinity", "Infinity")]
    [TestCase("--pictures", "-1", "0 to 1000000")]
    [TestCase("--pictures", "1e999", "1e999")]
    [TestCase("--false-match-rate", "2", "0 to 1")]
    [TestCase("--seed", "x", "'x'")]
    public void AValueThatCannotBe(string option, string value, string says)
    {
        int place = Array.IndexOf(Needed, option);
        IsRefused([.. place < 0 ? Needed : [.. Needed[..place], .. Needed[(place + 2)..]], option, value], says);
    }

    [TestCase("--users")]
    [TestCase("--days")]
    [TestCase("--design")]
    [TestCase("--leak")]
    public void WithoutWhatIsNeeded(string option)
    {
        int place = Array.IndexOf(Needed, option);
        IsRefused([.. Needed[..place], .. Needed[(place + 2)..]], option);
    }

    [TestCase(0)]
    [TestCase(2)]
    public void TheEndsOfTheRunAreInIt(int leak)
    {
        JsonObject played = Json("--users", "2", "--days", "2", "--design", "message-key-escrow", "--leak", $"{leak}")["played"]!.AsObject();
        Assert.That((int)played["pastOf"]!, Is.EqualTo(2 * 4 * leak));
        Assert.That((int)played["past"]! + (int)played["future"]!, Is.EqualTo(16));
    }

    [TestCase("--json")]
    [TestCase("--seed=1")]
    public void AStoppedRunPrintsWhatItHas(string option)
    {
        using StringWriter output = new(), error = new();
        int status = CommandLine.Run(
            ["population", "--users", "100", "--days", "1", "--design", "strict", "--leak", "0", option], output, error, stop: new(canceled: true));
        Assert.That(status, Is.EqualTo(Interrupted), error.ToString());
        if (option == "--json")
        {
            JsonNode run = JsonNode.Parse(output.ToString())!;
            Assert.That(((bool)run["complete"]!, (int)run["played"]!["users"]!), Is.EqualTo((false, 16)));
        }
        else
            Assert.That(output.ToString(), Does.Contain("Stopped: 16 of 100 users"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "kill sends the signal of Ctrl+C")]
    public void CtrlCLeavesAValidPartialResult()
    {
        CliProcess run = CliProcess.Interrupted(
            "played", "population", "--users", "1000000", "--real", "1000000", "--days", "1", "--design", "postcard", "--leak", "0", "--json");
        Assert.That(run.Status, Is.EqualTo(Interrupted), run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("complete").GetBoolean(), Is.False);
        Assert.That(json.RootElement.GetProperty("played").GetProperty("users").GetInt32(), Is.Positive.And.LessThan(1_000_000));
    }

    private static JsonObject Json(params string[] args)
    {
        CliRun run = CliRun.Of(["population", .. args, "--json"]);
        Assert.That(run.Status, Is.Zero, run.Error);
        return JsonNode.Parse(run.Output)!.AsObject();
    }

    private static void IsRefused(string[] args, string says)
    {
        CliRun run = CliRun.Of(["population", .. args]);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")));
        Assert.That(run.Error, Does.Contain(says).And.Not.Contain("   at ").And.Not.Contain("\u001B"));
        Assert.That(run.Error.Split(Environment.NewLine)[0].Split(' '), Has.Length.GreaterThanOrEqualTo(4), "a sentence, not a code");
    }
}
