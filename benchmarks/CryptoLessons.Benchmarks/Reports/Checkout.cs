namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The checkout that this program was built in.</summary>
internal static class Checkout
{
    private const string Solution = "CryptoLessons.sln";

    /// <summary>Its folder, wherever the program was called from.</summary>
    /// <exception cref="InvalidOperationException">The program was moved out of it.</exception>
    public static DirectoryInfo Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
            folder = folder.Parent;
        return folder ?? throw new InvalidOperationException($"There is no {Solution} above the program: run it from a checkout with dotnet run.");
    }
}
