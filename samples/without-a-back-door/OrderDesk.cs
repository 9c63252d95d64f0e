#:project ../../src/CryptoLessons

// A provider's desk: which orders it answers, what it then hands over, and whether anybody else is worse off for it.

using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.WithoutABackDoor;

string[] designs = ["strict", "transport-only", "compelled-update", "notice"];
OrderStudy study = OrderStudy.Run(MatrixRunner.Run(MatrixRequest.Create(BuiltInConversation.Load(), at: 20, target: "Alice", designs: designs).Request!));

Console.WriteLine("Orders about Alice, served while she has a message under way:");
foreach (var (what, refusal) in study.Orders)
    Console.WriteLine($"  {what,-42} {Say(refusal)}");
Console.WriteLine();

Console.WriteLine("Emergency requests on the letterhead of a police force, at two desks:");
foreach (var (believing, checking) in study.Believing.Zip(study.Checking))
    Console.WriteLine($"  {believing.What,-8} the desk that believes it: {Say(believing.Refusal),-10} the desk that checks the signature: {Say(checking.Refusal)}");
Console.WriteLine();

Console.WriteLine($"She had sent or received {study.Sent} messages. Handed over:");
Show("encrypted from end to end", study.Strict);
Show("the provider reads what it carries", study.Readable);
Console.WriteLine();

Console.WriteLine($"The matrix of strict with all of that served: {study.Disclosing.Same} of {study.Disclosing.Of} cells as without, "
    + (study.Disclosing.SameBytes ? "and the same bytes on the wire." : "and other bytes on the wire."));
foreach (WeakenedDesign weakened in study.Weakened)
    Console.WriteLine($"An app that was weakened instead, {weakened.Design}: {weakened.Cells.Of - weakened.Cells.Same} cells are others; "
        + $"one leak reads {weakened.OthersExposed} of the {weakened.Others} others.");
Console.WriteLine();
Console.WriteLine($"Control, texts in what the desk of the encrypted messenger handed over: {study.Strict.Plaintexts.Count} messages.");

static string Say(OrderRefusal? refusal) => refusal?.ToString() ?? "answered";

static void Show(string provider, Disclosure held) => Console.WriteLine(
    $"  {provider}: lines of who wrote to whom {held.Deliveries.Count}, of connections {held.Connections.Count}, "
    + $"encrypted messages that wait {held.Queued.Count}, messages in plain text {held.Plaintexts.Count}");
