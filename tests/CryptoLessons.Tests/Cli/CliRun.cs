using CryptoLessons.Cli;

namespace CryptoLessons.Tests.Cli;

/// <summary>One run of the command inside this process: its exit status, and what it wrote.</summary>
internal sealed record CliRun(int Status, string Output, string Error)
{
    /// <summary>The status that scripts rely on when the input cannot be used or the output not be written.</summary>
    public const int BadInput = 2;

    /// <summary>Runs the command.</summary>
    public static CliRun Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int status = CommandLine.Run(args, output, error);
        return new(status, output.ToString(), error.ToString());
    }
}
