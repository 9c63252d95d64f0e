using System.Globalization;
using CryptoLessons.Adversary;

namespace CryptoLessons.Lessons;

/// <summary>Something to be looked at: text for a terminal, and for a page the same as HTML or as a picture.</summary>
/// <param name="Text">What a terminal shows, and what is read aloud where nobody can see: it says everything that the other forms show.</param>
public sealed record Exhibit(string Text)
{
    /// <summary>The same as a fragment of HTML without scripts; null when there is none.</summary>
    public string? Html { get; init; }

    /// <summary>The same as a picture: one <c>svg</c> element; null when there is none.</summary>
    public string? Svg { get; init; }

    /// <summary>What there is to see of a value: of a verdict the messages that were read, of a warrant's answer what was delivered, of anything else its
    /// text in the invariant culture.</summary>
    public static Exhibit Of(object? value) => value switch
    {
        Exhibit exhibit => exhibit,
        Verdict verdict => Readings.Of(verdict),
        ActiveVerdict played => Readings.Of(played.Reading),
        LawfulAccess lawful => Delivered.Of(lawful),
        _ => new(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>What a terminal shows.</summary>
    public override string ToString() => Text;
}
