using CryptoLessons.Lessons;
using Microsoft.CodeAnalysis;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>What a cell can use: the platform, and of this very installation the assemblies that the course package has.</summary>
internal static class CellReferences
{
    private static readonly string Course = typeof(Blackboard).Assembly.GetName().Name!;
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() => [.. Find()]);

    /// <summary>They are read once for all engines: together they are some hundred files.</summary>
    public static IReadOnlyList<MetadataReference> All => References.Value;

    /// <summary>Whether a package is this one, or one that it stands on.</summary>
    public static bool IsHere(string package) =>
        Ours().Any(path => Path.GetFileNameWithoutExtension(path).Equals(package, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<MetadataReference> Find()
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == platform)
            .Concat(Ours()).Append(typeof(Interruption).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    // The course's assembly stands on all that are below it, and on none above.
    private static IEnumerable<string> Ours()
    {
        string folder = Path.GetDirectoryName(typeof(Blackboard).Assembly.Location)!;
        IEnumerable<string> below = typeof(Blackboard).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith(Course + ".", StringComparison.Ordinal));
        return below.Append(Course).Select(name => Path.Combine(folder, name + ".dll"));
    }
}
