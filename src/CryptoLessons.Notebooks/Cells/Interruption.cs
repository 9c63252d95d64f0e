using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Whether an engine's cells are to end: the engine writes a call of it into each loop and function of a cell.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    private static readonly Lock Turn = new();
    private static bool[] requested = [];

    // A thread or a timer that a cell left running has nobody who would catch it, and must not end the process when it is ended itself.
    static Interruption()
    {
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(thrown => thrown is Requested);
        }
        catch (InvalidOperationException)
        {
            // Safe because there is one for the process, and whoever set it before has decided what becomes of such exceptions.
        }
    }

    /// <summary>Does nothing until the engine's cell is interrupted; it costs about as much as reading a field.</summary>
    /// <param name="engine">The number of the engine.</param>
    /// <exception cref="OperationCanceledException">The cell is to end.</exception>
    public static void Check(int engine)
    {
        if (Volatile.Read(ref Volatile.Read(ref requested)[engine]))
            throw new Requested();
    }

    /// <summary>The number of a new engine.</summary>
    internal static int NewEngine()
    {
        lock (Turn)
        {
            Volatile.Write(ref requested, [.. requested, false]);
            return requested.Length - 1;
        }
    }

    /// <summary>Says whether what an engine started is to end, on whatever thread it is.</summary>
    internal static void Request(int engine, bool end)
    {
        lock (Turn)
            Volatile.Write(ref requested[engine], end);
    }

    private sealed class Requested() : OperationCanceledException("The cell was interrupted.");
}
