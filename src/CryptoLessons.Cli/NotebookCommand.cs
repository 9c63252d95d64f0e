using System.CommandLine;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons notebook</c>: what can be done with lessons that are notebooks.</summary>
internal static class NotebookCommand
{
    public const string Name = "notebook";

    public static Command Create(TextWriter output, TextWriter error, CancellationToken stop) =>
        new(Name, "Makes notebooks of lessons, and runs notebooks.")
        {
            NotebookBuildCommand.Create(output, error, stop),
            NotebookRunCommand.Create(output, error, stop),
            KernelCommand.Create(error),
            InstallKernelCommand.Create(output, error),
        };
}
