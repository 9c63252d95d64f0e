#:project ../../src/CryptoLessons

// Four people in an encrypted group, and one of them shows their phone: an informant, somebody undercover, a witness.
// No key leaks and nothing is broken. What is read, by whom, and what becomes of everybody else?

using CryptoLessons.WithoutABackDoor;

const int Messages = 40;

foreach (int joined in new[] { 0, 10, 30 })
{
    MemberWhoTalks group = MemberWhoTalks.Run(Messages, joined);
    Console.WriteLine(joined == 0
        ? $"One of {group.Members} members talks, and was there from the first of {group.Messages} messages:"
        : $"The same, when they joined after {joined} messages:");
    Console.WriteLine($"  their phone shows {group.Shown}; noticed by the others' devices: {group.Noticed}");
    Console.WriteLine($"  of anybody outside the group its keys read {group.Bystanders} messages");
    if (joined > 0)
        Console.WriteLine($"  Control, sent before they joined: {group.ShownBefore} shown.");
    Console.WriteLine($"  Control, a tap on the wire at the same time: {group.OnTheWire} read.");
    Console.WriteLine($"  Control, a copy of the server at the same time: {group.AtTheServer} read.");
}

Console.WriteLine();
Console.WriteLine("It takes a person in the group, and it reads that group alone.");
