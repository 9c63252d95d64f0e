using System.CommandLine;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons matrix</c>: one conversation, every design, every compromise, and what was really decrypted.</summary>
internal static class MatrixCommand
{
    public const string Name = "matrix";

    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<string?> chat = PlayOptions.Chat();
        var at = new Option<int?>("--at")
        {
            HelpName = "K",
            CustomParser = PlayOptions.Number<int>,
            Description = "The message at which the compromise happens; without it, half-way.",
        };
        var target = new Option<string?>("--target")
        {
            HelpName = "NAME",
            Description = "Whose phone is seized and whom the warrant names; without it, the sender of message K.",
        };
        Option<long?> seed = PlayOptions.Seed();
        var design = new Option<string[]>("--design") { HelpName = "ID", Description = "A design to run, may be repeated; without it, all." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the table." };
        var overview = new Option<bool>("--overview") { Description = "Print one row for each design, and not the tables." };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Also write a page for a browser, complete in one file." };

        var command = new Command(Name, "Plays a conversation through every design and lets the adversary try every compromise.")
        {
            chat, at, target, seed, design, json, overview, html,
        };
        command.SetAction(parsed =>
        {
            if (!PlayOptions.TryRead(parsed.GetValue(chat), out Conversation? conversation, out string? complaint))
                return Complaint.Write(error, complaint!);
            var (request, impossible) = MatrixRequest.Create(
                conversation!, parsed.GetValue(at), parsed.GetValue(target), parsed.GetValue(seed), parsed.GetValue(design) ?? []);
            if (request is null)
                return Complaint.Write(error, impossible!);
            WholeFile? page = parsed.GetValue(html) is { } place ? WholeFile.At(place, parsed.GetValue(chat)) : null;
            MatrixResult result = MatrixRunner.Run(request, new ProgressLines(error));
            page?.Write(writer => HtmlReport.Write(result, writer));
            if (parsed.GetValue(json))
                output.WriteLine(MatrixJson.Write(result));
            else
                MatrixTable.Write(result, parsed.GetValue(overview), Terminal.Over(output));
            return ExitCode.Success;
        });
        return command;
    }
}
