#:project ../../src/CryptoLessons

// Every message key is sealed to an authority. Of those under a warrant some expect it, and step outside: they encrypt once more by
// themselves, spoil the field, or use an app that the order does not reach. Choose p yourself: how many is for nobody's code to say.

using CryptoLessons.WithoutABackDoor;

const int Pairs = 20;

Console.WriteLine($"{Pairs} pairs under a warrant, {Pairs} ordinary pairs beside them, {SteppingOutside.MessagesOfAPair} messages each.");
Console.WriteLine();
Console.WriteLine("  step      the warrants read     handed over,     one leak reads      of the");
Console.WriteLine("  outside   of the targets        and unreadable   of ordinary people  targets");
int unrelated = 0;
foreach (int evading in new[] { 0, 1, 5, 10, 19, 20 })
{
    SteppingOutside figures = SteppingOutside.Run(Pairs, evading);
    unrelated += figures.Unrelated;
    (string read, string leaked) = ($"{figures.Opened} of {figures.Messages}", $"{figures.OrdinaryLeaked} of {figures.Ordinary}");
    Console.WriteLine($"  {100 * evading / Pairs,3} %     {read,-20}  {figures.Unreadable,-15}  {leaked,-18}  {figures.TargetsLeaked}");
}

Console.WriteLine();
foreach (WayOut way in Enum.GetValues<WayOut>())
{
    SteppingOutside figures = SteppingOutside.Run(Pairs, Pairs, ways: way);
    Console.WriteLine($"  all by {way + ",",-14} {figures.Opened,3} read, {figures.Unreadable,3} handed over and unreadable, "
        + $"{figures.Refused} refused by a recipient");
    unrelated += figures.Unrelated;
}

Console.WriteLine();
Console.WriteLine($"Control, an unrelated key, on everything above: {unrelated} messages.");
Console.WriteLine();
Console.WriteLine("If few step outside, most targets are read; whoever steps outside is not. Those who obey are exposed by a leak, whatever p is.");
