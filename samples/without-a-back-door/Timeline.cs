#:project ../../src/CryptoLessons

// A last message, two minutes later (three, by another report) an event that is over after 82 seconds.
// Who could have known what, and when: a desk that answers in half an hour, and a machine that reads everything.

using CryptoLessons.WithoutABackDoor;

foreach (int minutes in (int[])[2, 3])
{
    TimelineStudy study = TimelineStudy.Run(seed: 2017, before: TimeSpan.FromMinutes(minutes));
    Console.WriteLine($"{study.LastMessage:HH:mm:ss}  the last message, {minutes} minutes before");
    Console.WriteLine($"{study.Begins:HH:mm:ss}  the event begins; a court's order reaches the desk the same second");
    Console.WriteLine($"{study.Ends:HH:mm:ss}  it is over");
    Show("encrypted from end to end", study.Encrypted);
    Show("the provider reads what it carries", study.Readable);
    Console.WriteLine($"  To be in time the desk would have to answer within {study.Needed.TotalSeconds} seconds.");
    Console.WriteLine();
}

TimelineStudy best = TimelineStudy.Run(seed: 2017, askedAfterMessage: TimeSpan.Zero);
Console.WriteLine($"Asked in the second of the last message, it delivers at {best.Encrypted.At:HH:mm:ss}: {(best.Encrypted.InTime ? "in time" : "too late")}.");
TimelineStudy quick = TimelineStudy.Run(seed: 2017, turnaround: TimeSpan.FromMinutes(1));
Console.WriteLine($"Asked when it begins, and answering in one minute, it delivers at {quick.Encrypted.At:HH:mm:ss}: {(quick.Encrypted.InTime ? "in time" : "too late")}.");
Console.WriteLine();

Console.WriteLine("A machine that reads in real time, with the key to which every phone seals its message keys:");
Console.WriteLine($"  reads the last message {(best.LastRead ? $"{(best.Begins - best.LastMessage).TotalSeconds} seconds before the event" : "never")},");
Console.WriteLine($"  and {best.Read} of {best.Messages} messages of {best.PeopleRead} of {best.People} people in {best.Watched.TotalMinutes:F0} minutes.");
Console.WriteLine("  That a message is read is not that it is understood in time; no code measures that.");
Console.WriteLine();
Console.WriteLine($"Control, with an authority's key of another messenger: {best.Control} messages.");

static void Show(string provider, DeskDelivery delivery)
{
    Console.WriteLine($"{delivery.At:HH:mm:ss}  the desk delivers ({provider}): {delivery.Texts} texts, {delivery.Lines} lines of the log; the last message went to {delivery.LastTo}.");
    Console.WriteLine($"  Before it was over: {(delivery.InTime ? delivery.Texts + delivery.Lines : 0)} of them.");
}
