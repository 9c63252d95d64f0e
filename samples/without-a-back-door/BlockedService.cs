#:project ../../src/CryptoLessons

// A judge has a service blocked that hands nothing over. The network sees addresses: it blocks the service for everybody or for nobody.
// Who is cut off, and who moves on? A population drawn at random, with shares to choose yourself; no real country.

using CryptoLessons.WithoutABackDoor;

const int Pairs = 50_000, SuspectPairs = 100;

Console.WriteLine($"{Pairs} pairs of people use the service, and {SuspectPairs} pairs on whose account it is blocked.");
int without = 0;
foreach (var (people, suspects) in new[] { (0.06, 0.06), (0.06, 0.9), (0.5, 0.9), (0.9, 0.9) })
{
    BlockedService block = BlockedService.Run(Pairs, people, SuspectPairs, suspects);
    Console.WriteLine();
    Console.WriteLine($"  Another service too have {Percent(people)} of the people and {Percent(suspects)} of the suspects:");
    Row("people", block.CutOff, block.People, block.PairsCutOff, Pairs);
    Row("suspects", block.SuspectsCutOff, block.Suspects, block.SuspectPairsCutOff, SuspectPairs);
    without += block.BeforeTheBlock + block.AfterTheBlock;
}

Console.WriteLine();
Console.WriteLine($"Control, nothing blocked, before and after: {without} people.");
Console.WriteLine();
Console.WriteLine("It reads no message. It costs the firm its customers for a while, and it cuts off whoever is not prepared; those who are talk on.");

static string Percent(double share) => $"{Math.Round(100 * share)} %";

static void Row(string who, int cutOff, int of, int pairs, int ofPairs) =>
    Console.WriteLine($"    {who,-8}  cut off {cutOff,6} of {of,6};  pairs that cannot talk {pairs,6} of {ofPairs,6}");
