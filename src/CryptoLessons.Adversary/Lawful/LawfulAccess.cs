namespace CryptoLessons.Adversary;

/// <summary>What a warrant that names the target delivered, issued at the moment of the compromise for the whole conversation.</summary>
public sealed class LawfulAccess
{
    /// <summary>How many messages of the target's were opened that had been sent by the moment of the warrant: back in time.</summary>
    public required int Past { get; init; }

    /// <summary>How many messages the target had sent or received by then.</summary>
    public required int PastOf { get; init; }

    /// <summary>How many later messages of the target's were opened.</summary>
    public required int Future { get; init; }

    /// <summary>How many messages the target sent or received later on.</summary>
    public required int FutureOf { get; init; }

    /// <summary>How many messages in which the target takes no part were opened along with them.</summary>
    public required int Others { get; init; }

    /// <summary>Who had to do what, in order; the court's signature comes first.</summary>
    public required IReadOnlyList<LawfulStep> Steps { get; init; }

    /// <summary>How many of the target's messages were opened.</summary>
    public int Opened => Past + Future;

    /// <summary>How many messages the target sent or received.</summary>
    public int Of => PastOf + FutureOf;

    /// <summary>Whoever had to take part.</summary>
    public IEnumerable<string> Parties => Steps.Select(step => step.Party).Distinct();

    /// <summary>The plainest trace that is left.</summary>
    public Trace Trace => Steps.Select(step => step.Trace).DefaultIfEmpty().Max();
}
