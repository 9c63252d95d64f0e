namespace CryptoLessons.Claims;

/// <summary>What the reports say of what investigators get, and of firms that answer lawful orders.</summary>
internal static class AboutEvidence
{
    private const string Metadata = "dotnet run samples/without-a-back-door/Metadata.cs";
    private const string OrderDesk = "dotnet run samples/without-a-back-door/OrderDesk.cs";
    private const string Ledger = "dotnet run samples/without-a-back-door/Ledger.cs";
    private const string PublicContent = "dotnet run samples/without-a-back-door/PublicContent.cs";

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A10", ClaimKind.Event, ["S1", "S4"],
            "A message was sent a few minutes before an attack; the police could not read it, nor, by one report, tell to whom it went.",
            ClaimStatus.Executable,
            "That it cannot be read does not mean that its recipient cannot be known: a relay's log has it. With a sealed sender, or with two "
                + "dates for a log, it has not; from the times of sealed messages much can be guessed, and a guess is often wrong.")
        {
            Cases = [new("strict", "wiretap")],
            Figures =
            [
                EvidenceFigures.WroteTo("a relay's whole log", study => study.Plain),
                EvidenceFigures.WroteTo("the same with sealed senders", study => study.Sealed),
                EvidenceFigures.WroteTo("a relay that keeps two dates", study => study.TwoDates),
                EvidenceFigures.Contacts("a relay's whole log", study => study.Plain),
                EvidenceFigures.Contacts("the same with sealed senders", study => study.Sealed),
                EvidenceFigures.Contacts("the log of a town of other people, as a control", study => study.Others),
                EvidenceFigures.Timing,
                EvidenceFigures.TextsInLogs,
            ],
            MoreCommands = [Metadata],
        },
        new("A11", ClaimKind.Fact, ["S4"],
            "The phone had connected to WhatsApp shortly before.",
            ClaimStatus.Executable,
            "The log of connections says so, and any contact who looks sees it, without a key and without a court.")
        {
            Cases = [new("strict", "wiretap")],
            Figures = [EvidenceFigures.LastSeen, EvidenceFigures.Watched],
            MoreCommands = [Metadata],
        },
        new("A12", ClaimKind.Fact, ["S2", "S3"],
            "A minister uses WhatsApp too, and was seen there one morning.",
            ClaimStatus.Executable,
            "Whoever has the number sees when somebody is there. And where all message keys are sealed to one authority, an official's are "
                + "among them.")
        {
            Cases = [new("strict", "wiretap"), new("message-key-escrow", "escrow-leak")],
            Figures = [EvidenceFigures.Watched, MatrixFigures.Weakened("message-key-escrow", "escrow-leak")],
            MoreCommands = [Metadata],
        },
        new("A26", ClaimKind.System, ["S3"],
            "Microsoft checked a lawful order and handed over data from an e-mail account within half an hour, as it would at any hour.",
            ClaimStatus.Executable,
            "A desk hands over what is held: texts where the provider reads, and lines of a log where it does not. What it checks decides who gets "
                + "them: on a letterhead a forger gets what the police get.")
        {
            Cases = [new("transport-only", "server-breach"), new("strict", "server-breach")],
            Figures =
            [
                EvidenceFigures.Answered,
                EvidenceFigures.Texts("transport-only", study => study.Readable),
                EvidenceFigures.Texts("strict", study => study.Strict),
                EvidenceFigures.Emergencies("a desk that believes a letterhead", visit => visit.Believing),
                EvidenceFigures.Emergencies("a desk that checks signatures", visit => visit.Checking),
            ],
            MoreCommands =
            [
                OrderDesk, "dotnet test --filter FullyQualifiedName~OrderDeskTests", "dotnet test --filter FullyQualifiedName~EmergencyDeskTests",
            ],
        },
        new("A27", ClaimKind.Fact, ["S2", "S3"],
            "Microsoft tells apart answering lawful orders from helping a government to attack a customer.",
            ClaimStatus.Executable,
            "They are two things: to hand over what is held changes nobody's figures, and to change an app changes those of others than its target.")
        {
            Cases =
            [
                new("strict", "escrow-leak"), new("compelled-update", "escrow-leak"), new("notice", "escrow-leak"),
                new("talking-nonce", "escrow-leak"),
            ],
            Figures = [EvidenceFigures.Unchanged, EvidenceFigures.Weakened("compelled-update"), EvidenceFigures.Weakened("notice")],
            MoreCommands = [OrderDesk],
        },
        new("A38", ClaimKind.Fact, ["S1"],
            "These firms are publishers and no longer technology companies.",
            ClaimStatus.Executable,
            "Where they publish, they can look at what everybody can see: listed copies are found, and a messenger beside it stays as it is to the "
                + "last bit. Where they carry letters, the same scanner is another matter.")
        {
            Cases = [new("strict", "server-breach"), new("client-scanning", "escrow-leak")],
            Figures = [EvidenceFigures.Posts, EvidenceFigures.Messenger, EvidenceFigures.OnPhones],
            MoreCommands = [PublicContent],
        },
        new("A39", ClaimKind.Fact, ["S3"],
            "Encryption on several platforms is a challenge for the police.",
            ClaimStatus.Executable,
            "It is: the tap and the provider read nothing more. What is left without any way in stands beside it, way by way.")
        {
            Cases = [new("strict", "wiretap"), new("strict", "server-breach"), new("strict", "device-seizure")],
            Figures = EvidenceFigures.Ledger,
            MoreCommands = [Ledger],
        },
        new("A40", ClaimKind.Fact, ["S1", "S4"],
            "The authorities have great powers already; the right to know and privacy are to be balanced.",
            ClaimStatus.Executable,
            "What the powers deliver today is counted; how to weigh it, no code says.")
        {
            Cases = [new("strict", "server-breach"), new("strict", "device-seizure"), new("strict-group", "member-seizure")],
            Figures = EvidenceFigures.Ledger,
            MoreCommands = [Ledger],
        },
        new("A43", ClaimKind.Event, ["S4"],
            "The attack took little more than a minute.",
            ClaimStatus.Executable,
            "A desk that takes half an hour serves the investigation, and prevents nothing. A machine that reads in real time has the last message "
                + "before it begins, and has everybody's; whether anybody would have understood it, no code measures.")
        {
            Cases = [new("strict", "server-breach"), new("message-key-escrow", "escrow-leak")],
            Figures = [EvidenceFigures.BeforeTheEnd, EvidenceFigures.Needed, EvidenceFigures.Machine],
            MoreCommands = ["dotnet run samples/without-a-back-door/Timeline.cs"],
        },
        new("A49", ClaimKind.Fact, ["S1"],
            "WhatsApp said that it works with the police.",
            ClaimStatus.Executable,
            "A provider that can read nothing still hands over what it holds: with whom, when, how much, and what waits, as it was encrypted.")
        {
            Cases = [new("strict", "server-breach")],
            Figures = [EvidenceFigures.Lines, EvidenceFigures.Queued, EvidenceFigures.Texts("strict", study => study.Strict)],
            MoreCommands = [OrderDesk],
        },
        new("A53", ClaimKind.Event, ["S1", "S2", "S4"],
            "Manuals and films of violence stand on public sites, with advertising beside them.",
            ClaimStatus.Executable,
            "To look for them there takes no key and changes nothing in a messenger.")
        {
            Cases = [new("strict", "server-breach")],
            Figures = [EvidenceFigures.Posts, EvidenceFigures.Messenger],
            MoreCommands = [PublicContent],
        },
    ];
}
