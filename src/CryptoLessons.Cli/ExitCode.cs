namespace CryptoLessons.Cli;

/// <summary>The exit statuses that scripts rely on.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>Ctrl+C stopped the run: what was done by then was printed, and says so. Shells expect it of what was interrupted.</summary>
    public const int Interrupted = 130;

    /// <summary>A cell of a notebook failed; which one, why and on which line is on standard error.</summary>
    public const int CellFailed = 1;

    /// <summary>The input could not be used, or the output not be written; a sentence on standard error says why.</summary>
    public const int BadInput = 2;
}
