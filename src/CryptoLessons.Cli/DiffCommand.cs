using System.CommandLine;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons diff</c>: two designs side by side, in code, on the wire, and in what attacks read.</summary>
internal static class DiffCommand
{
    public const string Name = "diff";

    public static Command Create(TextWriter output, TextWriter error)
    {
        string designs = string.Join(", ", Design.All.Select(design => design.Id));
        var a = new Argument<string>("A") { Description = $"A design: {designs}." };
        var b = new Argument<string>("B") { Description = "The design to put beside it." };
        Option<string?> chat = PlayOptions.Chat();
        Option<long?> seed = PlayOptions.Seed();
        Option<string?> profile = PlayOptions.Profile();

        var command = new Command(Name, "Puts two designs side by side, as Markdown: the code, the bytes on the wire, the attacks that succeed.")
        {
            a, b, chat, seed, profile,
        };
        command.SetAction(parsed =>
        {
            if (!PlayOptions.TryRead(parsed.GetValue(chat), out Conversation? conversation, out string? complaint))
                return Complaint.Write(error, complaint!);
            string[] pair = [parsed.GetRequiredValue(a), parsed.GetRequiredValue(b)];
            var (request, impossible) = MatrixRequest.Create(
                conversation!, seed: parsed.GetValue(seed), profile: PlayOptions.Read(parsed, profile), designs: pair);
            if (request is null)
                return Complaint.Write(error, impossible!);
            if (pair[0] == pair[1])
                return Complaint.Write(error, $"Between {pair[0]} and itself there is no difference: name two designs of {designs}.");
            output.Write(DifferenceMarkdown.Write(DesignDifference.Of(request, new ProgressLines(error))));
            return ExitCode.Success;
        });
        return command;
    }
}
