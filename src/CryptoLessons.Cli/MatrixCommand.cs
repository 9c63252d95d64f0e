using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
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
        var chat = new Option<string?>("--chat")
        {
            HelpName = "FILE",
            Description = "A WhatsApp export (text file, folder or zip) or plain 'Name: text' lines; without it, the built-in conversation.",
        };
        var at = new Option<int?>("--at")
        {
            HelpName = "K",
            CustomParser = Number<int>,
            Description = "The message at which the compromise happens; without it, half-way.",
        };
        var target = new Option<string?>("--target")
        {
            HelpName = "NAME",
            Description = "Whose phone is seized and whom the warrant names; without it, the sender of message K.",
        };
        var seed = new Option<long?>("--seed")
        {
            HelpName = "N",
            CustomParser = Number<long>,
            Description = $"The seed of every key; without it, {MatrixRequest.DefaultSeed}.",
        };
        var design = new Option<string[]>("--design") { HelpName = "ID", Description = "A design to run, may be repeated; without it, all." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the table." };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Also write a page for a browser, complete in one file." };

        var command = new Command(Name, "Plays a conversation through every design and lets the adversary try every compromise.")
        {
            chat, at, target, seed, design, json, html,
        };
        command.SetAction(parsed =>
        {
            if (!TryRead(parsed.GetValue(chat), out Conversation? conversation, out string? complaint))
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
                MatrixTable.Write(result, Terminal.Over(output));
            return ExitCode.Success;
        });
        return command;
    }

    private static bool TryRead(string? path, out Conversation? conversation, out string? complaint)
    {
        ChatImportResult? read = path is null ? null : ChatImport.Read(path);
        (conversation, complaint) = read is null ? (BuiltInConversation.Load(), null) : (read.Conversation, read.Error);
        return conversation is not null;
    }

    private static T? Number<T>(ArgumentResult argument)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        string given = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (T.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T number))
            return number;
        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name}: '{given}' is no whole number between {T.MinValue} and {T.MaxValue}.");
        return null;
    }
}
