using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Matrix;

/// <summary>One row of the matrix: a design, what it costs and delivers, and what each compromise of it gave away.</summary>
public sealed class DesignResult
{
    /// <summary>The design.</summary>
    public required Design Design { get; init; }

    /// <summary>All that the wire carried, bystanders' messages included.</summary>
    public required Transcript Transcript { get; init; }

    /// <summary>Mean length of the conversation's messages on the wire, in bytes.</summary>
    public required double BytesPerMessage { get; init; }

    /// <summary>How many messages of the conversation every recipient's app showed exactly as they had been said.</summary>
    public required int Arrived { get; init; }

    /// <summary>What a warrant that names the target delivered.</summary>
    public required LawfulAccess Lawful { get; init; }

    /// <summary>Who holds the secret that makes access possible; null when the design has none.</summary>
    public required Quorum? Holders { get; init; }

    /// <summary>How many messages the target had sent or received up to the compromise.</summary>
    public required int HistoryOf { get; init; }

    /// <summary>One cell for each compromise.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }
}
