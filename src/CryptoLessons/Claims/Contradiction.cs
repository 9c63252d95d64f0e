namespace CryptoLessons.Claims;

/// <summary>Where reports contradict each other, themselves, or the record.</summary>
/// <param name="Question">What it is about.</param>
/// <param name="Claims">Short names of the claims that it touches.</param>
/// <param name="Sides">What each says.</param>
/// <param name="Remark">What running it shows, or why it is an exercise in reading sources.</param>
public sealed record Contradiction(string Question, IReadOnlyList<string> Claims, IReadOnlyList<ContradictingReport> Sides, string Remark)
{
    /// <summary>Every one that was found.</summary>
    public static IReadOnlyList<Contradiction> All { get; } =
    [
        new("Does Telegram let the police in?", ["A15", "A17"],
            [
                new("S1", "it was built so that they can be let in", MatrixFigures.Warrant("cloud-chat")),
                new("S2", "it has refused again and again", MatrixFigures.Warrant("secret-chat")),
            ],
            "Both can be true. By default the provider holds keys and can; in secret chats it cannot; and whether it will is no property of "
                + "a protocol."),
        new("Can it be broken?", ["A02", "A03"],
            [
                new("S0", "it is unbreakable", MatrixFigures.Read("strict", "server-breach")),
                new("S0", "unless the phone itself is seized", MatrixFigures.Seized("strict", "device-seizure")),
            ],
            "One report says both. The first holds of the wire and the server, against every attack in this repository; the second is the "
                + "way in that is left."),
        new("Could it be found out to whom the last message went?", ["A10", "A11"],
            [
                new("S1", "that could not be found out", EvidenceFigures.WroteTo("with sealed senders", study => study.Sealed)),
                new("S4", "it is known that the phone was connected shortly before", EvidenceFigures.LastSeen),
                new("a relay's whole log", "says it", EvidenceFigures.WroteTo("a relay's whole log", study => study.Plain)),
            ],
            "Not to read a message does not mean not to know its recipient: the relay must know that to deliver it. Whether it keeps it, and whether it "
                + "is told the sender, is for whoever builds it."),
        new("When was the last message sent?", ["A10", "A47"],
            [
                new("S1", "three minutes before"),
                new("S2, S4", "two minutes before"),
            ],
            "An exercise in reading sources: no code can tell."),
        new("How often was WhatsApp blocked in Brazil in one year?", ["A30"],
            [
                new("S1", "three times"),
                new("the record", "three orders of courts, one of them in the year before"),
            ],
            "An exercise in reading sources: no code can tell."),
    ];
}
