using System.Diagnostics;
using System.Globalization;
using CryptoLessons.Lessons;
using Microsoft.CodeAnalysis.Scripting;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Runs the cells of one notebook, one after the other: what a cell declares, later cells see.</summary>
/// <remarks>
/// A cell runs on a thread of its own, which tasks that it awaits come back to. It ends soon after it is interrupted wherever it loops, calls what it
/// declares, sleeps or waits. What cannot be ended is a long call of code that is no cell's and never waits, such as
/// <c>Enumerable.Range(0, int.MaxValue).Sum()</c>: after <see cref="Patience"/> the engine gives up, and says so by <see cref="NeedsRestart"/>.
/// Nothing guards the process: a cell that overflows the stack, calls <c>Environment.Exit</c> or throws on a thread that it started ends it.
/// </remarks>
public sealed class CellEngine : IDisposable
{
    // How often outputs are shown; what is written in between becomes one.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly int engine = Interruption.NewEngine();
    private ScriptState<object>? state;
    private int running;

    /// <summary>The number of the cell that ran last, from 1; 0 before the first. A failed cell counts too.</summary>
    public int Count { get; private set; }

    /// <summary>How long an interrupted cell has to come to its end: ten seconds, unless said otherwise.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a cell could not be ended and goes on: no other will run before the process is started anew.</summary>
    public bool NeedsRestart { get; private set; }

    /// <summary>Runs a cell; a failed one declares nothing and forgets nothing, though it may have changed values before it failed.</summary>
    /// <param name="code">C#; <c>#r "nuget: CryptoLessons"</c> is this installation; <c>#:</c> and <c>#!</c> lines are comments.</param>
    /// <param name="show">Told each output as it comes, in order, on the thread that called; an <see cref="ErrorOutput"/> is the last.
    /// What it throws ends the cell.</param>
    /// <param name="interrupt">Ends the cell soon after it is cancelled.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="InvalidOperationException">Another cell is running.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of.</exception>
    public CellOutcome Run(string code, Action<CellOutput> show, CancellationToken interrupt = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(show);
        if (Interlocked.CompareExchange(ref running, 1, 0) is var before and not 0)
            throw before == 1 ? new InvalidOperationException("Another cell is running.") : new ObjectDisposedException(nameof(CellEngine));
        try
        {
            Count++;
            CellResult result = NeedsRestart ? CannotRun : Follow(code, show, interrupt);
            state = result.State ?? state;
            if (result.Error is { } error)
                show(error);
            return result.Outcome;
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }

    /// <summary>Forgets everything, and ends what cells left running.</summary>
    /// <exception cref="InvalidOperationException">A cell is running.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref running, 2) == 1)
            throw new InvalidOperationException("A cell is running: interrupt it first.");
        Interruption.Request(engine, true);
        state = null;
    }

    private static CellResult CannotRun => new(CellOutcome.Failed, new(
        "NeedsRestart", "An earlier cell still runs and cannot be stopped: restart the kernel, or end the program.", []));

    private CellResult Follow(string code, Action<CellOutput> show, CancellationToken interrupt)
    {
        Interruption.Request(engine, false);
        var screen = new CellScreen();
        var ended = new ManualResetEventSlim();
        CellResult? result = null;
        var cell = new CellThread(thread => result = Execute(thread, code, screen, interrupt), ended.Set);
        try
        {
            if (!Await(cell, ended, () => Show(false), () => interrupt.IsCancellationRequested))
                result = Abandoned;
            Show(true);
        }
        catch
        {
            // Nobody listens any more.
            Await(cell, ended, () => { }, () => true);
            throw;
        }
        return result!;

        void Show(bool last)
        {
            foreach (CellOutput output in screen.Take(last))
                show(output);
        }
    }

    /// <summary>Waits for a cell's end, and brings it about when it is asked for; false when it cannot.</summary>
    private bool Await(CellThread cell, ManualResetEventSlim ended, Action tick, Func<bool> stop)
    {
        long? since = null;
        while (!ended.Wait(Tick))
        {
            tick();
            if (!stop())
                continue;
            since ??= Stopwatch.GetTimestamp();
            Interruption.Request(engine, true);
            cell.Interrupt();
            NeedsRestart = Stopwatch.GetElapsedTime(since.Value) > Patience;
            if (NeedsRestart)
                return false;
        }
        return true;
    }

    private CellResult Abandoned => new(CellOutcome.Interrupted, new(
        "Interrupted",
        "The cell was interrupted but goes on, since it runs code that cannot be stopped: restart the kernel, or end the program.",
        [string.Create(CultureInfo.InvariantCulture, $"   in In[{Count}]")]));

    /// <summary>What the thread of the cell does.</summary>
    private CellResult Execute(CellThread thread, string code, CellScreen screen, CancellationToken interrupt)
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            ScriptState<object> before = state ?? CellCompiler.Beginning.RunAsync(cancellationToken: interrupt).GetAwaiter().GetResult();
            CellSource source = CellSource.Read(code);
            if (source.Missing is var (package, place))
                return new(CellOutcome.Failed, CellFailure.OfPackage(package, Count, place));
            CompiledCell cell = new CellCompiler(engine).Compile(source, Count, before.Script, interrupt);
            if (!cell.Errors.IsEmpty)
                return new(CellOutcome.Failed, CellFailure.Of(cell.Errors));
            CellConsole.Use(screen);
            using IDisposable board = Blackboard.Replace(exhibit => screen.Show(exhibit));
            return new(CellOutcome.Done, null, thread.Run(async () =>
            {
                ScriptState<object> after = await cell.Script.RunFromAsync(before, CancellationToken.None);
                if (cell.HasValue)
                    screen.Show(after.ReturnValue is { } value ? Exhibit.Of(value) : new("null"), isResult: true);
                return after;
            }));
        }
        catch (Exception thrown)
        {
            return interrupt.IsCancellationRequested && CellFailure.IsInterruption(thrown)
                ? new(CellOutcome.Interrupted, CellFailure.OfInterruption(thrown))
                : new(CellOutcome.Failed, CellFailure.Of(thrown));
        }
    }
}
