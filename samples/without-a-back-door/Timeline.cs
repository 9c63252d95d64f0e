#:project ../../src/CryptoLessons

// A last message, two minutes later (three, by another report) an event that is over after 82 seconds.
// Who could have known what, and when: a desk that answers in half an hour, and a machine that reads everything.

using CryptoLessons.WithoutABackDoor;

foreach (int minutes in (int[])[2, 3])
{
    TimelineStudy study = TimelineStudy.Run(seed: 2017, before: TimeSpan.FromMinutes(minutes));
    Say($"{study.LastMessage:HH:mm:ss}  the last message, {minutes} minutes before");
    Say($"{study.Begins:HH:mm:ss}  the event begins; a court's order reaches the desk the same second");
    Say($"{study.Ends:HH:mm:ss}  it is over");
    Show("encrypted from end to end", study.Encrypted);
    Show("the provider reads what it carries", study.Readable);
    Say($"          to be in time, it would have to answer within {study.Needed.TotalSeconds} seconds\n");
}

TimelineStudy best = TimelineStudy.Run(seed: 2017, askedAfterMessage: TimeSpan.Zero);
TimelineStudy quick = TimelineStudy.Run(seed: 2017, turnaround: TimeSpan.FromMinutes(1));
Say($"Asked in the second of the last message, it delivers at {best.Encrypted.At:HH:mm:ss}: {When(best.Encrypted)}.");
Say($"Asked when it begins, and answering in one minute, it delivers at {quick.Encrypted.At:HH:mm:ss}: {When(quick.Encrypted)}.");

double ahead = (best.Begins - best.LastMessage).TotalSeconds;
Say($"\nA machine that reads in real time, with the key to which every phone seals its message keys,");
Say($"reads the last message {(best.LastRead ? $"{ahead} seconds before the event" : "never")}, and");
Say($"{best.Read} of {best.Messages} messages of {best.PeopleRead} of {best.People} people in {best.Watched.TotalMinutes:F0} minutes.");
Say($"That a message is read is not that it is understood; no code measures that.");

Say($"\nControl, with an authority's key of another messenger: {best.Control} messages.");

static void Show(string provider, DeskDelivery delivery)
{
    Say($"{delivery.At:HH:mm:ss}  the desk delivers, {When(delivery)} ({provider}):");
    Say($"          {delivery.Texts} texts, {delivery.Lines} lines of the log; the last message went to {delivery.LastTo}");
}

static string When(DeskDelivery delivery) => delivery.InTime ? "in time" : "when it is over";

static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
