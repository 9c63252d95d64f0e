using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Tests.Notebooks;

/// <summary>One run of a cell: how it ended, and what it put out.</summary>
internal sealed record CellRun(CellOutcome Outcome, IReadOnlyList<CellOutput> Outputs)
{
    /// <summary>What an endless cell writes when it has begun.</summary>
    public const string Begun = "begun";

    /// <summary>What was written to standard output.</summary>
    public string Written => Stream("stdout");

    /// <summary>What was written to standard error.</summary>
    public string Complained => Stream("stderr");

    /// <summary>The texts of what was displayed and of the last value.</summary>
    public IReadOnlyList<string> Shown => [.. Outputs.OfType<DisplayOutput>().Select(output => output.Exhibit.Text)];

    /// <summary>The text of the last value; null when there is none.</summary>
    public string? Value => Outputs.OfType<DisplayOutput>().SingleOrDefault(output => output.IsResult)?.Exhibit.Text;

    /// <summary>Why it did not come to its end; null when it did.</summary>
    public ErrorOutput? Error => Outputs.OfType<ErrorOutput>().SingleOrDefault();

    /// <summary>Runs a cell.</summary>
    public static CellRun Of(CellEngine engine, string code, CancellationToken interrupt = default)
    {
        var outputs = new List<CellOutput>();
        return new(engine.Run(code, outputs.Add, interrupt), outputs);
    }

    /// <summary>Runs a cell and interrupts it as soon as it says that it has begun.</summary>
    public static CellRun Interrupted(CellEngine engine, string code)
    {
        using var stop = new CancellationTokenSource();
        var outputs = new List<CellOutput>();
        CellOutcome outcome = engine.Run(
            code,
            output =>
            {
                outputs.Add(output);
                if (output is StreamOutput { Text: Begun })
                    stop.Cancel();
            },
            stop.Token);
        return new(outcome, outputs);
    }

    private string Stream(string name) =>
        string.Concat(Outputs.OfType<StreamOutput>().Where(output => output.Name == name).Select(output => output.Text));
}
