using System.Diagnostics;
using CryptoLessons.Lessons;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Benchmarks.Notebooks;

/// <summary>An engine with a clock beside it.</summary>
internal sealed class TimedEngine : IDisposable
{
    private readonly CellEngine engine = new();

    /// <summary>Runs a cell.</summary>
    /// <returns>How long it took, and what it displayed last.</returns>
    /// <exception cref="InvalidOperationException">It did not come to its end.</exception>
    public (double Seconds, Exhibit? Shown) Run(string code)
    {
        var outputs = new List<CellOutput>();
        long start = Stopwatch.GetTimestamp();
        CellOutcome outcome = engine.Run(code, outputs.Add);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return outcome == CellOutcome.Done
            ? (seconds, outputs.OfType<DisplayOutput>().LastOrDefault()?.Exhibit)
            : throw new InvalidOperationException(string.Join('\n', outputs.OfType<ErrorOutput>().SelectMany(error => error.Trace)));
    }

    /// <summary>Interrupts a cell that loops for ever.</summary>
    /// <param name="after">How long it has looped by then, from its first output on.</param>
    /// <returns>How long it went on, in seconds.</returns>
    /// <exception cref="InvalidOperationException">It came to another end.</exception>
    public double Interrupt(TimeSpan after)
    {
        using var stop = new CancellationTokenSource();
        Task<long>? asked = null;
        CellOutcome outcome = engine.Run("Console.WriteLine(); while (true) { }", _ => asked ??= Ask(), stop.Token);
        long ended = Stopwatch.GetTimestamp();
        return outcome == CellOutcome.Interrupted && asked is not null
            ? Stopwatch.GetElapsedTime(asked.Result, ended).TotalSeconds
            : throw new InvalidOperationException($"An endless loop ended as {outcome}.");

        // Not on the thread that shows: the engine looks for interrupts right after it, and would seem quicker than it is.
        async Task<long> Ask()
        {
            await Task.Delay(after);
            long now = Stopwatch.GetTimestamp();
            await stop.CancelAsync();
            return now;
        }
    }

    public void Dispose() => engine.Dispose();
}
