namespace CryptoLessons.Claims;

/// <summary>Claims that code could put to the test, with parts that are not built yet.</summary>
internal static class StillToCome
{
    private const string Desk = "the desk that checks lawful orders";
    private const string Evidence = "the list of what an investigator gets without any way in";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        Of("A10", ClaimKind.Event, ["S1", "S4"],
            "A message was sent a few minutes before an attack; the police could not read it, nor, by one report, tell to whom it went.",
            "the relay's log, with and without sealed sender"),
        Of("A11", ClaimKind.Fact, ["S4"],
            "The phone had connected to WhatsApp shortly before.",
            "the relay's log of connections"),
        Of("A12", ClaimKind.Fact, ["S2", "S3"],
            "A minister uses WhatsApp too, and was seen there one morning.",
            "the last-seen time that any contact can watch, and an official among those whom a leak exposes"),
        Of("A26", ClaimKind.System, ["S3"],
            "Microsoft checked a lawful order and handed over data from an e-mail account within half an hour, as it would at any hour.",
            Desk),
        Of("A27", ClaimKind.Fact, ["S2", "S3"],
            "Microsoft tells apart answering lawful orders from helping a government to attack a customer.",
            $"{Desk}, beside orders that change a client"),
        Of("A31", ClaimKind.Fact, ["S1", "S4"],
            "WhatsApp has a billion users.",
            "the population; what a small rate of false matches makes of many pictures runs already")
        with { MoreCommands = ["dotnet run samples/attacks/FramingByCollision.cs", "dotnet test --filter FullyQualifiedName~FalseAlarmsTests"] },
        Of("A38", ClaimKind.Fact, ["S1"],
            "These firms are publishers and no longer technology companies.",
            "public posts that are scanned while the messenger stays as it is"),
        Of("A39", ClaimKind.Fact, ["S3"],
            "Encryption on several platforms is a challenge for the police.",
            Evidence),
        Of("A40", ClaimKind.Fact, ["S1", "S4"],
            "The authorities have great powers already; the right to know and privacy are to be balanced.",
            Evidence),
        Of("A41", ClaimKind.Fact, ["S4"],
            "The police think that the attacker acted alone; why he did it may never be known.",
            "what one message more tells, beside how many people a way to it exposes"),
        Of("A43", ClaimKind.Event, ["S4"],
            "The attack took little more than a minute.",
            $"{Desk}, whose answer takes its time, on that timeline"),
        Of("A49", ClaimKind.Fact, ["S1"],
            "WhatsApp said that it works with the police.",
            "what the provider holds besides content, and hands over"),
        Of("A53", ClaimKind.Event, ["S1", "S2", "S4"],
            "Manuals and films of violence stand on public sites, with advertising beside them.",
            "public posts that are scanned while the messenger stays as it is"),
    ];

    private static Claim Of(string id, ClaimKind kind, IReadOnlyList<string> reports, string statement, string needs) =>
        new(id, kind, reports, statement, ClaimStatus.NotYet, needs);
}
