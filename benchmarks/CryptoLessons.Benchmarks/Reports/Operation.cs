namespace CryptoLessons.Benchmarks.Reports;

/// <summary>A benchmark as one side of a comparison.</summary>
/// <param name="Name">Name of the benchmark's method.</param>
/// <param name="Prepare">Gives it fresh messages; not measured.</param>
/// <param name="Run">The benchmark.</param>
/// <param name="Messages">How many messages a run handles.</param>
internal sealed record Operation(string Name, Action Prepare, Action Run, int Messages)
{
    /// <summary>A benchmark that needs nothing fresh.</summary>
    public Operation(string name, Action run, int messages)
        : this(name, () => { }, run, messages)
    {
    }
}
