#:project ../../src/CryptoLessons

// The ledger: what an investigator gets without any back door, way by way, and how much there is to be got.
// The upper lines are what encryption took away; the lower ones are what it leaves.

using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.WithoutABackDoor;

string[] designs = ["postcard", "transport-only", "strict", "client-scanning", "compelled-update", "notice"];
Evidence evidence = Evidence.Of(MatrixRunner.Run(BuiltInConversation.Load(), at: 20, target: "Alice", designs: designs));

foreach (EvidenceRoute route in EvidenceRoute.All)
{
    var (got, of) = route.Count(evidence);
    Console.WriteLine($"{route.Way,-44} {got,4} of {of,-4} {route.What}");
}
Console.WriteLine();

OrderStudy orders = evidence.Orders;
Console.WriteLine("And what a change of the app would give instead:");
foreach (WeakenedDesign weakened in orders.Weakened)
    Console.WriteLine($"  {weakened.Design}: one leak reads {weakened.OthersExposed} of {weakened.Others} people beside the target");
Console.WriteLine();
Console.WriteLine($"Control, contacts of these people in the log of another town: {evidence.Metadata.Others.Contacts.Right} contacts.");
