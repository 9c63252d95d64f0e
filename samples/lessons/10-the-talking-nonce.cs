#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 10. The talking nonce
//
// **The claim.** A clause of the act of November 2016 may allow the state to have software changed, so that firms can decrypt on demand: Scottish
// Daily Mail, end of March 2017. The same week the reports told apart a firm that answers orders from a firm that helps to weaken what its
// customers use. (Our words; claims A18 and A27 of [the list](../../docs/claims.md).)
//
// **The question.** An app is changed so that it gives its keys away, message by message, in a place where random bytes stand anyway. Would anybody
// notice: the people, their phones, an expert who looks at the bytes?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Each message of Alice's has a nonce, 12 bytes that should be random. Her app hides something there for somebody who listens on the wire. All keys
// that her phone ever had and ever will have come from a seed of 32 bytes. How many messages must she send before the listener has the seed?

// %%
int predicted = 100;

// %% [markdown]
// ## The program
//
// Three builds of one app. All add a nonce to each message, under the message authentication code, and the messages are equally long. The honest
// build draws it. The subverted one takes a piece of the seed, 11 bytes with one before them that says which, and masks it with a pseudo-random
// function of the message's header: whoever has the function's key takes the mask off. The third derives the nonce from the message's key.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
Game talking = Design.Named("talking-nonce").Play(garden, at: 20, target: "Alice");

Display(["design", "messages that arrived", "bytes a message"],
    ["strict", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}"],
    ["talking-nonce", $"{talking.Arrived}", $"{talking.BytesPerMessage:F1}"]);

// %% [markdown]
// Here is what lies on the wire of Alice's first messages, and what somebody with the key hears.

// %%
NonceKey key = ((NonceKeyLoot)talking.EscrowLeak().Escrow).Key;
var search = new NonceSearch(key);
TranscriptEntry[] alices = [.. talking.Transcript.Entries.Where(entry => entry.Envelope.From == "Alice")];
byte[] seed = new byte[SeededGenerator.SeedSize];
int needed = 0;
bool known = false;

string[] Listen(TranscriptEntry entry)
{
    InterceptedMessage message = talking.Transcript.Parse(entry)!;
    byte[] nonce = NonceField.Of(message.Ciphertext.Span).ToArray();
    int? piece = TalkingNonce.Listen(nonce, message.Header.Bytes.Span, key, seed);
    (needed, known) = (needed + 1, search.Hear("Alice", talking.Transcript.IdentityKeys["Alice"], message) is not null);
    return [$"{needed}", Convert.ToHexStringLower(nonce), $"{piece}", Convert.ToHexStringLower(seed), known ? "yes" : "no"];
}

// %%
var heard = new List<string[]>();
foreach (TranscriptEntry entry in alices.TakeWhile(_ => !known))
    heard.Add(Listen(entry));
Display(["Alice's message", "nonce, 12 bytes", "piece", "seed as heard so far, 32 bytes", "it makes her identity key"], [.. heard]);

// %% [markdown]
// The last column is the listener's own check: the first key that comes out of the right seed is the identity key that the directory shows to
// everybody.
//
// ## What a lawful request gets
//
// A court signs a warrant that names Alice, and whoever has the key listens.

// %%
LawfulAccess warrant = talking.ServeWarrant();
Display(warrant);
Display(strict.ServeWarrant());

// %% [markdown]
// ## The attack, and its controls
//
// The key is in every copy of the build, and somebody takes it out of one. The first control listens with another key, the second to an app that
// sends no nonce.

// %%
var attack = new ListenToTheNonces();
Verdict stolen = talking.Read(attack, talking.EscrowLeak());
Verdict control = talking.Read(attack, talking.EscrowLeak(Secrets.Unrelated));
Verdict honest = strict.Read(attack, strict.EscrowLeak());
(string, Verdict)[] attacks =
[
    ("the key of the nonces", stolen), ("control: another key", control), ("control: an app that does not talk", honest),
];
Compare(attacks);
Display(ConversationTimeline.Draw(garden, attacks));
Display(DerivationPath.Draw(stolen.Recovered.Values.First()));

// %% [markdown]
// **Can anybody notice?** First the expert with a table of counts. Of the nonces of many messages, how often does each value of a byte occur? The
// chi-square sum tells how far that is from even. Honest randomness passes the bound once in a million times. To see that the test is
// awake, it gets the same pieces without their mask as well.

// %%
InterceptedMessage[] Messages(Func<RatchetFunctions, RatchetFunctions> build, int count)
{
    var random = new SeededRandom(10);
    var (alice, bob) = (Device.Create(build(new SignalFunctions(random)), random), Device.Create(Profile.X3dh, random));
    alice.StartSession("Bob", bob.Publish());
    Envelope Sent() => new("Alice", "Bob", DateTimeOffset.UnixEpoch, alice.Encrypt("Bob", "The heron is back."u8));
    return [.. Enumerable.Range(0, count).Select(_ => InterceptedMessage.Parse(Sent(), alice.IdentityKey, bob.IdentityKey)!)];
}

IEnumerable<byte[]> Nonces(Func<RatchetFunctions, RatchetFunctions> build, int count) =>
    Messages(build, count).Select(message => NonceField.Of(message.Ciphertext.Span).ToArray());

// %%
double ChiSquare(IEnumerable<byte[]> nonces)
{
    byte[] bytes = [.. nonces.SelectMany(nonce => nonce)];
    return Enumerable.Range(0, 256).Sum(value => Math.Pow(bytes.Count(b => b == value) - (bytes.Length / 256.0), 2) / (bytes.Length / 256.0));
}

// %%
// 255 degrees of freedom; Wilson and Hilferty's approximation, 4.7534 standard deviations.
double bound = 255 * Math.Pow(1 - (2 / (9.0 * 255)) + (4.7534 * Math.Sqrt(2 / (9.0 * 255))), 3);
RandomNonce Honest(RatchetFunctions signal) => new(signal, new SeededRandom(11));
TalkingNonce Subverted(RatchetFunctions signal) => new(signal, new SeededGenerator(seed), key);
DerivedNonce Derived(RatchetFunctions signal) => new(signal);
string[] Counted(string what, double sum) => [what, $"{sum:F0}", $"{bound:F0}", sum < bound ? "nothing" : "something is wrong"];

Display(["nonces of 2000 messages", "chi-square", "bound", "the expert finds"],
    Counted("honest", ChiSquare(Nonces(Honest, 2000))),
    Counted("subverted", ChiSquare(Nonces(Subverted, 2000))),
    Counted("pieces without a mask", ChiSquare(Enumerable.Repeat(seed, 750))));

// %% [markdown]
// Nothing, and more messages would not help: to tell these bytes from random ones is to break the function that masks them.
//
// Then the phone. If the nonce has to follow from the message's key, the receiver's phone recomputes it. Bob gets one message, the first.

// %%
DecryptFailure FirstMessage(Func<RatchetFunctions, RatchetFunctions> sender, Func<RatchetFunctions, RatchetFunctions> receiver)
{
    var random = new SeededRandom(10);
    var (alice, bob) = (Device.Create(sender(new SignalFunctions(random)), random), Device.Create(receiver(new SignalFunctions(random)), random));
    alice.StartSession("Bob", bob.Publish());
    return bob.Decrypt("Alice", alice.Encrypt("Bob", "Who is coming on Friday?"u8), out _);
}

Display(["Alice's build", "Bob's phone expects", "Bob's phone says to message 1"],
    ["honest", "any nonce", $"{FirstMessage(Honest, Honest)}"],
    ["subverted", "any nonce", $"{FirstMessage(Subverted, Honest)}"],
    ["derived", "the derived nonce", $"{FirstMessage(Derived, Derived)}"],
    ["subverted", "the derived nonce", $"{FirstMessage(Subverted, Derived)}"]);

// %% [markdown]
// ## Two verdicts
//
// The protocol did what it says, and every message authentication code was right: the nonce is under it, and it proves that nobody but Alice's own
// app chose it.

// %%
JudgeTwice(talking, stolen);

// %% [markdown]
// ## One change, and its price
//
// Leave nothing to choose: a nonce that follows from the key, and receivers who check. Then a build that talks is refused at its first message. The
// price is the court's: where the listener hears nothing, the warrant opens nothing. And the rule has to hold for
// every free choice in a message; padding, times and ratchet keys can talk as well, more slowly.

// %%
string SeedAfter(Func<RatchetFunctions, RatchetFunctions> build)
{
    var listener = new NonceSearch(key);
    int at = Array.FindIndex(
        Messages(build, 2000), message => listener.Hear("Alice", talking.Transcript.IdentityKeys["Alice"], message) is not null);
    return at < 0 ? "never, in 2000 messages" : $"after {at + 1} messages";
}

string Said(DecryptFailure failure) => failure == DecryptFailure.None ? "shown" : $"refused, {failure}";
Display(["Alice's build", "Bob's phone", "message 1 is", "whoever has the key has the seed"],
    ["subverted", "takes any nonce", Said(FirstMessage(Subverted, Honest)), SeedAfter(Subverted)],
    ["subverted", "recomputes it", Said(FirstMessage(Subverted, Derived)), $"{SeedAfter(Subverted)}, if she goes on"],
    ["derived", "recomputes it", Said(FirstMessage(Derived, Derived)), SeedAfter(Derived)]);

// %% [markdown]
// ## The honest counter-argument
//
// Here the build talked on everybody's phone. It need not: shipped to one suspect alone, by a warrant for one phone, it is a wire in one room, and
// the other phones stay as they were. It costs the suspect nothing that would be noticed, breaks no cipher for anybody else, and ends with
// the next update. Of all mechanisms in this course few can be aimed so well.
//
// The sceptic answers with the key. It stands in the build; whoever gets hold of one copy of the build can listen to all of them. And
// an app of which one build lies is an app of which any build may lie: what speaks for a build is a public log of all of them, and
// sources that give the same bytes to whoever compiles them.
//
// ## What this does not show
//
// Whether anybody does this. Nor the kind of subversion whose key is public, where taking the build apart shows that it talks, and still lets
// nobody listen. And the listener takes messages to have arrived in the order of sending.
//
// ## Exercises
//
// 1. Let the key leak at message 1. What of the forging is lost, and why not of the reading? *Hint: `at:`, and
//    `talking.Forge(attack, talking.EscrowLeak())`.*
// 2. Two people exchange two messages each, and stop. What does the listener read of them? And if one of the two writes three of the four?
//    *Hint: `Design.Named("talking-nonce").Play(ConversationGenerator.Generate(4, 2, "Alice", "Bob"), at: 2, target: "Alice")`; then 1 for 2.*
// 3. Who else is refused by a phone that recomputes the nonce? What follows for the day on which the rule begins to hold? *Hint:
//    `FirstMessage(Honest, Derived)`.*
//
// ## Further reading
//
// - Bellare, Paterson and Rogaway, *Security of Symmetric Encryption against Mass Surveillance*, CRYPTO 2014: the attack, and why unique
//   ciphertexts resist.
// - Young and Yung, *Kleptography: Using Cryptography Against Cryptography*, EUROCRYPT 1997.
// - [What is escrowed decides](../../docs/spec/what-is-escrowed.md): which keys of a session open what.
//
// ## The figure

// %%
Figure("Messages that Alice had sent when all keys of her phone were known", needed, alices.Length, predicted);
