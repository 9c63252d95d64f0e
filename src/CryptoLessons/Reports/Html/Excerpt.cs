using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>The messages of a long conversation that a page shows: those nearest to the compromise.</summary>
/// <param name="First">Number of the first message shown.</param>
/// <param name="Last">Number of the last message shown.</param>
internal readonly record struct Excerpt(int First, int Last)
{
    /// <summary>Messages shown at most. A few designs with so many still make a page that a phone scrolls through smoothly.</summary>
    public const int Most = 200;

    // The same conversation stands on the page once for each design.
    private const int MostOnALongPage = 50;
    private const int AFewDesigns = 6;

    /// <summary>Whether there are so many designs that nobody reads the conversation under each.</summary>
    public static bool IsLongPage(int designs) => designs > AFewDesigns;

    /// <summary>Messages shown at most under each of so many designs.</summary>
    public static int MostWith(int designs) => IsLongPage(designs) ? MostOnALongPage : Most;

    /// <summary>The messages around the compromise, as many before it as after it where there are as many.</summary>
    /// <param name="at">Number of the message at which the compromise happens.</param>
    /// <param name="length">Number of messages in the conversation.</param>
    /// <param name="most">Messages shown at most.</param>
    public static Excerpt Around(int at, int length, int most = Most)
    {
        int first = Math.Clamp(at - (most / 2) + 1, 1, Math.Max(1, length - most + 1));
        return new(first, Math.Min(length, first + most - 1));
    }

    /// <summary>The sentence that says what is left out; null when nothing is.</summary>
    public string? Omission(int length) => First == 1 && Last == length
        ? null
        : Invariant($"Shown are messages {First} to {Last} of {length}, the nearest to the compromise. ")
            + Invariant($"The other {length - (Last - First + 1)} were played and attacked like them, and every figure counts them.");
}
