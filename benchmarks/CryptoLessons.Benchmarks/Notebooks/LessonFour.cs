using System.Diagnostics;
using CryptoLessons.Benchmarks.Reports;
using CryptoLessons.Notebooks.Format;
using CryptoLessons.Notebooks.Lessons;

namespace CryptoLessons.Benchmarks.Notebooks;

/// <summary>The lesson that stands for all: in an engine, and as the program that it is too.</summary>
internal static class LessonFour
{
    /// <summary>What to write behind <c>--</c> on the command line for <see cref="RunHere"/>.</summary>
    public const string Verb = "notebook-lesson";

    private static string Source => Path.Combine(Checkout.Root().FullName, "samples", "lessons", "04-one-key-for-everyone.cs");

    /// <summary>How its cells are run in a process of their own.</summary>
    public static ProcessStartInfo Notebook => ThisProgram.With(Verb);

    /// <summary>Its cells of code.</summary>
    /// <exception cref="InvalidOperationException">It is no lesson.</exception>
    public static IReadOnlyList<string> Cells()
    {
        var (lesson, complaint) = LessonParser.Read(Source, File.ReadAllText(Source));
        return lesson is not null
            ? [.. LessonNotebook.Of(lesson).Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source)]
            : throw new InvalidOperationException(complaint);
    }

    /// <summary>Compiles the program.</summary>
    /// <returns>How it is started.</returns>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static ProcessStartInfo Compile()
    {
        string[] told = Processes.Run(new("dotnet", ["build", "-c", "Release", "-t:Build", "-getProperty:TargetPath", Source])).Output.Split('\n');
        return new("dotnet", [told[0].Trim()]);
    }

    /// <summary>Runs its cells in an engine.</summary>
    public static int RunHere()
    {
        using var engine = new TimedEngine();
        foreach (string cell in Cells())
            engine.Run(cell);
        return 0;
    }
}
