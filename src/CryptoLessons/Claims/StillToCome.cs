namespace CryptoLessons.Claims;

/// <summary>Claims that code could put to the test, with parts that are not built yet.</summary>
internal static class StillToCome
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        Of("A23", ClaimKind.Fact, ["S2"],
            "Offering what cannot be intercepted is irresponsible, though the government is for encryption where it protects from crime.",
            "a bank's session and a suspect's chat through the same escrow"),
        Of("A24", ClaimKind.Argument, ["S1", "S2", "S3", "S4"],
            "There must be no place to hide.",
            "users who encrypt once more by themselves, and how many warrants then open anything"),
        Of("A25", ClaimKind.Argument, ["S1", "S3", "S4"],
            "There are plenty of other such apps, small ones as well.",
            "the share of people who leave for them; a client that spoils its field runs already")
        with { MoreCommands = ["dotnet run samples/attacks/SpoiledField.cs"] },
        Of("A29", ClaimKind.Event, ["S2"],
            "A federal police force went to court to have a phone unlocked, and that is a model for the threat of law.",
            "a phone locked by a code, its counter of guesses, and firmware that takes the counter away"),
        Of("A30", ClaimKind.Event, ["S1"],
            "Judges in Brazil had WhatsApp blocked because it gave no data.",
            "a network that blocks a service, and who is then cut off and who moves on"),
        Of("A52", ClaimKind.Argument, ["S4"],
            "Firms do not act even when they are tipped off.",
            "reports by recipients that a provider can verify without reading anything else"),
    ];

    private static Claim Of(string id, ClaimKind kind, IReadOnlyList<string> reports, string statement, string needs) =>
        new(id, kind, reports, statement, ClaimStatus.NotYet, needs);
}
