namespace CryptoLessons.Claims;

/// <summary>What the reports say that takes a population to be put into proportion.</summary>
internal static class AboutNumbers
{
    private const string Design = "message-key-escrow";
    private const string ABillion = $"cryptolessons population --users 1000000000 --days 30 --design {Design} --leak 15";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A31", ClaimKind.Fact, ["S1", "S4"],
            "WhatsApp has a billion users.",
            ClaimStatus.Executable,
            "What one leak opens grows with the users, and so do false alarms at any rate; the people under warrant do not.")
        {
            Cases = [new(Design, "escrow-leak")],
            Figures =
            [
                PopulationStudy.Weakened(Design), PopulationStudy.WeakenedOfABillion(Design), PopulationStudy.ReadOfABillion(Design),
                PopulationStudy.FalseMatches,
            ],
            MoreCommands =
            [
                ABillion, "dotnet run samples/attacks/FramingByCollision.cs", "dotnet test --filter FullyQualifiedName~FalseAlarmsTests",
                "dotnet test --filter FullyQualifiedName~Populations",
            ],
        },
        new("A41", ClaimKind.Fact, ["S4"],
            "The police think that the attacker acted alone; why he did it may never be known.",
            ClaimStatus.Executable,
            "What the messages of one would tell no program knows. Both figures stand here: what a warrant opens of those it names, and whom "
                + "a way to it exposes.")
        {
            Cases = [new(Design, "escrow-leak")],
            Figures = [PopulationStudy.Warranted(Design), PopulationStudy.Weakened(Design), PopulationStudy.WeakenedOfABillion(Design)],
            MoreCommands = [ABillion],
        },
    ];
}
