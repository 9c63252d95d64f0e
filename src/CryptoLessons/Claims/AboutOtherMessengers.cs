namespace CryptoLessons.Claims;

/// <summary>What the reports say of messengers whose provider can read.</summary>
internal static class AboutOtherMessengers
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A04", ClaimKind.System, ["S0"],
            "In Facebook's Messenger, as it was then, messages can be got from the servers in an emergency.",
            ClaimStatus.Executable,
            "Whatever serves the warrant serves whoever breaks into the server: its store is everybody's.")
        {
            Cases = [new("transport-only", "wiretap"), new("transport-only", "server-breach")],
        },
        new("A05", ClaimKind.Argument, ["S0"],
            "The owner could simply tell WhatsApp to be built like Messenger, so that there is access in an emergency.",
            ClaimStatus.Executable,
            "The difference of the two designs is not a switch for emergencies: the server reads always, or never.")
        {
            Cases = [new("strict", "server-breach"), new("transport-only", "server-breach")],
            MoreCommands = ["cryptolessons diff strict transport-only"],
        },
        new("A08", ClaimKind.Argument, ["S0"],
            "Critics say that the refusal only protects a profitable advertising line.",
            ClaimStatus.Executable,
            "No code measures a motive. What it measures is what users get for the refusal: the same breach, with and without it.")
        {
            Cases = [new("strict", "server-breach"), new("transport-only", "server-breach")],
        },
        new("A15", ClaimKind.Fact, ["S1"],
            "Telegram is encrypted, and was built so that the police can be let in where they prove a need.",
            ClaimStatus.Executable,
            "It has two modes. In the default one the provider can read; in secret chats it holds no key. See A17, which says the contrary.")
        {
            Cases = [.. Telegram],
        },
        new("A17", ClaimKind.Fact, ["S2"],
            "Telegram and others have refused access again and again.",
            ClaimStatus.Executable,
            "That one can read and that one will are two things: code shows the first. Whoever can and refuses can still be broken into. See A15.")
        {
            Cases = [.. Telegram],
        },
    ];

    private static IEnumerable<ClaimCase> Telegram =>
    [
        new("cloud-chat", "one-share"), new("cloud-chat", "escrow-leak"), new("cloud-chat", "server-breach"),
        new("secret-chat", "server-breach"), new("secret-chat", "device-seizure"),
    ];
}
