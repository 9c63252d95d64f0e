using System.Text.Encodings.Web;
using System.Text.Json;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>How Jupyter finds the kernel and starts it: a folder with a file <c>kernel.json</c> (jupyter_client, "Kernel specs").</summary>
public static class KernelSpec
{
    /// <summary>The kernel's name: the folder's, and what <c>--kernel</c> is told.</summary>
    public const string Name = "cryptolessons";

    /// <summary>The language's name.</summary>
    public const string Language = "C#";

    /// <summary>The name of the file.</summary>
    public const string FileName = "kernel.json";

    // Safe because it is a file for a parser of JSON, never a part of a page; the usual rules spell every + and ' of a path in four digits.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The folder of the kernel below one of Jupyter's data folders.</summary>
    public static string Folder(string data) => Path.Combine(data, "kernels", Name);

    /// <summary>What stands in the file.</summary>
    /// <param name="command">The program and the first arguments that start the kernel; the name of the connection file comes after them.</param>
    public static string Json(params IEnumerable<string> command) => JsonSerializer.Serialize(
        new
        {
            argv = (string[])[.. command, "{connection_file}"],
            display_name = "C# (CryptoLessons)",
            language = Language,
            interrupt_mode = "message",
        },
        Readable) + "\n";

    /// <summary>The folder where Jupyter looks for what belongs to this user (jupyter_core, "Data files").</summary>
    /// <exception cref="IOException">This user has no home.</exception>
    public static string UserData()
    {
        if (Variable("JUPYTER_DATA_DIR") is { } chosen)
            return chosen;
        if (OperatingSystem.IsWindows())
            return Path.Combine(Known(Environment.SpecialFolder.ApplicationData), "jupyter");
        if (OperatingSystem.IsMacOS())
            return Path.Combine(Known(Environment.SpecialFolder.UserProfile), "Library", "Jupyter");
        return Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(Known(Environment.SpecialFolder.UserProfile), ".local", "share"), "jupyter");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Known(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } path
            ? path
            : throw new IOException("This user has no home folder: set JUPYTER_DATA_DIR.");
}
