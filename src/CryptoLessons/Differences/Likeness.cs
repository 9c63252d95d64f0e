namespace CryptoLessons.Differences;

/// <summary>How a range of one message stands to the same range of another.</summary>
public enum Likeness
{
    /// <summary>Both have it, with the same bytes.</summary>
    Equal,

    /// <summary>Both have it, with different bytes.</summary>
    Different,

    /// <summary>Only the first has it.</summary>
    OnlyInA,

    /// <summary>Only the second has it.</summary>
    OnlyInB,
}
