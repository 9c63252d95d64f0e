using System.Reflection;

namespace CryptoLessons.Tests.Walls;

/// <summary>Where the house stands, and its assemblies in the order of CONTRIBUTING.md, the lowest first.</summary>
internal static class House
{
    /// <summary>The solution file.</summary>
    public const string Solution = "CryptoLessons.sln";

    /// <summary>The assembly of the attacks.</summary>
    public const string Attacks = "CryptoLessons.Attacks";

    /// <summary>The one assembly that may be a friend of others: this one.</summary>
    public const string Tests = "CryptoLessons.Tests";
    public const string InteropTests = "CryptoLessons.Interop.Tests";

    /// <summary>The assembly of the notebooks, the one that stands on more than the platform: on the compiler.</summary>
    public const string Notebooks = "CryptoLessons.Notebooks";

    /// <summary>The names of the assemblies under src, the lowest first.</summary>
    public static IReadOnlyList<string> Storeys { get; } =
    [
        "CryptoLessons.Protocol", "CryptoLessons.ExceptionalAccess", "CryptoLessons.Adversary", Attacks, "CryptoLessons", Notebooks, "CryptoLessons.Cli",
    ];

    /// <summary>The root of the repository.</summary>
    public static string Root => Repository.Root;

    /// <summary>The folder of the sources.</summary>
    public static string Source => Path.Combine(Root, "src");

    /// <summary>The project file of an assembly under src.</summary>
    public static string Project(string name) => Path.Combine(Root, "src", name, name + ".csproj");

    /// <summary>A built assembly, as a file beside this one.</summary>
    public static string Built(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    /// <summary>A built assembly, loaded.</summary>
    public static Assembly Load(string name) => Assembly.Load(name);

    /// <summary>All files below a folder that are not products of a build.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*") =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(file => !IsProduct(Path.GetRelativePath(folder, file)))];

    private static bool IsProduct(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
