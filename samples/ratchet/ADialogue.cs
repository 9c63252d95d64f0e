#:project ../../src/CryptoLessons

// Alice writes to Bob while his phone is off, he answers, and one of her messages comes late. What stands in each header, for everybody to
// see, and how many skipped seeds Bob's phone then keeps.

using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using static CryptoLessons.Lessons.Blackboard;

var random = new SeededRandom(2017);
var alice = Device.Create(Profile.X3dh, random.Child("Alice"));
var bob = Device.Create(Profile.X3dh, random.Child("Bob"));
List<string[]> rows = [];

alice.StartSession("Bob", bob.Publish());
CiphertextMessage first = alice.Encrypt("Bob", "Are you up?"u8), second = alice.Encrypt("Bob", "The pump is stuck"u8), third = alice.Encrypt("Bob", "Never mind"u8);
Arrives("Alice's first", first, bob);
Arrives("Alice's third", third, bob);
Arrives("Bob's first", bob.Encrypt("Alice", "Now I am"u8), alice);
Arrives("Bob's second", bob.Encrypt("Alice", "What about the pump?"u8), alice);
Arrives("Alice's fourth", alice.Encrypt("Bob", "It works"u8), bob);
Arrives("Alice's second, late", second, bob);
Arrives("Alice's second, again", second, bob);

Display(["what arrives", "type", "ratchet key", "index", "opens", "Bob's skipped seeds"], [.. rows]);

void Arrives(string what, CiphertextMessage message, Device<SignalFunctions> recipient)
{
    DecryptFailure failure = recipient.Decrypt(recipient == bob ? "Alice" : "Bob", message, out _);
    ReadOnlyMemory<byte> inner = message.Type == CiphertextType.PreKey && PreKeySignalMessage.Parse(message.Bytes, out PreKeySignalMessage? initial) == DecryptFailure.None
        ? initial!.Message
        : message.Bytes;
    SignalMessage.Parse(inner, out RatchetHeader header, out _);
    using DeviceState phone = bob.Snapshot();
    int skipped = phone.Sessions["Alice"].Current!.Ratchet.ReceivingChains.Sum(chain => chain.SkippedSeeds.Count);
    rows.Add([what, $"{message.Type}", $"{header.Dh}"[..8], $"{header.N}", failure == DecryptFailure.None ? "yes" : $"{failure}", $"{skipped}"]);
}
