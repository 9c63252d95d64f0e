using System.Globalization;

namespace CryptoLessons.Recordings;

/// <summary>Every N-th part, beginning with the I-th: one machine's share of the work.</summary>
/// <param name="Number">Which share, I, from 1 to N.</param>
/// <param name="Of">How many shares there are, N.</param>
public readonly record struct Shard(int Number, int Of)
{
    /// <summary>All parts.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>I/N</c>; null when it is no such thing.</summary>
    public static Shard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var number, var of] && Read(number) is { } i && Read(of) is { } n && i >= 1 && i <= n ? new(i, n) : null;
    }

    /// <summary>Whether a part is in it.</summary>
    /// <param name="part">The part's number, from 1.</param>
    public bool Has(int part) => (part - 1) % Of == Number - 1;

    /// <summary><c>I/N</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    private static int? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
