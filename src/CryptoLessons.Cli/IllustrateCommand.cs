using System.CommandLine;
using CryptoLessons.Illustrations;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons illustrate</c>: every byte of a short conversation, what it is, where it comes from, and how to make it again.</summary>
internal static class IllustrateCommand
{
    public const string Name = "illustrate";

    public static Command Create(TextWriter output)
    {
        Option<string?> profile = PlayOptions.Profile();
        var html = new Option<string?>("--html")
        {
            HelpName = "FILE",
            Description = "Also write a page for a browser, complete in one file, with a program for each value.",
        };
        var command = new Command(Name, "Explains every byte of a handshake, its first message, the reply, and the reply under escrow.")
        {
            profile, html,
        };
        command.SetAction(parsed =>
        {
            WholeFile? page = parsed.GetValue(html) is { } place ? WholeFile.At(place, source: null) : null;
            var illustration = Illustration.Of(PlayOptions.Read(parsed, profile) ?? Profile.X3dh);
            page?.Write(writer => IllustrationPage.Write(illustration, writer));
            IllustrationText.Write(illustration, output, Terminal.WidthOf(output));
            return ExitCode.Success;
        });
        return command;
    }
}
