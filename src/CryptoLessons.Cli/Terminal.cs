using Spectre.Console;

namespace CryptoLessons.Cli;

/// <summary>The console that tables are drawn on: colours on a terminal, plain text into files and pipes.</summary>
internal static class Terminal
{
    // Tables are about this wide; a narrower window wraps them, and a file has no width of its own.
    private const int Narrowest = 130;

    // Text breaks where the window ends, but not into crumbs; beyond this a line is hard to follow.
    private const int NarrowestText = 60;
    private const int WidestText = 130;

    /// <summary>How many characters a line of text may have.</summary>
    public static int WidthOf(TextWriter output) => IsPlain(output) ? WidestText : Math.Clamp(Console.WindowWidth, NarrowestText, WidestText);

    public static IAnsiConsole Over(TextWriter output)
    {
        bool plain = IsPlain(output);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(console.Profile.Width, Narrowest);
        return console;
    }

    private static bool IsPlain(TextWriter output) => output != Console.Out || Console.IsOutputRedirected;
}
