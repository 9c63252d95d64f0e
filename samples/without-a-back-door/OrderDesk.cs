#:project ../../src/CryptoLessons

// A provider's desk: which orders it answers, what it then hands over, and whether anybody else is worse off for it.

using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.WithoutABackDoor;

OrderStudy study = OrderStudy.Run(BuiltInConversation.Load(), at: 20, target: "Alice");

Say($"Orders about Alice, served while she has a message under way:");
foreach (var (what, refusal) in study.Visit.Orders)
    Say($"  {what,-42} {Answer(refusal)}");

Say($"\nEmergency requests on the letterhead of a police force:");
Show("believes the letterhead", study.Visit.Believing, study.Visit.BelievingLog);
Show("checks the signature", study.Visit.Checking, study.Visit.CheckingLog);

Say($"\nShe had sent or received {study.Sent} messages. Handed over:");
Held("encrypted from end to end", study.Strict);
Held("the provider reads what it carries", study.Readable);

Say($"\nThe matrix of strict with all of that served: {study.Disclosing.Same} of {study.Disclosing.Of} cells as without,");
Say($"and {(study.Disclosing.SameBytes ? "the same" : "other")} bytes on the wire.");
foreach (var (design, cells, exposed, all) in study.Weakened)
    Say($"An app that was weakened instead, {design}: {cells.Of - cells.Same} cells are others; one leak reads {exposed} of {all} people beside her.");

Say($"\nControl, texts in what the desk of the encrypted messenger handed over: {study.Strict.Plaintexts.Count} messages.");

static void Show(string desk, IReadOnlyList<DeskCase> cases, IReadOnlyList<DeskLogEntry> log)
{
    Say($"  a desk that {desk}: {string.Join(", ", cases.Select(one => $"{one.What} {Answer(one.Refusal)}"))}");
    foreach (var (by, target, time, refusal) in log)
        Say($"    its log: {time:yyyy-MM-dd HH:mm}, {by} about {target}, {Answer(refusal)}");
}

static void Held(string provider, Disclosure held)
{
    Say($"  {provider}:");
    Say($"    lines of who wrote to whom {held.Deliveries.Count}, of connections {held.Connections.Count},");
    Say($"    encrypted messages that wait {held.Queued.Count}, messages in plain text {held.Plaintexts.Count}");
}

static string Answer(OrderRefusal? refusal) => refusal?.ToString() ?? "answered";

static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
