using System.Diagnostics;

namespace CryptoLessons.Cli;

/// <summary>Shows how far long work is, a line every few seconds; work that is done sooner shows nothing.</summary>
internal sealed class ProgressLines(TextWriter error) : IProgress<string>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly Lock turn = new();
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();

    public void Report(string value)
    {
        lock (turn)
        {
            if (sinceLast.Elapsed < Pause)
                return;
            try
            {
                error.WriteLine(value);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Safe because progress is for whoever looks on: the work does not depend on it.
            }
            sinceLast.Restart();
        }
    }
}
