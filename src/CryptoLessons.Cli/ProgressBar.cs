using System.Globalization;

namespace CryptoLessons.Cli;

/// <summary>Shows how far a run is as a bar, a line every few seconds.</summary>
/// <param name="error">Where it is shown.</param>
/// <param name="users">How many people are played in all.</param>
internal sealed class ProgressBar(TextWriter error, int users) : IProgress<int>
{
    private const int Width = 40;

    private readonly ProgressLines lines = new(error);

    public void Report(int value)
    {
        int filled = (int)((long)value * Width / users);
        lines.Report(string.Create(
            CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', Width - filled)}] {value:N0} of {users:N0} users played"));
    }
}
