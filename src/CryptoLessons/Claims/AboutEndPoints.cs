namespace CryptoLessons.Claims;

/// <summary>What the reports say that the end points answer: phones, and those who read a message because it was sent to them.</summary>
internal static class AboutEndPoints
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A29", ClaimKind.Event, ["S2"],
            "A federal police force went to court to have a phone unlocked, and that is a model for the threat of law.",
            ClaimStatus.Executable,
            "What was asked for is a signature of the maker's: with it the seized phone opens, and every other phone of that maker to whoever "
                + "holds it and has the phone in hand. A chip that wants the code before it installs anything ends that, for the court as well.")
        {
            Figures =
            [
                EndPointFigures.WithTheCounter, .. EndPointFigures.WithFirmware, EndPointFigures.Time(digits: 4), EndPointFigures.Time(digits: 6),
            ],
            MoreCommands = ["dotnet run samples/without-a-back-door/LockedPhone.cs", "dotnet test --filter FullyQualifiedName~SecurityChipTests"],
        },
        new("A52", ClaimKind.Argument, ["S4"],
            "Firms do not act even when they are tipped off.",
            ClaimStatus.Executable,
            "Whether a firm acts no code can tell. That it can be tipped off without reading along, it can: a recipient's report opens one message, "
                + "the provider knows whether it is true, and a forged one does not pass. Nobody but the provider is convinced by it.")
        {
            Figures = EndPointFigures.Reports,
            MoreCommands =
            [
                "dotnet run samples/without-a-back-door/ReportByRecipient.cs", "dotnet test --filter FullyQualifiedName~RecipientReportTests",
            ],
        },
    ];
}
