using CryptoLessons.Lessons;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>Cells that a test has in its hand: what a kernel is told to run is the name of something that they do.</summary>
internal sealed class FakeCells
{
    /// <summary>Where <c>flood</c> ends by itself: a hundred times what waits for one client and what is in the system's buffers.</summary>
    public const int FarTooMuch = 100 << 20;

    /// <summary>The names of the cells that ran.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>Set when a cell that waits has begun.</summary>
    public ManualResetEventSlim Begun { get; } = new();

    /// <summary>Set when <c>flood</c> has ended.</summary>
    public ManualResetEventSlim FloodEnded { get; } = new();

    /// <summary>How many characters <c>flood</c> has put out.</summary>
    public long Flooded;

    public CellOutcome Run(string code, Action<CellOutput> show, CancellationToken interrupt)
    {
        Ran.Add(code);
        switch (code)
        {
            case "show everything":
                show(new StreamOutput("stdout", "out\n"));
                show(new StreamOutput("stderr", "error\n"));
                show(new DisplayOutput(new Exhibit("a circle") { Html = "<b>a circle</b>", Svg = "<svg/>" }, IsResult: false));
                show(new DisplayOutput(new Exhibit("42"), IsResult: true));
                return CellOutcome.Done;
            case "fail":
                show(new ErrorOutput("CS0103", "There is no x.", ["In[1](1,1): error CS0103: There is no x."]));
                return CellOutcome.Failed;
            case "wait":
                Begun.Set();
                interrupt.WaitHandle.WaitOne();
                return CellOutcome.Interrupted;
            case "flood":
                string line = new('x', 1 << 16);
                while (!interrupt.IsCancellationRequested && Flooded < FarTooMuch)
                {
                    show(new StreamOutput("stdout", line));
                    Interlocked.Add(ref Flooded, line.Length);
                }
                FloodEnded.Set();
                return CellOutcome.Interrupted;
            default:
                show(new StreamOutput("stdout", code));
                return CellOutcome.Done;
        }
    }
}
