namespace CryptoLessons.Adversary;

/// <summary>What a warrant opened of messages that had been recorded, and what it took.</summary>
/// <param name="Opened">The messages that were opened.</param>
/// <param name="Steps">Who had to do what, in order; nothing where nobody but the people themselves can open any.</param>
public sealed record WarrantAnswer(IReadOnlyList<Guess> Opened, IReadOnlyList<LawfulStep> Steps)
{
    /// <summary>What is answered where nobody has anything that opens a message.</summary>
    public static WarrantAnswer Nothing { get; } = new([], []);
}
