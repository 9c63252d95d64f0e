namespace CryptoLessons.Tests;

/// <summary>Where the repository lies: above the folder that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string? folder) => folder switch
    {
        null => throw new InvalidOperationException("CryptoLessons.sln lies nowhere above the tests."),
        _ when File.Exists(Path.Combine(folder, "CryptoLessons.sln")) => folder,
        _ => Find(Path.GetDirectoryName(folder)),
    };
}
