#:project ../../src/CryptoLessons

// Post-quantum keys in the handshake, a post-quantum ratchet beside the other, and every message key sealed to one authority.
// What do they change for whoever holds the authority's key?

using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;

const int Turns = 120;

var random = new SeededRandom(2017);
using var authority = DhKeyPair.Generate(random.Child("authority"));
using var unrelated = DhKeyPair.Generate(random.Child("somebody else"));

foreach (Profile profile in Profile.All)
{
    Device<MessageKeyEscrow> alice = Phone(profile, "Alice"), bob = Phone(profile, "Bob");
    alice.StartSession("Bob", bob.Publish());
    int read = 0, control = 0, sent = 0, bytes = 0;
    for (int turn = 0; turn < Turns; turn++)
    {
        var (from, to) = turn % 2 == 0 ? (alice, bob) : (bob, alice);
        var (sender, recipient) = turn % 2 == 0 ? ("Alice", "Bob") : ("Bob", "Alice");
        CiphertextMessage message = from.Encrypt(recipient, Encoding.UTF8.GetBytes($"turn {turn}"));
        if (to.Decrypt(sender, message, out byte[] plaintext) != DecryptFailure.None)
            throw new InvalidOperationException("The recipient could not read it.");
        sent++;
        bytes += message.Bytes.Length;
        read += Opens(message, authority, plaintext);
        control += Opens(message, unrelated, plaintext);
    }
    SpqrState? postQuantum = alice.Snapshot().Sessions["Bob"].Current!.Ratchet.PostQuantum;
    ulong epochs = postQuantum?.Chains?.CurrentEpoch ?? 0;
    Console.WriteLine($"{profile}: {sent} messages of {bytes / sent} bytes, {epochs} post-quantum secrets agreed on beside the handshake's.");
    Console.WriteLine($"  Read with the authority's X25519 key alone: {read} messages.");
    Console.WriteLine($"  Control, another key: {control} messages.");
}

Console.WriteLine("What seals the key decides, not what the key was made from.");

Device<MessageKeyEscrow> Phone(Profile profile, string name)
{
    SeededRandom own = random.Child($"{profile}: {name}");
    var suite = new MessageKeyEscrow(profile.Functions(own.Child("ratchet")), authority.Public, own.Child("seals"));
    return Device.Create(suite, own, handshake: profile.HandshakeFunctions(own.Child("handshake")));
}

static int Opens(CiphertextMessage message, DhKeyPair key, ReadOnlySpan<byte> expected) =>
    BlindOpening.Open(message, key, out byte[] content) == Outcome.Opened && content.AsSpan().SequenceEqual(expected) ? 1 : 0;
