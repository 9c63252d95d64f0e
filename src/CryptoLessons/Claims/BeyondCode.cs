namespace CryptoLessons.Claims;

/// <summary>Claims that no code can put to the test.</summary>
internal static class BeyondCode
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A47", ClaimKind.Event, ["S1", "S2"],
            "The reports disagree on the attacker's name, and on how many minutes before the attack the last message was sent.",
            ClaimStatus.NotExecutable,
            "What happened on a day is a matter of sources and not of protocols: compare the reports, and see which of them names its own."),
        new("A54", ClaimKind.Fact, ["S2"],
            "The United States might take legal action, as they had against Apple.",
            ClaimStatus.NotExecutable,
            "Whether a court may compel a firm is a legal opinion; what could be compelled is A29 and A32."),
    ];
}
