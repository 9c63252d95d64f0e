#:project ../../src/CryptoLessons

// What a relay's log tells, without any key: a small town talks for two hours, and the log is asked.
// Then the same town with sealed senders, and a relay that keeps two dates of each customer.

using CryptoLessons.WithoutABackDoor;

MetadataStudy study = MetadataStudy.Run(seed: 2017);
double before = MetadataStudy.DefaultBefore.TotalMinutes;
Say($"{study.People} people, {study.Messages} messages, encrypted from end to end.");
Say($"At {study.Moment:HH:mm:ss} somebody asks: to whom had {study.Person} written last, {before} minutes before?");
Say($"(The truth: to {study.WroteTo}; the phone was connected at {study.Connections} moments of these two hours.)");
Show("The relay's whole log", study.Plain);
Show("The same play with sealed senders", study.Sealed);
Show("A relay that keeps two dates", study.TwoDates);

TimingGuess guess = study.Timing;
Say($"\nSealed messages that their recipients opened and read: {study.SealedAndRead} of {study.Messages}.");
Say($"A seal adds {study.SealsSize} bytes, and leaves recipient, time and size in the log.");
Say($"People answer each other, so the times tell something of the sender. Guessed from them:");
Say($"  {guess.Right} of {guess.Messages} senders, {guess.Contacts.Right} of {guess.Contacts.True} contacts,");
Say($"  and {guess.Contacts.Found - guess.Contacts.Right} contacts that are none.");
Say($"  With the times dealt out anew: {study.TimingControl.Right} of {study.TimingControl.Messages} senders.");

LogAnswers others = study.Others;
Say($"\nControl, the whole log of a town of other people: {others.TextsInTheLog + others.Contacts.Right} contacts or messages.");

static void Show(string log, LogAnswers answers)
{
    var (right, found, all) = answers.Contacts;
    Say($"\n{log}:");
    Say($"  to whom            {(answers.WroteTo.Count == 0 ? "no answer" : string.Join(", ", answers.WroteTo))}");
    Say($"                     people who got messages in these minutes: {answers.Recipients}");
    Say($"  who knows whom     {100 * answers.Contacts.Recall:F0} % of {all} contacts, {found - right} wrong ones");
    Say($"  last seen          {(answers.LastSeen is { } seen ? Text($"{seen:HH:mm:ss}, for any contact who looks") : "no answer")}");
    Say($"  last day           {answers.LastDay:yyyy-MM-dd}");
    Say($"  online             {answers.Watched} moments, for a contact who looks once a minute");
    Say($"  messages readable  {answers.TextsInTheLog}");
}

static string Text(FormattableString text) => FormattableString.Invariant(text);

static void Say(FormattableString line) => Console.WriteLine(Text(line));
