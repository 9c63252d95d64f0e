using System.Text.RegularExpressions;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>Links from one lesson to another: in the source to a source, in a notebook to a notebook, in a page to a page.</summary>
/// <remarks>All three lie two folders deep, so that links to anything else need no change.</remarks>
internal static partial class LessonLinks
{
    /// <summary>The prose with its links to lessons led to files that end otherwise.</summary>
    public static string To(string prose, string extension) => Link().Replace(prose, $"](${{name}}{extension})");

    [GeneratedRegex(@"\]\((?<name>\d\d-[\w-]+)\.cs\)")]
    private static partial Regex Link();
}
