using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Lessons;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>How an adversary came to one message: from what it held, key by key, down to the words.</summary>
public static class DerivationPath
{
    private const double Padding = 10;
    private const double LineHeight = 16;
    private const double Gap = 20;
    private const int MostSteps = 20;
    private const double Side = 24;

    // How much wider bold letters are.
    private const double Bold = 1.12;

    /// <summary>Draws it.</summary>
    /// <param name="guess">A guess of an attack; a verdict's are right, byte for byte.</param>
    /// <returns>A picture and text: the first twenty steps, and of long texts the beginning.</returns>
    public static Exhibit Draw(Guess guess)
    {
        ArgumentNullException.ThrowIfNull(guess);
        IReadOnlyList<string> steps = guess.How.Steps;
        string said = MessageContent.Show(guess.Plaintext.Span);
        string title = Invariant($"How message {guess.Message} was read");
        var sheet = new Sheet(title);
        sheet.Down(10);
        foreach (var (index, step) in steps.Take(MostSteps).Index())
        {
            bool last = index == steps.Count - 1;
            Box(sheet, step, last ? said : null, index == 0 ? "p-held" : last ? "p-words" : "p-box");
            if (index < Math.Min(steps.Count, MostSteps) - 1)
            {
                sheet.Arrow((Sheet.Width / 2, sheet.Y + 2), (Sheet.Width / 2, sheet.Y + Gap - 2));
                sheet.Down(Gap);
            }
        }
        string? omission = steps.Count > MostSteps ? Invariant($"Shown are the first {MostSteps} of {steps.Count} steps.") : null;
        if (omission is not null)
            sheet.Note(omission);
        string[] lines = [.. steps.Take(MostSteps).Select((step, index) => $"  {(index == 0 ? "  " : "->")} {Shown.Of(step)}")];
        string path = string.Join(", then ", steps.Take(MostSteps).Select(step => Shown.Of(step)));
        return sheet.Finish(
            title,
            $"{path}: \u201C{Shown.Of(said)}\u201D. {omission}".TrimEnd(),
            $"{title}, from what the thief held down to the words:\n{string.Join('\n', lines)}\n     \"{Shown.Of(said)}\"\n{omission}".TrimEnd());
    }

    private static void Box(Sheet sheet, string step, string? said, string style)
    {
        const double Room = Sheet.Width - (2 * (Side + Padding));
        IReadOnlyList<string> name = Lettering.Wrap(step, Room, 2);
        IReadOnlyList<string> words = said is null ? [] : Lettering.Wrap($"\u201C{said}\u201D", Room / Bold, 4);
        double height = (2 * 7) + (LineHeight * (name.Count + words.Count)) - 4;
        (string, string)[] striped = style == "p-held" ? [("fill", Sheet.Stripes)] : [];
        sheet.Rect(Side, sheet.Y, Sheet.Width - (2 * Side), height, style, 6, striped);
        double y = sheet.Y + 7 + 10;
        // On stripes letters need a ground of their own.
        if (style == "p-held")
        {
            double width = name.Max(Lettering.Width) + 10;
            sheet.Rect((Sheet.Width - width) / 2, y - 12, width, (LineHeight * name.Count) + 1, "p-ground", 3);
        }
        foreach (string line in name)
        {
            sheet.Text(Sheet.Width / 2, y, line, said is null ? null : "p-soft", "middle");
            y += LineHeight;
        }
        foreach (string line in words)
        {
            sheet.Text(Sheet.Width / 2, y, line, "p-strong", "middle");
            y += LineHeight;
        }
        sheet.Down(height);
    }
}
