namespace CryptoLessons.Claims;

/// <summary>What the reports say of firms that would help: another build, another device, a port for interception.</summary>
internal static class AboutObligingFirms
{
    private const string Directories = "dotnet test --filter FullyQualifiedName~DishonestDirectoryTests";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A14", ClaimKind.System, ["S2"],
            "There are closed groups on phones.",
            ClaimStatus.Executable,
            "One member's phone opens what all members send to the group, and a silent device in it hears every one of them.")
        {
            Cases = [new("strict-group", "server-breach"), new("strict-group", "member-seizure"), new("ghost-device", "directory-control")],
            MoreCommands = ["dotnet test --filter FullyQualifiedName~StolenSenderKeyTests"],
        },
        new("A18", ClaimKind.Power, ["S2"],
            "A clause of the Investigatory Powers Act may allow forcing software changes, so that firms can decrypt on demand.",
            ClaimStatus.Executable,
            "A build for one phone reads that person's messages from then on, for a warrant as for a thief, and is seen where builds must "
                + "stand in a public log; a build for all reads everybody.")
        {
            Cases =
            [
                new("compelled-update", "escrow-leak"), new("notice", "escrow-leak"), new("version-rollback", "escrow-leak"),
                new("talking-nonce", "escrow-leak"),
            ],
            Figures = [MatrixFigures.Weakened("compelled-update", "escrow-leak"), MatrixFigures.Weakened("notice", "escrow-leak")],
            MoreCommands = ["dotnet test --filter FullyQualifiedName~SignedLogTests"],
        },
        new("A28", ClaimKind.System, ["S4"],
            "Apple encrypts from end to end too; its head calls forced ways in wrong, and a minister asks him for other ways.",
            ClaimStatus.Executable,
            "Another way is the directory: a provider adds a silent device, or answers with a key of its own. It reads from then on, for a warrant "
                + "as for a "
                + "thief, and nothing older; it shows when people compare safety numbers, or when the directory's log is checked.")
        {
            Cases = [new("ghost-device", "directory-control"), new("directory-swap", "directory-control")],
            MoreCommands = [Directories, "dotnet run samples/transparency/LyingDirectory.cs"],
        },
        new("A34", ClaimKind.Fact, ["S4"],
            "Europe's police agency wants interception to be more uniform.",
            ClaimStatus.Executable,
            "A port that is built in serves every order at once, and whoever holds the operator's key: beneath the log, until two logs are "
                + "reconciled.")
        {
            Cases = [new("intercept-interface", "wiretap"), new("intercept-interface", "escrow-leak"), new("intercept-interface", "server-breach")],
        },
        new("A48", ClaimKind.Argument, ["S2"],
            "Networks that are closed to the state should be opened to it where there is due cause.",
            ClaimStatus.Executable,
            "A silent device opens a closed group from then on, for a warrant as for a thief, without any key for all; whether there was due "
                + "cause, its owner decides.")
        {
            Cases = [new("strict-group", "server-breach"), new("ghost-device", "directory-control")],
            MoreCommands = [Directories],
        },
    ];
}
