#:project ../../src/CryptoLessons

// What a relay's log tells, without any key: a small town talks for two hours, and the log is asked.
// Then the same town with sealed senders, and a relay that keeps two dates of each customer.

using CryptoLessons.WithoutABackDoor;

MetadataStudy study = MetadataStudy.Run(seed: 2017);
Console.WriteLine($"{study.People} people, {study.Messages} messages, encrypted from end to end.");
Console.WriteLine($"At {study.Moment:HH:mm:ss} somebody asks: to whom had {study.Person} written last, {MetadataStudy.DefaultBefore.TotalMinutes} minutes before?");
Console.WriteLine($"(The truth: to {study.WroteTo}; the phone was connected at {study.Connections} moments of these two hours.)");
Console.WriteLine();
Show("The relay's whole log", study.Plain);
Show("The same play with sealed senders", study.Sealed);
Show("A relay that keeps two dates", study.TwoDates);

Console.WriteLine($"Sealed messages that their recipients opened and read: {study.SealedAndRead} of {study.Messages}; a seal adds {study.SealsSize} bytes.");
Console.WriteLine("It leaves recipient, time and size in the log. People answer each other, so the times tell something of the sender:");
Console.WriteLine($"  guessed from the times: {study.Timing.Right} of {study.Timing.Messages} senders, {study.Timing.Contacts.Right} of {study.Timing.Contacts.True} contacts,");
Console.WriteLine($"  and {study.Timing.Contacts.Found - study.Timing.Contacts.Right} contacts that are not there.");
Console.WriteLine($"  with the times dealt out anew: {study.TimingControl.Right} of {study.TimingControl.Messages} senders.");
Console.WriteLine();
LogAnswers others = study.Others;
Console.WriteLine($"Control, the whole log of a town of other people: {others.TextsInTheLog + others.Contacts.Right} contacts or messages.");

static void Show(string log, LogAnswers answers)
{
    Console.WriteLine($"{log}:");
    Console.WriteLine($"  to whom            {(answers.WroteTo.Count == 0 ? "no answer" : string.Join(", ", answers.WroteTo))}"
        + (answers.Recipients == 0 ? "" : $" ({answers.Recipients} people got messages in these minutes)"));
    Console.WriteLine($"  who knows whom     {100 * answers.Contacts.Recall:F0} % of {answers.Contacts.True} contacts, {answers.Contacts.Found - answers.Contacts.Right} wrong ones");
    Console.WriteLine($"  last seen          {(answers.LastSeen is { } seen ? $"{seen:HH:mm:ss}, for any contact who looks" : "no answer")}; last day {answers.LastDay:yyyy-MM-dd}");
    Console.WriteLine($"  online             {answers.Watched} moments, for a contact who looks once a minute");
    Console.WriteLine($"  messages readable  {answers.TextsInTheLog}");
    Console.WriteLine();
}
