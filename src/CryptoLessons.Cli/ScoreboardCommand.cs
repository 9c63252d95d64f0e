using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CryptoLessons.Reports;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons scoreboard</c>: what each design delivers for a lawful request beside what one leak costs, and seventeen criteria.</summary>
internal static class ScoreboardCommand
{
    public const string Name = "scoreboard";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var request = new RequestOptions();
        var probability = new Option<double>("--probability")
        {
            HelpName = "P",
            CustomParser = Probability,
            DefaultValueFactory = _ => Scoreboard.DefaultProbability,
            Description = string.Create(
                CultureInfo.InvariantCulture, $"The probability that one holder of a secret is robbed; without it, {Scoreboard.DefaultProbability}."),
        };
        var weights = new Option<string?>("--weights")
        {
            HelpName = "FILE",
            Description = "What each criterion weighs for you, as JSON: {\"C4\": -2, \"C11\": 1}; adds a column that nobody else has.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the tables." };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Also write a page for a browser, complete in one file." };

        var command = new Command(Name, "Shows what each design delivers for a lawful request beside what one leak costs everybody else.");
        request.AddTo(command);
        foreach (Option option in (Option[])[probability, weights, json, html])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var (asked, complaint) = request.Read(parsed);
            if (asked is null)
                return Complaint.Write(error, complaint!);
            if (!TryRead(parsed.GetValue(weights), out Weights? weighing, out complaint))
                return Complaint.Write(error, complaint!);
            WholeFile? page = parsed.GetValue(html) is { } place ? WholeFile.At(place, parsed.GetValue(request.Chat)) : null;
            Scoreboard scoreboard = Scoreboard.Run(asked, parsed.GetValue(probability), new ProgressLines(error));
            page?.Write(writer => ScoreboardPage.Write(scoreboard, writer, weighing));
            if (parsed.GetValue(json))
                output.WriteLine(ScoreboardJson.Write(scoreboard, weighing));
            else
                ScoreboardTable.Write(scoreboard, weighing, Terminal.Over(output));
            return ExitCode.Success;
        });
        return command;
    }

    private static double Probability(ArgumentResult argument)
    {
        string given = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 1)
            return number;
        argument.AddError($"--probability: '{given}' is no number between 0 and 1.");
        return 0;
    }

    private static bool TryRead(string? path, out Weights? weights, out string? complaint)
    {
        (weights, complaint) = (null, null);
        if (path is null)
            return true;
        try
        {
            (weights, string? wrong) = Weights.Read(File.ReadAllText(path));
            complaint = wrong is null ? null : $"The weights in '{path}' cannot be read: {wrong}.";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            complaint = $"The weights in '{path}' cannot be read: {failure.Message}";
        }
        return complaint is null;
    }
}
