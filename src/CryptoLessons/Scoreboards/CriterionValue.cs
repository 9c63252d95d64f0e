namespace CryptoLessons.Scoreboards;

/// <summary>What one design does by one criterion.</summary>
/// <param name="Number">The value, when it is a number.</param>
/// <param name="Word">The value, when it is a word; null when it is a number.</param>
/// <param name="Share">How much that is of what is possible, from 0 to 1; null for a number without an end, which counts beside the largest.</param>
public sealed record CriterionValue(double Number, string? Word, double? Share)
{
    /// <summary>Other numbers that belong to it, by their names.</summary>
    public IReadOnlyList<(string Name, int Count)> Beside { get; init; } = [];

    /// <summary>So many of so many.</summary>
    public static CriterionValue Of(int count, int of) => new(count, null, of == 0 ? 0 : (double)count / of) { Beside = [("of", of)] };

    /// <summary>A number without an end.</summary>
    public static CriterionValue Of(double number) => new(number, null, null);

    /// <summary>A word, and how far it goes.</summary>
    /// <param name="word">The word.</param>
    /// <param name="step">Its place among the words that there are, from 0.</param>
    /// <param name="last">The last place.</param>
    public static CriterionValue Of(string word, int step, int last) => new(step, word, (double)step / last);

    /// <summary>Yes or no.</summary>
    public static CriterionValue Of(bool yes) => Of(yes ? "yes" : "no", yes ? 1 : 0, 1);
}
