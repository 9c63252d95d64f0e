using CryptoLessons.Matrix;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>One line of the ledger of what an investigator gets without any way in.</summary>
/// <param name="Way">By which way.</param>
/// <param name="What">What of.</param>
/// <param name="Count">How many, and of how many that there are.</param>
public sealed record EvidenceRoute(string Way, string What, Func<Evidence, (int Got, int Of)> Count)
{
    private const string UpToTheOrder = "of the target, up to the order";

    /// <summary>The ledger, from what can no longer be read to what can.</summary>
    public static IReadOnlyList<EvidenceRoute> All { get; } =
    [
        Tap("postcard"),
        Tap("transport-only"),
        Tap("strict"),
        Desk("transport-only", $"texts {UpToTheOrder}", study => study.Readable.Plaintexts.Count),
        Desk("strict", $"texts {UpToTheOrder}", study => study.Strict.Plaintexts.Count),
        Desk("strict", $"messages {UpToTheOrder}: with whom, when, how much", study => study.Strict.Deliveries.Count),
        Log("a relay's whole log", study => study.Plain),
        Log("the same with sealed senders", study => study.Sealed),
        new("the same, from the times", "senders guessed right", evidence => (evidence.Metadata.Timing.Right, evidence.Metadata.Timing.Messages)),
        Log("a relay that keeps two dates", study => study.TwoDates),
        new(
            "any contact who looks once a minute",
            "moments at which the person was connected",
            evidence => (evidence.Metadata.Plain.Watched, evidence.Metadata.Connections)),
        new(
            "a seized phone, `strict`",
            "texts of the target that lay stored",
            evidence => (Cell(evidence, "strict", "device-seizure").History, Row(evidence, "strict").HistoryOf)),
        new("a public site that looks on its own server", "listed posts", evidence => (evidence.PublicContent.Found, evidence.PublicContent.Listed)),
    ];

    private static EvidenceRoute Tap(string design) => new(
        $"a tap on the wire, `{design}`",
        "texts of the target",
        evidence =>
        {
            var read = Cell(evidence, design, "wiretap").Verdict.Recovered.Keys;
            return (read.Count(number => IsTheTargets(evidence.Matrix, number)), Row(evidence, design).Lawful.Of);
        });

    private static EvidenceRoute Desk(string design, string what, Func<OrderStudy, int> got) =>
        new($"the provider's desk, `{design}`", what, evidence => (got(evidence.Orders), evidence.Orders.Sent));

    private static EvidenceRoute Log(string log, Func<MetadataStudy, LogAnswers> answers) => new(
        log, "who wrote to whom", evidence => (answers(evidence.Metadata).Contacts.Right, answers(evidence.Metadata).Contacts.True));

    private static bool IsTheTargets(MatrixResult matrix, int number) =>
        number <= matrix.Script.ConversationLength && matrix.Script.ByNumber[number].Involves(matrix.Request.Target);

    private static DesignResult Row(Evidence evidence, string design) => evidence.Matrix.Designs.Single(row => row.Design.Id == design);

    private static Cell Cell(Evidence evidence, string design, string compromise) =>
        Row(evidence, design).Cells.Single(cell => cell.Compromise == compromise);
}
