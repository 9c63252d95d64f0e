namespace CryptoLessons.Claims;

/// <summary>One claim of the public debate of 2017, in neutral words, and what the library can do about it.</summary>
/// <param name="Id">Short name, A01 to A54.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Reports">Short names of the reports that make it.</param>
/// <param name="Statement">What they say, in our words.</param>
/// <param name="Status">Whether code can put it to the test.</param>
/// <param name="Remark">What the figures show, or why no code can tell.</param>
public sealed record Claim(string Id, ClaimKind Kind, IReadOnlyList<string> Reports, string Statement, ClaimStatus Status, string Remark)
{
    /// <summary>Every claim, by its short name.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        .. ((IReadOnlyList<Claim>[])
        [
            AboutEncryption.Claims, AboutOtherMessengers.Claims, AboutAccess.Claims, AboutObligingFirms.Claims, AboutCountries.Claims,
            AboutScanning.Claims, AboutNumbers.Claims, AboutEvidence.Claims, AboutEndPoints.Claims, AboutSteppingOutside.Claims, BeyondCode.Claims,
        ]).SelectMany(claims => claims).OrderBy(claim => claim.Id, StringComparer.Ordinal),
    ];

    /// <summary>The cells of the matrix that bear on it; none where code cannot put it to the test.</summary>
    public IReadOnlyList<ClaimCase> Cases { get; init; } = [];

    /// <summary>What else is counted.</summary>
    public IReadOnlyList<ClaimFigure> Figures { get; init; } = [];

    /// <summary>Commands that show more of it than the matrix of its designs does; none where that is all.</summary>
    public IReadOnlyList<string> MoreCommands { get; init; } = [];

    /// <summary>Short names of the designs that put it to the test.</summary>
    public IEnumerable<string> Designs => Cases.Select(place => place.Design).Distinct();

    /// <summary>The commands that show it: the matrix of its designs first, where it has any.</summary>
    public IEnumerable<string> Commands => Cases.Count == 0
        ? MoreCommands
        : [$"cryptolessons matrix {string.Join(' ', Designs.Select(design => $"--design {design}"))}", .. MoreCommands];

    /// <summary>The claim of that name; null when there is none.</summary>
    public static Claim? Find(string id) => All.FirstOrDefault(claim => claim.Id == id);
}
