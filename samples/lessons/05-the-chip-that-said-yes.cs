#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 5. The chip that said yes
//
// **The claim.** Those who own the technology owe society technical solutions: access for the state can be built in, so that it works for
// suspects and is safe for everybody else. BBC News, 26 March 2017, and the Scottish Daily Mail in the same week. (Our words; claims A44, A19
// and A25 of [the list](../../docs/claims.md).)
//
// **The question.** It was built in once, in hardware, in 1993: the Clipper chip. Every phone has a key of its own, two agencies have half of
// it each, and a chip opens nothing that does not carry the field for them. What do the halves protect? And can the field be left out?

// %%
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Alice writes 40 messages to Bob. Her phone has been tampered with: it throws away the field that its chip makes for the agencies, and sends
// random bytes instead. She can read no key in her chip. Bob's phone is as it came from the shop, and its chip refuses a message whose field
// has not the right checksum. How many of the 40 does Bob's chip accept? Put your number here before you run on.

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// The chip encrypts a message under a session key of 80 bits, with a cipher that was then secret, and adds the Law Enforcement Access Field,
// the LEAF: the number of the chip, the session key under the chip's own key, and a checksum, all of it under a family key that all chips
// share. The recipient's chip has the family key too. It looks at the checksum.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
Game chips = Design.Named("clipper").Play(garden, at: 20, target: "Alice");

Display(["design", "messages that arrived", "bytes a message"],
    ["strict", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}"],
    ["clipper", $"{chips.Arrived}", $"{chips.BytesPerMessage:F1}"]);
Display(["length of", "bits"],
    ["a LEAF", $"{8 * Leaf.Size}"], ["a session key, a chip's key, the family key", $"{8 * SkipjackKey.Size}"],
    ["the checksum", $"{ClipperChip.ChecksumBits}"]);

// %% [markdown]
// ## What a lawful request gets
//
// A court signs a warrant that names Alice. An office takes the family key's layer off what Alice sends, learns the number of her chip, and
// goes to both agencies with it.

// %%
LawfulAccess warrant = chips.ServeWarrant();
Display(warrant);
Display(strict.ServeWarrant());

// %% [markdown]
// It opens what Alice's chip sent, back to the first message. What she received was encrypted by Bob's chip, for which there is no warrant:
// here each message has a session key of its own. In a telephone call both directions had the same, and one warrant heard both.
//
// ## The attack, and its controls
//
// First the thief, who steals at the agencies. There is more than one thing to steal.

// %%
var attack = new ReadWithLeakedUnitKeys();
Verdict Stolen(AccessSecret secret, Secrets secrets = Secrets.Stolen) => chips.Read(attack, chips.Leak(secret, secrets));
Verdict oneAgency = Stolen(AccessSecret.OneShare), bothAgencies = Stolen(AccessSecret.Escrow), oneChip = Stolen(AccessSecret.UnitKey);
(string, Verdict)[] thefts =
[
    ("the family key alone", Stolen(AccessSecret.FamilyKey)), ("the family key and one agency's halves", oneAgency),
    ("the family key and the key of Alice's chip", oneChip), ("the family key and both agencies' halves", bothAgencies),
    ("control: both, of another messenger's chips", Stolen(AccessSecret.Escrow, Secrets.Unrelated)),
];
Compare(thefts);
Display(ConversationTimeline.Draw(garden, thefts));
Display(DerivationPath.Draw(bothAgencies.Recovered.Values.First()));

// %% [markdown]
// One agency's halves open nothing: each is random by itself. And the family key, which sits in every chip that is sold, reads nothing either,
// but tells which chip sent what.

// %%
int Recognised(Secrets secrets) => ReadWithLeakedUnitKeys.UnitIds(chips.Leak(AccessSecret.FamilyKey, secrets))
    .GroupBy(sent => sent.Value).Count(chip => chip.Count() > 1);

Display(["with", "chips that are seen more than once"],
    ["the family key", $"{Recognised(Secrets.Stolen)}"], ["control: another family's key", $"{Recognised(Secrets.Unrelated)}"]);

// %% [markdown]
// Now the user who does not want to be opened. In 1994 Blaze tried the chip out and asked what it really checks. It has no other chip's key, so
// that it cannot look into the wrapped key of a LEAF: it can compare the checksum, and nothing else. So let your own chip look at random bytes,
// until it says yes. Whatever it accepts, every chip accepts.
//
// So that this runs fast, the chips here look at 8 bits of the checksum. The real width comes after.

// %%
var random = new SeededRandom(1994);
var court = new Court(random.Child("court"));
FamilyKey family = FamilyKey.Generate(random.Child("family"));
EscrowAgent[] agencies = [new(court.PublicKey), new(court.PublicKey)];
var office = new DecryptionOffice(family, agencies, court.PublicKey);
DateTimeOffset now = garden.Messages[0].Time;
Warrant forAlice = court.Issue("Alice", now, now);
int bits = 8;

SignalFunctions Signal(string name) => new(random.Child(name));
ClipperChip Chip(string owner, int bits) => new ProgrammingFacility(family, agencies, bits).Program(random.Child($"chip of {owner}"));

// %% [markdown]
// Alice sends the words of the conversation to Bob, and each time two things are counted: whether Bob's phone shows the message, and whether the
// office opens it under the warrant.

// %%
(int Accepted, int Opened) Send(string phones, RatchetFunctions sender, RatchetFunctions recipient)
{
    var alice = Device.Create(sender, random.Child($"{phones}: Alice"));
    var bob = Device.Create(recipient, random.Child($"{phones}: Bob"));
    alice.StartSession("Bob", bob.Publish());
    var (accepted, opened) = (0, 0);
    foreach (ChatMessage said in garden.Messages)
    {
        CiphertextMessage sent = alice.Encrypt("Bob", Encoding.UTF8.GetBytes(said.Text));
        accepted += bob.Decrypt("Alice", sent, out _) == DecryptFailure.None ? 1 : 0;
        Outcome asked = office.Open(forAlice, new("Alice", "Bob", now, sent), alice.IdentityKey, bob.IdentityKey, out _);
        opened += asked == Outcome.Opened ? 1 : 0;
    }
    return (accepted, opened);
}

// %%
ClipperFunctions Obedient(string owner) => new(Signal(owner), Chip(owner, bits));
LeafFeedback Feeding(string owner) => new(Signal(owner), Chip(owner, bits));
var rogue = new RogueLeaf(Signal("Alice"), Chip("Alice", bits), random.Child("tries"));

var (obeyed, openedOfObedient) = Send("obedient", Obedient("Alice"), Obedient("Bob"));
var (accepted, openedOfRogue) = Send("rogue", rogue, Obedient("Bob"));
var (without, _) = Send("no LEAF", Feeding("Alice"), Obedient("Bob"));
var (among, openedAmong) = Send("two rogues", Feeding("Alice"), Feeding("Bob"));
int said = garden.Messages.Count;
Display(["Alice's phone", "Bob's phone accepts", "the warrant opens"],
    ["as it came from the shop", $"{obeyed} of {said}", $"{openedOfObedient} of {said}"],
    ["rogue: bytes that its own chip accepted", $"{accepted} of {said}", $"{openedOfRogue} of {said}"],
    ["control: a field of zeros, that no chip was asked about", $"{without} of {said}", "-"],
    ["a field of zeros, and Bob's phone is rogue as well", $"{among} of {said}", $"{openedAmong} of {said}"]);

// %% [markdown]
// Bob's chip said yes to every one. The office takes the layer off and finds the number of no chip. It learns of the rogue only now, with the
// warrant in its hand and the recordings before it. And where both phones are rogues, nobody has to search: Bob's phone feeds its own chip a
// LEAF that it made itself.
//
// How long does the search take? Each trial passes with one chance in as many as the checksum has values. So the trials follow the geometric
// distribution, and here is theory beside the count. The last row has the real width, and one message.

// %%
byte[] drawn = new byte[SkipjackKey.Size], iv = new byte[SkipjackKey.BlockSize];
random.Child("a session key").Fill(drawn);
var key = new SessionKey(drawn);
RogueLeaf.Search(Chip("Alice", ClipperChip.ChecksumBits), key, iv, random.Child("real tries"), out long real);

string By(int bits, double share) => $"{Math.Ceiling(Math.Log(1 - share) / Math.Log(1 - Math.Pow(2, -bits))):N0}";
Display(["bits", "on average", "half are done by", "95 in 100 by", "messages", "counted on average", "fewest", "most"],
    [.. new[] { (Bits: bits, rogue.Trials), (Bits: ClipperChip.ChecksumBits, Trials: [real]) }.Select(row => (string[])
    [
        $"{row.Bits}", $"{Math.Pow(2, row.Bits):N0}", By(row.Bits, 0.5), By(row.Bits, 0.95),
        $"{row.Trials.Count}", $"{row.Trials.Average():N0}", $"{row.Trials.Min():N0}", $"{row.Trials.Max():N0}",
    ])]);

// %% [markdown]
// NIST, whose standard it was, confirmed the figure: 65,536 trials on average, and with the hardware of 1994 less than an hour for a call.
//
// ## Two verdicts
//
// The codes were right in every message, and nobody's device noticed a thing: of the theft as little as, further up, of the rogue.

// %%
JudgeTwice(chips, oneAgency);
JudgeTwice(chips, bothAgencies);

// %% [markdown]
// ## One change, and its price
//
// A recipient who can make the field again, and compare, catches a rogue. In the chip that is impossible, since the key in the LEAF is under
// the sender's own. Where all phones seal to one public key, and derive from the message key whatever chance they need, every recipient can.

// %%
var custody = new WholeKeyCustody(random.Child("authority"));
MessageKeyEscrow Sealing(string owner) => new(Signal(owner), custody.PublicKey, random.Child($"{owner} seals"), deterministic: true);
var spoiled = new SpoiledField(Signal("Alice"), MessageKeyEscrow.Size, random.Child("rubbish"));
var (sealedAccepted, _) = Send("sealed", Sealing("Alice"), Sealing("Bob"));
var (spoiledAccepted, _) = Send("spoiled", spoiled, Sealing("Bob"));

Game shares = Design.Named("threshold-escrow").Play(garden, at: 20, target: "Alice");
Verdict oneShare = shares.Read(new ReadWithLeakedMessageKeys(), shares.Leak(AccessSecret.OneShare));
Verdict allShares = shares.Read(new ReadWithLeakedMessageKeys(), shares.Leak(AccessSecret.Escrow));
string Read(Verdict read) => $"{read.Recovered.Count} of {read.Of + read.BystandersOf}";
Display(["field", "an obedient phone's accepted", "a rogue's", "one agency's part reads", "the parts that serve Alice's warrant read"],
    ["a LEAF under each chip's key", $"{obeyed} of {said}", $"{accepted} of {said}", Read(oneAgency), Read(oneChip)],
    ["sealed to one public key, and compared", $"{sealedAccepted} of {said}", $"{spoiledAccepted} of {said}", Read(oneShare), Read(allShares)]);

// %% [markdown]
// The rogue falls at the first message. The price is in the last column: with a key for each chip, the agencies can hand one over, and what it
// opens is what that chip sent. The parts of one key for all must never be handed over; the agencies have to open each message themselves, and
// whoever gets the parts has everybody. And every recipient's phone has become a policeman, which in its turn must not be tampered with.
//
// ## The honest counter-argument
//
// For the police: this was a careful design. Two agencies of which each is powerless alone, a key for each device, a list of what was handed
// out. Somebody who tampers with a phone takes trouble that few criminals take; most buy one and talk, and a warrant opens what they say.
// Whoever does take the trouble could as well encrypt before the chip does, and no checksum of any width would change that. A wider one would
// have made this search hopeless.
//
// For the sceptics: the promise was that the field cannot be left out, and it was not kept, though the makers had the cipher, the keys and the
// chip in their own hands. What a thief at both agencies gets is the messages of the obedient. And a program of today has no chip around it.
//
// ## What this does not show
//
// The chip's modes and its checksum were never published; those here are ours, chosen so that no shorter way than the search is known to us. How
// likely a theft at both agencies is, no program tells, nor whether anybody ever used a rogue phone against a warrant. And the real chip had
// one session key for a whole call: there, one search served for an hour's talk, where here each message needs its own.
//
// ## Exercises
//
// 1. Serve the warrant on Bob instead. Which messages are opened now, and which would a warrant for both open? *Hint: `target: "Bob"`, and once more
//    `Display(chips.ServeWarrant())`.*
// 2. How much does one more bit of checksum cost the rogue? *Hint: set `bits` to 9, then to 10, and look at the first row of the table of trials.*
// 3. Is there a shorter way than to search: take a genuine LEAF and change a bit of it? *Hint: `byte[] leaf = Chip("Alice", bits).MakeLeaf(key, iv);
//    leaf[0] ^= 1; Display(Chip("Bob", bits).Accepts(leaf, key, iv));`, and then every other bit.*
//
// ## Further reading
//
// - Blaze, *Protocol Failure in the Escrowed Encryption Standard*, ACM CCS 1994.
// - Abelson et al., *The Risks of Key Recovery, Key Escrow, and Trusted Third-Party Encryption*, 1997.
// - [The pair](../../docs/pairs/strict--clipper.md): both designs side by side, in code and in bytes. Shares and days: [lesson
//   6](06-splitting-and-ageing.cs).
//
// ## The figure

// %%
Figure("Messages with random bytes for a LEAF that Bob's chip accepted", accepted, said, predicted);
