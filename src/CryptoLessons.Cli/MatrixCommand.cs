using System.CommandLine;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons matrix</c>: one conversation, every design, every compromise, and what was really decrypted.</summary>
internal static class MatrixCommand
{
    public const string Name = "matrix";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var request = new RequestOptions();
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the table." };
        var overview = new Option<bool>("--overview") { Description = "Print one row for each design, and not the tables." };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Also write a page for a browser, complete in one file." };

        var command = new Command(Name, "Plays a conversation through every design and lets the adversary try every compromise.");
        request.AddTo(command);
        foreach (Option option in (Option[])[json, overview, html])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var (asked, complaint) = request.Read(parsed);
            if (asked is null)
                return Complaint.Write(error, complaint!);
            WholeFile? page = parsed.GetValue(html) is { } place ? WholeFile.At(place, parsed.GetValue(request.Chat)) : null;
            MatrixResult result = MatrixRunner.Run(asked, new ProgressLines(error));
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
