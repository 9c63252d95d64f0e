using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Says why a cell did not come to its end, and where, in the words of the cell.</summary>
internal static class CellFailure
{
    private const int MostLines = 20;

    /// <summary>What the compiler complains of.</summary>
    public static ErrorOutput Of(ImmutableArray<Diagnostic> errors) => new(
        errors[0].Id,
        errors[0].GetMessage(CultureInfo.InvariantCulture),
        [.. errors.Take(MostLines).Select(Line), .. More(errors.Length - MostLines, "errors")]);

    /// <summary>What was thrown.</summary>
    public static ErrorOutput Of(Exception thrown)
    {
        Exception[] causes = [.. Causes(Unwrapped(thrown)).Take(MostLines)];
        return new(
            causes[0].GetType().FullName!,
            string.Join("\n", causes.Select((cause, index) => index == 0 ? cause.Message : Headline(cause))),
            [.. causes.SelectMany(cause => Way(cause).Prepend(Headline(cause)))]);
    }

    /// <summary>A cell asked for a package that is not here.</summary>
    public static ErrorOutput OfPackage(string package, int cell, LinePosition place)
    {
        string sentence =
            $"The package {package} is not available here: a cell has CryptoLessons and .NET, and nothing is downloaded. Take the line out.";
        return new("PackageNotAvailable", sentence, [string.Create(
            CultureInfo.InvariantCulture, $"In[{cell}]({place.Line + 1},{place.Character + 1}): error: {sentence}")]);
    }

    /// <summary>What was thrown when the cell was interrupted, which tells where that was.</summary>
    public static ErrorOutput OfInterruption(Exception thrown)
    {
        const string Sentence = "The cell was interrupted.";
        IEnumerable<string> way = Way(Causes(Unwrapped(thrown)).First(IsWakeUp));
        return new("Interrupted", Sentence, [Sentence, .. way.Where(line => line.Contains("In[", StringComparison.Ordinal))]);
    }

    /// <summary>Whether it was thrown because the cell was interrupted.</summary>
    public static bool IsInterruption(Exception thrown) => Causes(Unwrapped(thrown)).Any(IsWakeUp);

    private static bool IsWakeUp(Exception thrown) => thrown is OperationCanceledException or ThreadInterruptedException;

    /// <summary>The exception that people mean: not the one that a task or a reflected call wrapped around it.</summary>
    private static Exception Unwrapped(Exception thrown) => thrown switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Unwrapped(first),
        TargetInvocationException { InnerException: { } inner } => Unwrapped(inner),
        _ => thrown,
    };

    private static IEnumerable<Exception> Causes(Exception thrown)
    {
        for (Exception? cause = thrown; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    // From where it was thrown to the first line of a cell, and then the cells alone: what runs the cells is no concern of theirs.
    private static IEnumerable<string> Way(Exception thrown)
    {
        StackFrame[] frames = new StackTrace(thrown, fNeedFileInfo: true).GetFrames();
        int first = Array.FindIndex(frames, IsCell);
        string[] way = [.. frames.Take(Math.Max(first, 0)).Select(Call), .. frames.Skip(first).Where(IsCell).Select(Place).Distinct()];
        return [.. way.Take(MostLines), .. More(way.Length - MostLines, "calls")];
    }

    private static bool IsCell(StackFrame frame) => frame.GetFileName()?.StartsWith("In[", StringComparison.Ordinal) == true;

    private static string Place(StackFrame frame) =>
        string.Create(CultureInfo.InvariantCulture, $"   at {frame.GetFileName()} line {frame.GetFileLineNumber()}");

    private static string Call(StackFrame frame) =>
        $"   at {DiagnosticMethodInfo.Create(frame) switch { { } method => $"{method.DeclaringTypeName}.{method.Name}", _ => "an unknown place" }}";

    private static string Headline(Exception thrown) => $"{thrown.GetType().FullName}: {thrown.Message}";

    private static string Line(Diagnostic error)
    {
        FileLinePositionSpan place = error.Location.GetMappedLineSpan();
        string where = string.Create(
            CultureInfo.InvariantCulture, $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})");
        return $"{where}: error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static IEnumerable<string> More(int count, string what) =>
        count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"... and {count} more {what}")] : [];
}
