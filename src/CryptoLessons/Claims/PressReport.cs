namespace CryptoLessons.Claims;

/// <summary>One of the five press reports of 2017 in which the claims stand.</summary>
/// <param name="Id">Short name, as <see cref="Claim.Reports"/> has it.</param>
/// <param name="Paper">Who published it.</param>
/// <param name="Date">When, as exactly as is known.</param>
public sealed record PressReport(string Id, string Paper, string Date)
{
    /// <summary>All of them, by their short names.</summary>
    public static IReadOnlyList<PressReport> All { get; } =
    [
        new("S0", "The Sun", "June or July 2017, in a reprint"),
        new("S1", "The Daily Telegraph", "26 March 2017, in a reprint"),
        new("S2", "Scottish Daily Mail", "end of March 2017"),
        new("S3", "The Independent", "end of March 2017"),
        new("S4", "BBC News", "26 March 2017"),
    ];
}
