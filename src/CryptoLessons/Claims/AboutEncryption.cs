namespace CryptoLessons.Claims;

/// <summary>What the reports say of end-to-end encryption itself, and of what it leaves open.</summary>
internal static class AboutEncryption
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("A01", ClaimKind.System, ["S0", "S1", "S2", "S4"],
            "WhatsApp is encrypted from end to end: only sender and recipient can read a message, and the firm's own staff cannot.",
            ClaimStatus.Executable,
            "The adversary holds all that the server holds. No attack in this repository reads with it.")
        {
            Cases = [new("strict", "wiretap"), new("strict", "server-breach")],
        },
        new("A02", ClaimKind.Fact, ["S0"],
            "The encryption cannot be broken; messages can be seen only if the phone itself is seized.",
            ClaimStatus.Executable,
            "On the wire and at the server nothing is read. A seized phone is a way in, and a short one: what it has stored, and a few "
                + "messages until the keys have turned.")
        {
            Cases = [new("strict", "wiretap"), new("strict", "server-breach"), new("strict", "device-seizure")],
            Figures = [EndPointFigures.WithTheCounter],
            MoreCommands = ["dotnet run samples/without-a-back-door/LockedPhone.cs"],
        },
        new("A03", ClaimKind.Mechanism, ["S0", "S1"],
            "Seizing a device is the only way to what was written.",
            ClaimStatus.Executable,
            "It is a way that aims at one person and needs presence, and it finds what the owner kept. Whoever also stays on the wire goes on "
                + "reading. And it is not the only way: where the provider has the key of a backup, an order reads it without the phone.")
        {
            Cases = [new("strict", "session-seizure"), new("strict", "device-seizure"), new("strict", "device-seizure-active")],
            Figures = [.. EndPointFigures.History, .. EndPointFigures.Backup],
            MoreCommands =
            [
                "dotnet run samples/attacks/SeizedPhone.cs", "dotnet run samples/attacks/ManInTheMiddle.cs",
                "dotnet run samples/without-a-back-door/LockedPhone.cs",
            ],
        },
        new("A07", ClaimKind.Argument, ["S0"],
            "The firm answers that there is no way in, so that a power to compel it would lead nowhere.",
            ClaimStatus.Executable,
            "True of the content, and it is what the police lose: a warrant opens no message. The power to demand leads to what the firm holds besides.")
        {
            Cases = [new("strict", "server-breach")],
            Figures = [EvidenceFigures.Texts("strict", study => study.Strict), EvidenceFigures.Lines],
            MoreCommands = ["dotnet run samples/without-a-back-door/OrderDesk.cs"],
        },
        new("A13", ClaimKind.System, ["S1"],
            "Pictures go over the service as well as messages.",
            ClaimStatus.Executable,
            "In a group a picture lies on the server as an encrypted blob, and its key in the message: whoever opens the message opens the picture.")
        {
            Cases = [new("strict-group", "server-breach"), new("strict-group", "session-seizure"), new("message-key-escrow", "escrow-leak")],
            Figures =
            [
                MatrixFigures.Pictures("strict-group", "server-breach"),
                MatrixFigures.Pictures("message-key-escrow", "escrow-leak"),
            ],
            MoreCommands = ["dotnet test --filter FullyQualifiedName~AttachmentTests"],
        },
        new("A16", ClaimKind.Event, ["S1"],
            "The German police had known of an attacker's plan for months, because they could read encrypted messages of his on Telegram.",
            ClaimStatus.Executable,
            "It takes no weakness of the encryption if one member of a group lets others read: the phone of a member has all that the member "
                + "was sent, and none of what was sent before they joined. Nobody else becomes weaker by it.")
        {
            Cases = [new("strict-group", "wiretap"), new("strict-group", "device-seizure")],
            Figures = EndPointFigures.Informant,
            MoreCommands = ["dotnet run samples/without-a-back-door/Informant.cs"],
        },
        new("A22", ClaimKind.Argument, ["S4"],
            "It used to be possible to steam envelopes open and to listen to telephones, under a warrant.",
            ClaimStatus.Executable,
            "Three eras, the same conversation. A tap reads the first, the server's owner the second too, and neither the third.")
        {
            Cases = [.. Eras],
            Figures = [.. Eras.Select(era => MatrixFigures.Share(era.Design, era.Compromise))],
            MoreCommands = ["dotnet run samples/attacks/WireTap.cs"],
        },
        new("A42", ClaimKind.Fact, ["S2"],
            "What the agencies can do has not kept pace.",
            ClaimStatus.Executable,
            "The loss is real and measured: the part of the traffic that a tap and a server's owner can read falls from era to era. What a log "
                + "tells does not fall with it.")
        {
            Cases = [.. Eras],
            Figures = [.. Eras.Select(era => MatrixFigures.Share(era.Design, era.Compromise)), EvidenceFigures.Lines],
            MoreCommands = ["dotnet run samples/without-a-back-door/Ledger.cs"],
        },
        new("A45", ClaimKind.Fact, ["S4"],
            "Encryption from end to end means that nobody who intercepts a message can read it, the company included.",
            ClaimStatus.Executable,
            "The same as A01, as an explanation.")
        {
            Cases = [new("strict", "wiretap"), new("strict", "server-breach")],
        },
        new("A46", ClaimKind.Fact, ["S3"],
            "Encryption turns a message into a sequence that makes no sense until it reaches the recipient's device.",
            ClaimStatus.Executable,
            "That no text is seen on the wire is a check and no proof.")
        {
            Cases = [new("strict", "wiretap"), new("postcard", "wiretap")],
            Figures = [MatrixFigures.TextsOnTheWire("strict"), MatrixFigures.TextsOnTheWire("postcard")],
        },
    ];

    private static IEnumerable<ClaimCase> Eras =>
        from design in (string[])["postcard", "transport-only", "strict"]
        from compromise in (string[])["wiretap", "server-breach"]
        select new ClaimCase(design, compromise);
}
