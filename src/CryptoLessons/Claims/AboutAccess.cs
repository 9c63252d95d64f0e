namespace CryptoLessons.Claims;

/// <summary>What the reports say of access by law: notices, warrants, and systems built for them.</summary>
internal static class AboutAccess
{
    private const string WarrantTests = "dotnet test --filter FullyQualifiedName~AuthorityTests";

    private const string NoticeForAMillion = "cryptolessons population --users 1000000 --days 8 --design notice --leak 6";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A06", ClaimKind.Power, ["S0"],
            "Technical Capability Notices would make firms render every message readable, and hand messages over.",
            ClaimStatus.Executable,
            "Before the notice takes effect nothing opens. After it a warrant opens what its target writes, and the same key what everybody writes.")
        {
            Cases = [new("notice", "escrow-leak"), new("version-rollback", "escrow-leak")],
            Figures = [MatrixFigures.Weakened("notice", "escrow-leak"), PopulationStudy.Weakened("notice"), PopulationStudy.Warranted("notice")],
            MoreCommands = ["cryptolessons diff strict notice", NoticeForAMillion],
        },
        new("A51", ClaimKind.Fact, ["S0"],
            "The order would reach all messages: every user's, not the suspect's alone.",
            ClaimStatus.Executable,
            "The key opens for everybody; a warrant names one person. The first grows with the users, and the second does not.")
        {
            Cases = [new("notice", "escrow-leak")],
            Figures =
            [
                MatrixFigures.Weakened("notice", "escrow-leak"), PopulationStudy.Weakened("notice"), PopulationStudy.WeakenedOfABillion("notice"),
            ],
            MoreCommands = [NoticeForAMillion],
        },
        new("A19", ClaimKind.Power, ["S2"],
            "There would be access only under a warrant that a judge has approved.",
            ClaimStatus.Executable,
            "A forged or expired warrant is refused. A thief of the key asks for no warrant, unless the judge holds a share of the key as well.")
        {
            Cases =
            [
                new("message-key-escrow", "escrow-leak"), new("content-key-escrow", "escrow-leak"), new("session-secret-escrow", "escrow-leak"),
                new("warrant-ledger", "escrow-leak"), new("warrant-ledger", "judge-and-key"),
                new("clipper", "one-share"), new("clipper", "escrow-leak"),
            ],
            MoreCommands = [WarrantTests],
        },
        new("A20", ClaimKind.Power, ["S1"],
            "Access would be by carefully considered arrangements that the law covers.",
            ClaimStatus.Executable,
            "A judge holds one share and wants to see the warrant in a public ledger. One share opens nothing. Both together open all without an "
                + "entry: "
                + "the ledger is procedure, not mathematics.")
        {
            Cases = [new("warrant-ledger", "one-share"), new("warrant-ledger", "escrow-leak"), new("warrant-ledger", "judge-and-key")],
            MoreCommands = [WarrantTests],
        },
        new("A21", ClaimKind.Argument, ["S1"],
            "A system can be built in such a way that there is access when it is absolutely necessary.",
            ClaimStatus.Executable,
            "It can, and this is what each kind delivers and what its leak costs. No key knows what is necessary; splitting it and letting it grow "
                + "old narrow the leak, "
                + "and some of them the warrant as well.")
        {
            Cases =
            [
                new("message-key-escrow", "escrow-leak"), new("content-key-escrow", "escrow-leak"), new("session-secret-escrow", "escrow-leak"),
                new("identity-deposit", "escrow-leak"), .. Narrower, .. Tried,
            ],
            MoreCommands = ["dotnet run samples/attacks/EscrowLeak.cs"],
        },
        new("A44", ClaimKind.Argument, ["S2", "S4"],
            "Those who own the technology owe society technical solutions.",
            ClaimStatus.Executable,
            "These are the best that are built here: keys in shares, keys that are destroyed or move on, a judge's share. What risk is left "
                + "stands beside what they deliver.")
        {
            Cases =
            [
                .. Narrower, new("clipper", "one-share"), new("clipper", "escrow-leak"),
                new("warrant-ledger", "escrow-leak"), new("warrant-ledger", "judge-and-key"),
            ],
        },
    ];

    /// <summary>What history tried, and what was proposed.</summary>
    private static IEnumerable<ClaimCase> Tried =>
    [
        new("clipper", "one-share"), new("clipper", "escrow-leak"), new("work-factor", "escrow-leak"), new("export-grade", "wiretap"),
        new("crumple-zone", "wiretap"), new("translucent", "escrow-leak"), new("dual-ec", "escrow-leak"),
    ];

    private static IEnumerable<ClaimCase> Narrower =>
    [
        new("threshold-escrow", "one-share"), new("threshold-escrow", "escrow-leak"),
        new("epoch-escrow", "escrow-leak"), new("evolving-escrow", "escrow-leak"),
    ];
}
