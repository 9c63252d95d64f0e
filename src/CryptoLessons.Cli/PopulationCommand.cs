using System.CommandLine;
using CryptoLessons.Designs;
using CryptoLessons.Population;
using CryptoLessons.Reports;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons population</c>: many people, one leak, and what follows from it for more people than can be played.</summary>
internal static class PopulationCommand
{
    public const string Name = "population";

    private static readonly Assumptions Usual = new();

    public static Command Create(TextWriter output, TextWriter error, CancellationToken stop)
    {
        Option<long?> users = Needed("--users", "U", "How many people there are.", PlayOptions.Number<long>);
        Option<int?> days = Needed("--days", "D", "For how many days they write.", PlayOptions.Number<int>);
        var design = new Option<string>("--design")
        {
            HelpName = "ID",
            Required = true,
            Description = $"Their messenger: {string.Join(", ", Design.All.Select(known => known.Id))}.",
        };
        Option<decimal?> leak = Needed(
            "--leak", "T", "When its access secret leaks, in days from the start; decimals allowed.", PlayOptions.Decimal<decimal>);
        Option<long?> seed = PlayOptions.Seed();
        Option<int?> real = Whole("--real", "R", $"How many people are played with real cryptography; without it, {PopulationRequest.DefaultReal}.");
        Option<int?> messages = Whole("--messages", "M", $"How many each sends a day; without it, {PopulationRequest.DefaultMessagesPerDay}.");
        Option<int?> warrants = Whole("--warrants", "W", "How many of those who are played are under a warrant; without it, 3.");
        Option<int?> holders = Whole("--holders", "N", $"How many hold the secret or a part of it; without it, {Usual.Holders}.");
        Option<double?> probability = Real("--probability", "P", $"With what probability one of them loses it; without it, {Usual.Probability}.");
        Option<double?> pictures = Real("--pictures", "N", $"How many pictures a user sends a day; without it, {Usual.PicturesPerDay}.");
        Option<double?> rate = Real("--false-match-rate", "P", $"How often a picture matches falsely, 0 to 1; without it, {Usual.FalseMatchRate}.");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the page." };

        var command = new Command(Name, "Plays many people with real cryptography, leaks the access secret once, and computes what that means for more.")
        {
            users, days, design, leak, seed, real, messages, warrants, holders, probability, pictures, rate, json,
        };
        command.SetAction(parsed =>
        {
            var (request, impossible) = PopulationRequest.Create(
                parsed.GetValue(users)!.Value,
                parsed.GetValue(days)!.Value,
                parsed.GetRequiredValue(design),
                parsed.GetValue(leak)!.Value,
                parsed.GetValue(seed),
                parsed.GetValue(real) ?? PopulationRequest.DefaultReal,
                parsed.GetValue(messages) ?? PopulationRequest.DefaultMessagesPerDay,
                parsed.GetValue(warrants),
                new()
                {
                    Holders = parsed.GetValue(holders) ?? Usual.Holders,
                    Probability = parsed.GetValue(probability) ?? Usual.Probability,
                    PicturesPerDay = parsed.GetValue(pictures) ?? Usual.PicturesPerDay,
                    FalseMatchRate = parsed.GetValue(rate) ?? Usual.FalseMatchRate,
                });
            if (request is null)
                return Complaint.Write(error, impossible!);
            // Ctrl+C ends the run after the chunk that is being played.
            PopulationResult result = Stopping.OnInterrupt(stopping => PopulationRunner.Run(request, new ProgressBar(error, request.Played), stopping), stop);
            if (parsed.GetValue(json))
                output.WriteLine(PopulationJson.Write(result));
            else
                PopulationPage.Write(result, output);
            return result.Complete ? ExitCode.Success : ExitCode.Interrupted;
        });
        return command;
    }

    private static Option<T?> Needed<T>(string name, string value, string description, Func<System.CommandLine.Parsing.ArgumentResult, T?> parse)
        where T : struct =>
        new(name) { HelpName = value, Required = true, CustomParser = parse, Description = description };

    private static Option<int?> Whole(string name, string value, string description) =>
        new(name) { HelpName = value, CustomParser = PlayOptions.Number<int>, Description = description };

    private static Option<double?> Real(string name, string value, FormattableString description) =>
        new(name) { HelpName = value, CustomParser = PlayOptions.Decimal<double>, Description = FormattableString.Invariant(description) };
}
