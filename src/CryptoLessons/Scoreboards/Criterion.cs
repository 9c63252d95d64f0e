namespace CryptoLessons.Scoreboards;

/// <summary>One of the questions by which designs are held side by side.</summary>
/// <remarks>
/// Collected from Abelson et al., "The Risks of Key Recovery, Key Escrow, and Trusted Third-Party Encryption" (1997) and "Keys under
/// Doormats" (2015); National Academies, "Decrypting the Encryption Debate" (2018); Unger et al., "SoK: Secure Messaging" (2015). None
/// weighs more than another: weighing is the reader's.
/// </remarks>
/// <param name="Id">Short name, C1 to C17.</param>
/// <param name="Title">What is asked, as the head of a column.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="How">Where the value comes from.</param>
/// <param name="Value">The value for a design.</param>
public sealed record Criterion(string Id, string Title, string Unit, How How, Func<Score, CriterionValue> Value)
{
    /// <summary>All of them, in the order in which reports show them.</summary>
    public static IReadOnlyList<Criterion> All { get; } = [.. WhatIsRead.Criteria, .. WhatFollows.Criteria, .. WhatIsDelivered.Criteria, .. WhatItTakes.Criteria];

    /// <summary>The criterion of that name; null when there is none.</summary>
    public static Criterion? Find(string id) => All.FirstOrDefault(criterion => criterion.Id == id);
}
