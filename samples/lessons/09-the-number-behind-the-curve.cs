#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 9. The number behind the curve
//
// **The claim.** Those who made the technology owe society a technical solution (Scottish Daily Mail, end of March 2017, and BBC News, 26 March
// 2017); a system can be built so that there is access when it is absolutely necessary (The Daily Telegraph, 26 March 2017). Among
// intelligence agencies there is a word for the best of such solutions: NOBUS, nobody but us. (Our words; claims A21 and A44 of [the
// list](../../docs/claims.md).)
//
// **The question.** A messenger is changed in one place: its phones draw their keys from another random generator, a standard one, with two points of
// a curve built in. Somebody knows a number that belongs to the points. What does the number open, whom does it help, and for how long is it
// nobody but them?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Alice, Bob and six others exchange 76 messages. Every few messages their phones make fresh keys: that is what heals a ratchet after a theft.
// Somebody has recorded the wire and knows one number, the same for all phones, which has never been on any of them. How many of the 76
// messages does he read? Put your number here before you run on.

// %%
int predicted = 20;

// %% [markdown]
// ## The program
//
// The same conversation, twice. In the second messenger all keys come from Dual_EC_DRBG, which was a standard from 2006 to 2014. Each phone takes
// the first output as a number of its installation, and the number goes along with each message.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
Game numbered = Design.Named("dual-ec").Play(garden, at: 20, target: "Alice");

Display(["design", "messages that arrived", "bytes a message"],
    ["strict", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}"],
    ["dual-ec", $"{numbered.Arrived}", $"{numbered.BytesPerMessage:F1}"]);

// %% [markdown]
// How can a number open a random generator? The generator's state is a number s. Each step multiplies: the next state is the x coordinate of sP,
// and the output is the x coordinate of the new state times Q, without its top 16 bits. P and Q are points of the curve P-256, built in. Some number
// d makes P = dQ. Nobody can compute it from the points. But whoever made Q as a multiple of P has it.
//
// He guesses the missing bits, lifts the output to a point, and multiplies by d: that is the next state. Here is a published exercise, with
// its points, its number, and 32 bytes of output. The last two check the guess.

// %%
DualEcConstants exercise = new(
    Convert.FromHexString("d19761748936051e5fb436f5c383a2ca6fbd1e61f227a3d70f44d73311781b32"),
    Convert.FromHexString("dc4c729f6de383957f62d1318197757cd2015ae6f27066ef9990fcf6d4319d82"));
DualEcTrapdoor number = new(Convert.FromHexString("561021d34971c6b5da29dbefb21413a469a751356392133a4a78981fb51f3a01"));
byte[] output = Convert.FromHexString("8fc4b1d886a3ac3d3ae3c13722bc5eead9d1dd5eda876ca59b8c33ebeb6e2616");

byte[] Draw(RandomSource generator, int count)
{
    byte[] bytes = new byte[count];
    generator.Fill(bytes);
    return bytes;
}

// %%
DualEcCandidate[] points = [.. number.Candidates(exercise, output.AsMemory(0, 30))];
DualEcCandidate right = points.First(guess => Draw(guess.Next(), 2).AsSpan().SequenceEqual(output.AsSpan(30)));

Display(["the exercise, on P-256", ""],
    ["P = dQ", $"{number.Opens(exercise)}"],
    ["the standard's own Q belongs to this d", $"{number.Opens(DualEcConstants.Standard)}"],
    ["guesses at 16 missing bits", $"{1 << 16}"],
    ["... that are points of the curve", $"{points.Length}"],
    ["the first guess that gives the two bytes more", $"{right.Missing:x4}"],
    ["the 28 bytes after the 32", Convert.ToHexStringLower(Draw(right.Next(), 30).AsSpan(2))]);

// %% [markdown]
// On the phones of this lesson 4 bits are withheld instead of 16, so that the page does not take minutes; a search costs 4,096 times less, for
// whoever has d, and nothing else changes.
//
// ## What a lawful request gets
//
// A court signs a warrant that names Alice, and whoever has the number helps. No agency holds any key of Alice's, and none was ever sealed to
// anybody.

// %%
LawfulAccess warrant = numbered.ServeWarrant();
Display(warrant);
Display(strict.ServeWarrant());
Display($"Search costs for each phone: {1 << 4} guesses in this lesson, {1 << 16} in the standard, {(1 << 16) / (1 << 4)} times as many.");

// %% [markdown]
// ## The attack, and its controls
//
// The number in other hands. The attack finds the state of each phone's generator, builds the phone once more, and lets it do what the phone did: the
// same program and the same random bytes, so the same keys. The first control has another number. The second has the right one, and meets
// phones with honest randomness.

// %%
var attack = new PredictWithTheTrapdoor();
Verdict stolen = numbered.Read(attack, numbered.EscrowLeak());
Verdict control = numbered.Read(attack, numbered.EscrowLeak(Secrets.Unrelated));
Verdict honest = strict.Read(attack, strict.EscrowLeak());
(string, Verdict)[] attacks =
[
    ("the number", stolen), ("control: another number", control), ("where keys are really random", honest),
];
Compare(attacks);
Display(ConversationTimeline.Draw(garden, attacks));
Display(DerivationPath.Draw(stolen.Recovered.Values.First()));

// %% [markdown]
// **It never heals.** Beside it the theft of Alice's session keys from her phone, in the same messenger. There the ratchet closes after a few
// messages, because the thief does not know the next fresh keys. Here there are no fresh keys.

// %%
Verdict seized = numbered.Read(new ReadAfterSessionSeizure(), numbered.SessionSeizure());
Display(["stolen at message 20", "messages after it that are read"],
    ["all session keys on Alice's phone", $"{seized.Future} of {seized.FutureOf}"],
    ["the number, which was never on her phone", $"{stolen.Future} of {stolen.FutureOf}"]);

// %% [markdown]
// **Nobody but us?** The number cannot be found. It need not be: an intruder into the maker's source puts a point of his own in place of Q. In
// December 2015 the maker of a firewall announced that this had been done to its product; a change since 2012 had replaced one constant. The same
// conversation with the next version of our messenger, in which 64 bytes are different:

// %%
Game next = Design.Named("dual-ec").Play(garden, at: 20, target: "Alice", seed: 2018);
DualEcLoot Number(Game game) => (DualEcLoot)game.EscrowLeak().Escrow;

string ReadBy(DualEcTrapdoor trapdoor, Game game)
{
    var phones = new PredictedPhones(new DualEcSearch(trapdoor, Number(game).Constants), game.Transcript.Profile, game.Transcript.IdentityKeys);
    Verdict read = game.Judge(game.Transcript.Entries.SelectMany(entry => phones.Hear(entry, game.Transcript.HandedOut)));
    return $"{read.Recovered.Count} of {read.Of + read.BystandersOf}";
}

// %%
DualEcTrapdoor makers = Number(numbered).Trapdoor, intruders = Number(next).Trapdoor;
string Beginning(Game game) => $"{Convert.ToHexStringLower(Number(game).Constants.Q.AsSpan(1, 8))}...";

Display(["phones with", "Q, 64 bytes", "the maker's number reads", "the intruder's number reads"],
    ["the maker's point", Beginning(numbered), ReadBy(makers, numbered), ReadBy(intruders, numbered)],
    ["the intruder's point", Beginning(next), ReadBy(makers, next), ReadBy(intruders, next)]);

// %% [markdown]
// The back door was not broken open. Its lock was changed, and the new owner needed nothing but the door.
//
// ## Two verdicts
//
// Every message is authentic, the cipher is whole, the ratchet turned as it should. The verdict on the protocol and the verdict on the people are
// not the same.

// %%
JudgeTwice(numbered, stolen);

// %% [markdown]
// ## One change, and its price
//
// Take a generator that is made of a hash, and in which there is no number to be known. The price is the whole mechanism: there is nothing
// left for the court either. There is no half of it to be had. A number opens the phones of all, or of none.

// %%
int everybodys = stolen.Of + stolen.BystandersOf;
LawfulAccess without = strict.ServeWarrant();
Display(["keys come from", "whoever has the number reads", "the warrant opens"],
    ["Dual_EC_DRBG", $"{stolen.Recovered.Count} of {everybodys}", $"{warrant.Opened} of {warrant.Of}"],
    ["the system's randomness", $"{honest.Recovered.Count} of {everybodys}", $"{without.Opened} of {without.Of}"]);

// %% [markdown]
// ## The honest counter-argument
//
// For those who hold the number it kept what it promised. An outsider without it got nothing, in the control as in the world: nobody has shown
// a way to compute it. There is no store of everybody's keys that a clerk could sell, no field in the message that a criminal could leave
// out, and no agency has to be asked in each case. The number can lie in one safe; a back door that needs so small a secret is easier to guard than
// any other in this course.
//
// The sceptic answers that the safe was never the weak place. Whoever can change one constant owns the door, and its maker cannot tell
// from looking: two points look like two points.
//
// ## What this does not show
//
// Whether anybody has the number that belongs to the standard's Q. Nobody has shown it, and nobody has shown how that point was made. Nor that a raw
// output always shows: phones that never put one on the wire, or hash it first, give nothing away. And the attack takes messages
// to have arrived in the order of sending; somebody who has to guess the order guesses more.
//
// ## Exercises
//
// 1. Let the number leak at message 1, then at message 39. Does it matter when? *Hint: `at:` in the second `Play`.*
// 2. Can whoever has the number also write in Alice's name? *Hint: `numbered.Forge(attack, numbered.EscrowLeak())`.*
// 3. Withhold 8 bits: how many guesses are points of the curve? *Hint: `DualEcConstants mine = makers.Constants(8);`, then
//    `makers.Candidates(mine, DualEcDrbg.Install(mine, new SeededRandom(1)).FirstOutput).Count()`.*
//
// ## Further reading
//
// - Shumow and Ferguson, *On the Possibility of a Back Door in the NIST SP800-90 Dual Ec Prng*, CRYPTO 2007, rump session.
// - Checkoway et al., *A Systematic Analysis of the Juniper Dual EC Incident*, CCS 2016.
// - [What is escrowed decides](../../docs/spec/what-is-escrowed.md): which keys of a session open what.
//
// ## The figure

// %%
Figure("Messages of everybody's that one number opened", stolen.Recovered.Count, everybodys, predicted);
