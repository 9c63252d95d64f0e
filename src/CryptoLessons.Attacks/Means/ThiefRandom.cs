using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks.Means;

/// <summary>Where a thief's own keys come from.</summary>
internal static class ThiefRandom
{
    /// <summary>A stream from its beginning. Safe because these keys protect nobody: they may be anything, and the same ones make every run the same.</summary>
    public static SeededRandom New() => new(0);
}
