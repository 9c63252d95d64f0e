#:project ../../src/CryptoLessons

// A user who does not want to be read fills the escrow field with rubbish of the right length. Who notices?
// This one is an attack on the authority; the user holds nothing but a client of their own.

using System.Text;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

var random = new SeededRandom(2017);
var court = new Court(random.Child("court"));
var custody = new WholeKeyCustody(random.Child("authority"));
var authority = new Authority(custody, court.PublicKey);
DateTimeOffset now = new(2017, 3, 22, 14, 40, 8, TimeSpan.Zero);
Warrant warrant = court.Issue("Alice", now, now);

RatchetFunctions Signal(string name) => new SignalFunctions(random.Child(name));
RatchetFunctions Escrow(string name, bool deterministic) => new MessageKeyEscrow(Signal(name), custody.PublicKey, random.Child($"{name} seals"), deterministic);
RatchetFunctions Rogue(string name) => new SpoiledField(Signal(name), MessageKeyEscrow.Size, random.Child($"{name} spoils"));

Try("obedient sender, genuine Signal receiver", Escrow("1", deterministic: false), Signal("2"));
Try("rogue sender, genuine Signal receiver", Rogue("3"), Signal("4"));
Try("rogue sender, receiver under the escrow, random sealing", Rogue("5"), Escrow("6", deterministic: false));
Try("rogue sender, receiver under the escrow that recomputes the field", Rogue("7"), Escrow("8", deterministic: true));
Try("control: obedient sender, receiver that recomputes the field", Escrow("9", deterministic: true), Escrow("10", deterministic: true));

Console.WriteLine("A genuine receiver never looks at the field. To police it, every receiver must be made to check as well.");

void Try(string who, RatchetFunctions sender, RatchetFunctions receiver)
{
    var alice = Device.Create(sender, random.Child($"{who}: Alice"));
    var bob = Device.Create(receiver, random.Child($"{who}: Bob"));
    alice.StartSession("Bob", bob.Publish());
    CiphertextMessage message = alice.Encrypt("Bob", Encoding.UTF8.GetBytes("half past two"));

    DecryptFailure received = bob.Decrypt("Alice", message, out byte[] read);
    Outcome opened = authority.Open(warrant, new("Alice", "Bob", now, message), alice.IdentityKey, bob.IdentityKey, out byte[] content);
    Console.WriteLine(who);
    Console.WriteLine($"  Bob:       {(received == DecryptFailure.None ? $"reads \"{Encoding.UTF8.GetString(read)}\"" : $"refuses it ({received})")}");
    Console.WriteLine($"  authority: {opened}{(opened == Outcome.Opened ? $", \"{Encoding.UTF8.GetString(content)}\"" : "")}");
    Console.WriteLine();
}
