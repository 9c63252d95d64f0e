namespace CryptoLessons.Differences;

/// <summary>How often one part of a message was alike and not alike, over a whole conversation.</summary>
/// <param name="Name">What the part is.</param>
/// <param name="Equal">In how many envelopes both have it, with the same bytes.</param>
/// <param name="Different">In how many both have it, with different bytes.</param>
/// <param name="OnlyInA">In how many only the first design has it.</param>
/// <param name="OnlyInB">In how many only the second design has it.</param>
public sealed record PartTally(string Name, int Equal, int Different, int OnlyInA, int OnlyInB)
{
    /// <summary>Whether it was alike wherever it occurred.</summary>
    public bool IsAlwaysEqual => (Different, OnlyInA, OnlyInB) == (0, 0, 0);

    /// <summary>Counts the parts of envelopes, in the order in which they first occur.</summary>
    public static IReadOnlyList<PartTally> Of(IEnumerable<EnvelopeDifference> envelopes) =>
    [
        .. envelopes.SelectMany(envelope => envelope.Ranges())
            .GroupBy(range => range.Name, range => range.Likeness)
            .Select(part => new PartTally(
                part.Key,
                part.Count(likeness => likeness == Likeness.Equal),
                part.Count(likeness => likeness == Likeness.Different),
                part.Count(likeness => likeness == Likeness.OnlyInA),
                part.Count(likeness => likeness == Likeness.OnlyInB))),
    ];
}
