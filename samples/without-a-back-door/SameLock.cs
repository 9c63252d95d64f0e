#:project ../../src/CryptoLessons

// A customer talks to a bank and a suspect to a friend, through the same app with the same escrow. A warrant names the suspect.
// Then the authority's key leaks. The warrant knows whose messages they are; the key does not.

using CryptoLessons.WithoutABackDoor;

SameLock both = SameLock.Run();

Console.WriteLine($"Two sessions of {both.Messages} messages each, message keys sealed to one authority by the same lines of code.");
Console.WriteLine();
Console.WriteLine("                                        bank   chat");
Row("a warrant naming the suspect opens", both.WarrantBank, both.WarrantChat);
Row("the leaked key opens", both.LeakBank, both.LeakChat);
Row("the leaked key, were there no escrow", both.StrictBank, both.StrictChat);
Console.WriteLine();
Console.WriteLine($"Control, an unrelated key, both together: {both.UnrelatedBank + both.UnrelatedChat} messages.");
Console.WriteLine();
Console.WriteLine("Without the escrow the card's code is read as little as the suspect's appointment: the warrant opens nothing either.");

static void Row(string what, int bank, int chat) => Console.WriteLine($"  {what,-37} {bank,4}   {chat,4}");
