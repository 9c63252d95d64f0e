namespace CryptoLessons.Claims;

/// <summary>What the reports say of finding and removing content.</summary>
internal static class AboutScanning
{
    private const string Scanner = "dotnet run samples/attacks/FramingByCollision.cs";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A35", ClaimKind.Power, ["S2"],
            "Firms that remove content too slowly would be fined.",
            ClaimStatus.Executable,
            "A fine is no code. What it pushes at is: a list that takes more for alike finds more altered copies, and takes more of what has "
                + "nothing to do with it.")
        {
            Cases = [new("client-scanning", "escrow-leak")],
            Figures = [.. ((int[])[4, 8, 12, 16]).Select(ScanningFigures.FalseMatches)],
        },
        new("A36", ClaimKind.Power, ["S1"],
            "A law would force firms to take content down, and a board of the whole industry would be set up.",
            ClaimStatus.Executable,
            "Who can add to one list for all decides what is found. One more entry, and not a line of any phone's program changes.")
        {
            Cases = [new("client-scanning", "escrow-leak")],
            Figures = [ScanningFigures.BeforePoisoning, ScanningFigures.AfterPoisoning, ScanningFigures.PoisoningWithAnotherKey],
            MoreCommands = ["dotnet test --filter FullyQualifiedName~PoisonedListTests", Scanner],
        },
        new("A37", ClaimKind.Argument, ["S1", "S4"],
            "Firms should find extreme material by themselves, and remove it.",
            ClaimStatus.Executable,
            "Copies of what is known are found, and other messages are not read. Whoever wants to get by changes a picture a little, and "
                + "whoever wants somebody else to be reported some more. A rate of false matches that sounds small is many pictures in a population.")
        {
            Cases = [new("client-scanning", "server-breach"), new("client-scanning", "escrow-leak")],
            Figures = [ScanningFigures.Evasion, ScanningFigures.Framing, PopulationStudy.FalseMatches],
            MoreCommands =
            [
                "dotnet test --filter FullyQualifiedName~EvasionTests", "dotnet test --filter FullyQualifiedName~FrameByCollisionTests", Scanner,
            ],
        },
    ];
}
