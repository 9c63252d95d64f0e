#:project ../../src/CryptoLessons

// A phone is seized, locked by a code. What does guessing give, who can take the counter of guesses away, and what is there to read?
// No message of anybody else becomes weaker by it, until the maker's key is lost.

using System.Globalization;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.WithoutABackDoor;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

foreach (var (digits, phones) in new[] { (4, 20), (6, 1) })
{
    GuessedCodes codes = GuessedCodes.Run(digits, phones);
    Console.WriteLine($"Seized: {phones} of one maker's phones, random codes of {digits} digits.");
    Console.WriteLine($"  as they are, {SecurityChip.Limit} guesses each:          {codes.WithTheCounter} open, the others erase themselves");
    int mean = (int)(codes.Guesses / codes.WithTheMakersKey), all = Passcode.Count(digits);
    Console.WriteLine($"  one firmware under the maker's key:    {codes.WithTheMakersKey} open, after {mean} guesses on average");
    Console.WriteLine($"  where a chip wants the code first:     {codes.WhereTheCodeComesFirst} open, with the same firmware");
    Console.WriteLine($"  Control, the same firmware under another key: {codes.WithAnotherKey} open.");
    Console.WriteLine($"  By arithmetic, at {SecurityChip.TimePerGuess.TotalMilliseconds} ms a guess: all {all} codes in {Span(GuessedCodes.Time(all))}.");
}

Conversation garden = BuiltInConversation.Load();
Console.WriteLine();
foreach (TimeSpan period in new[] { TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(2) })
{
    KeptHistory history = KeptHistory.Run(garden, at: 20, target: "Alice", period);
    Console.WriteLine($"Alice's phone at message 20, opened, of {history.Past} messages: {history.Everything} if kept, "
        + $"{history.ForAPeriod} if they go after {Span(period)}, {history.Nothing} if not kept.");
    Console.WriteLine($"Control, her phone with its counter: {history.Locked} read.");
}

OrderedBackup backup = OrderedBackup.Run(garden, at: 20, target: "Alice");
Console.WriteLine();
Console.WriteLine($"Her backup, {backup.Messages} messages; a court orders the provider to hand it over:");
Console.WriteLine($"  the provider has the key:        {backup.ProvidersKey} read");
Console.WriteLine($"  Alice wrote down a key of 32 bytes: {backup.OwnersKey} read, and {backup.OwnersKeyGuessed} by trying every code");
Console.WriteLine($"  the key follows from four digits: {backup.OwnersCode} read by the order, "
    + $"{backup.OwnersCodeGuessed} after {backup.Guesses} guesses: no chip counts them");
Console.WriteLine($"  Control, a paper that no court signed: {backup.WithoutAnOrder} read.");

static string Span(TimeSpan time) => time.TotalHours >= 1 ? $"{time.TotalHours:0.#} h" : $"{time.TotalMinutes:0.#} min";
