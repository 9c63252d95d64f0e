using Spectre.Console;

namespace CryptoLessons.Cli;

/// <summary>The console that tables are drawn on: colours on a terminal, plain text into files and pipes.</summary>
internal static class Terminal
{
    // Tables are about this wide; a narrower window wraps them, and a file has no width of its own.
    private const int Narrowest = 130;

    public static IAnsiConsole Over(TextWriter output)
    {
        bool plain = output != Console.Out || Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(console.Profile.Width, Narrowest);
        return console;
    }
}
