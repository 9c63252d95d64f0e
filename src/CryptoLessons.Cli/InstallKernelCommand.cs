using System.CommandLine;
using System.Runtime.InteropServices;
using CryptoLessons.Notebooks.Jupyter;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons notebook install-kernel</c>: tells Jupyter how to start this very installation.</summary>
internal static class InstallKernelCommand
{
    public const string Name = "install-kernel";

    // The name of the tool, as the project file has it.
    private const string Tool = "cryptolessons";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var prefix = new Option<string?>("--prefix")
        {
            HelpName = "DIR",
            Description = "An environment, such as Python's sys.prefix: writes into its share/jupyter.",
        };
        var user = new Option<bool>("--user") { Description = "For this user, wherever Jupyter runs. So it is when nothing is said." };
        var command = new Command(Name, "Makes the C# kernel known to Jupyter.") { prefix, user };
        command.SetAction(parsed =>
        {
            string? environment = parsed.GetValue(prefix);
            if (environment is not null && parsed.GetValue(user))
                return Complaint.Write(error, "--prefix and --user name two places: choose one of them.");
            string data = environment is null ? KernelSpec.UserData() : Path.Combine(Path.GetFullPath(environment), "share", "jupyter");
            string folder = KernelSpec.Folder(data);
            Directory.CreateDirectory(folder);
            string place = Path.Combine(folder, KernelSpec.FileName);
            WholeFile.At(place, source: null).Write(file => file.Write(KernelSpec.Json([.. Command(), NotebookCommand.Name, KernelCommand.Name])));
            output.Write($"""
                Jupyter's kernel '{KernelSpec.Name}' is in {Harmless.Text(place)}
                Open a notebook with the kernel C# (CryptoLessons), or run one: jupyter nbconvert --to notebook --execute NOTEBOOK
                When this installation moves, install the kernel again.

                """.ReplaceLineEndings("\n"));
            return ExitCode.Success;
        });
        return command;
    }

    // The tool's own executable finds its assembly also after an update. Any other is started by dotnet, which needs no setting to find itself.
    private static IEnumerable<string> Command() =>
        Environment.ProcessPath is { } running && Path.GetFileNameWithoutExtension(running) == Tool
            ? [running]
            : [Host(), typeof(InstallKernelCommand).Assembly.Location];

    private static string Host()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Path.GetFileName(Environment.ProcessPath) == name)
            return Environment.ProcessPath!;
        // The runtime stands in shared/Microsoft.NETCore.App/VERSION beside it.
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
