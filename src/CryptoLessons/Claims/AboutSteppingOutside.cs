namespace CryptoLessons.Claims;

/// <summary>What the reports say of those who would use something else, and of those who would not.</summary>
internal static class AboutSteppingOutside
{
    private const string Sample = "dotnet run samples/without-a-back-door/SteppingOutside.cs";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A23", ClaimKind.Fact, ["S2"],
            "Offering what cannot be intercepted is irresponsible, though the government is for encryption where it protects from crime.",
            ClaimStatus.Executable,
            "A bank and a suspect use the same lines of code. A warrant tells them apart, and it is served by whoever has the key; to the key it is "
                + "all the same. Without the escrow both are unread, and that is what the warrant loses.")
        {
            Figures = SteppingOutsideFigures.SameLock,
            MoreCommands = ["dotnet run samples/without-a-back-door/SameLock.cs"],
        },
        new("A24", ClaimKind.Argument, ["S1", "S2", "S3", "S4"],
            "There must be no place to hide.",
            ClaimStatus.Executable,
            "Of the targets, those are read who do not expect it: if few do, most are read. Whoever encrypts once more, inside the escrowed "
                + "messages, is not. Of those who obey, one leak reads everything, however many step outside.")
        {
            Figures = SteppingOutsideFigures.Shares,
            MoreCommands = [Sample],
        },
        new("A25", ClaimKind.Argument, ["S1", "S3", "S4"],
            "There are plenty of other such apps, small ones as well.",
            ClaimStatus.Executable,
            "And so an order to one of them reads nobody who uses another. Nor does it take another app: a client that spoils its field talks "
                + "with genuine ones, and only the authority finds out, when it tries to read; unless every receiver is made to check as well.")
        {
            Figures = SteppingOutsideFigures.Ways,
            MoreCommands = [Sample, "dotnet run samples/attacks/SpoiledField.cs"],
        },
        new("A30", ClaimKind.Event, ["S1"],
            "Judges in Brazil had WhatsApp blocked because it gave no data.",
            ClaimStatus.Executable,
            "A network blocks a service for everybody or for nobody, and reads no message by it. Cut off are those who have no other service, and "
                + "those on whose account it is done can see to it that they have one. The shares are made up; the reader chooses others.")
        {
            Figures = SteppingOutsideFigures.Block,
            MoreCommands =
            [
                "dotnet run samples/without-a-back-door/BlockedService.cs", "dotnet test --filter FullyQualifiedName~BlockedServiceTests",
            ],
        },
    ];
}
