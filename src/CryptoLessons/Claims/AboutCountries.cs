using System.Globalization;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Claims;

/// <summary>What the reports say of one country, and of several.</summary>
internal static class AboutCountries
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A09", ClaimKind.Fact, ["S0"],
            "It is hard to get the countries of the world to agree.",
            ClaimStatus.Executable,
            "Without an agreement each country wants a key of its own: every warrant is served, every message grows by each of them, and any "
                + "one leak opens it.")
        {
            Cases = [new("jurisdictions", "one-share"), new("jurisdictions", "escrow-leak")],
            Figures = [.. Copies],
        },
        new("A32", ClaimKind.Fact, ["S2"],
            "Britain cannot force a firm that sits in America; only the American president could.",
            ClaimStatus.Executable,
            "Who can force whom is law. What one country's key alone opens is not: nothing where the key is in parts, everything where each "
                + "has a copy.")
        {
            Cases = [new("cloud-chat", "one-share"), new("jurisdictions", "one-share")],
            Figures = [EvidenceFigures.Abroad],
            MoreCommands = ["dotnet run samples/without-a-back-door/OrderDesk.cs"],
        },
        new("A33", ClaimKind.Argument, ["S1", "S2", "S3"],
            "Other countries should do the same, and no country can do it alone; firms that work everywhere stand under many laws.",
            ClaimStatus.Executable,
            "A copy for each of them serves each of them, and one thief of any copy; and each more makes it likelier that one is robbed.")
        {
            Cases = [new("message-key-escrow", "one-share"), new("jurisdictions", "one-share")],
            Figures = [.. Copies, .. ((int[])[1, 5, 27, 50]).Select(AnyOf)],
            MoreCommands = ["cryptolessons diff message-key-escrow jurisdictions", "cryptolessons scoreboard --design jurisdictions --probability 0.02"],
        },
        new("A50", ClaimKind.Fact, ["S2"],
            "Some say that America must apply pressure, or else these are uncharted waters.",
            ClaimStatus.Executable,
            "A key that one state can use, another can demand. Two orders that contradict each other are both met only by a provider that "
                + "holds nothing.")
        {
            Cases = [new("strict", "one-share"), new("jurisdictions", "one-share")],
            Figures = [.. Copies],
        },
    ];

    private static IEnumerable<ClaimFigure> Copies => [MatrixFigures.Bytes("jurisdictions"), MatrixFigures.Fields("jurisdictions")];

    private static ClaimFigure AnyOf(int holders) => new(
        string.Create(CultureInfo.InvariantCulture, $"that a copy leaks of {holders}, each with a probability of {Scoreboard.DefaultProbability} (computed)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * new Quorum(1, holders).LeakProbability(Scoreboard.DefaultProbability):0.0} %"));
}
