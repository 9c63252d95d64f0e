#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 4. One key for everyone
//
// **The claim.** Access can be built in for emergencies, and used "when absolutely necessary", with a warrant. The Sun, June or July 2017:
// the provider need only build it as its other messenger is built, where messages can be reached in an emergency. The Daily Telegraph, 26
// March 2017: firms should build a system so that there is access on legal grounds. (Our words; claims A04, A05 and A21 of [the
// list](../../docs/claims.md).)
//
// **The question.** A messenger seals the key of every message to one authority, which opens messages by warrant. What does the warrant
// get? And what does a thief get who copies that one key, once, and asks nobody?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Alice and Bob exchange 40 messages. Six other people, who have nothing to do with them, exchange 36 at the same time. After message 20 the
// authority's key is copied; the thief has also recorded all that went over the wire. How many of the 76 messages does the thief read?
// Put your number here before you run on.

// %%
int predicted = 20;

// %% [markdown]
// ## The program
//
// The same conversation is played twice: through Signal's protocol as it is, and through the same protocol with one more field in each
// message. That field holds the message's key, sealed to the authority.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
Game escrowed = Design.Named("message-key-escrow").Play(garden, at: 20, target: "Alice");

Display(["design", "messages that arrived", "bytes a message"],
    ["strict", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}"],
    ["message-key-escrow", $"{escrowed.Arrived}", $"{escrowed.BytesPerMessage:F1}"]);

// %% [markdown]
// ## What a lawful request gets
//
// This is what the field was made for. A court signs a warrant that names Alice, from the first message to the last. Signal's protocol as
// it is has nothing to answer with.

// %%
LawfulAccess warrant = escrowed.ServeWarrant();
Display(warrant);
Display(strict.ServeWarrant());

// %% [markdown]
// ## The attack, and its controls
//
// Somebody copies the authority's key. The attack gets the recorded wire and that key, and nothing else: no court, no log, no permission.
// Then the same attack again with the key of another messenger's authority, and again where no message has such a field. If one of these
// two read anything, the attack would prove nothing.

// %%
var attack = new ReadWithLeakedMessageKeys();
Verdict stolen = escrowed.Read(attack, escrowed.EscrowLeak());
Display(stolen);
Display(DerivationPath.Draw(stolen.Recovered.Values.First()));

// %%
Verdict control = escrowed.Read(attack, escrowed.EscrowLeak(Secrets.Unrelated));
Verdict honest = strict.Read(attack, strict.EscrowLeak());
(string, Verdict)[] attacks =
[
    ("the stolen key", stolen), ("control: an unrelated key", control), ("the stolen key, where nothing is sealed to it", honest),
];
Compare(attacks);
Display(ConversationTimeline.Draw(garden, attacks));

// %% [markdown]
// ## Two verdicts
//
// Nothing was broken. Every message authentication code is right, every message arrived, and no app could notice anything: the receiver's app
// does not even look at the new field.

// %%
JudgeTwice(escrowed, stolen);

// %% [markdown]
// ## One change, and its price
//
// Let the authority have a key for each day, and destroy it some days later. Then one theft opens those days alone. The price is paid by
// the court: what is older than the keys that are left, no warrant opens either.

// %%
Game daily = Design.Named("epoch-escrow").Play(garden, at: 20, target: "Alice");
Verdict stolenDay = daily.Read(new ReadWithLeakedMessageKeys(), daily.EscrowLeak());
LawfulAccess warrantDay = daily.ServeWarrant();
int everybodys = stolen.Of + stolen.BystandersOf;
Display(["design", "the thief reads", "the warrant opens"],
    ["one key for ever", $"{stolen.Recovered.Count} of {everybodys}", $"{warrant.Opened} of {warrant.Of}"],
    ["a key for each day", $"{stolenDay.Recovered.Count} of {everybodys}", $"{warrantDay.Opened} of {warrantDay.Of}"]);

// %% [markdown]
// ## The honest counter-argument
//
// The mechanism does what was asked for. Every warranted message opens, at once, back to the first, without anybody's co-operation and
// whatever became of the phone; nothing else in this course delivers that. Whoever trusts that the key will never be copied pays nothing
// for it but the bytes.
//
// ## What this does not show
//
// It does not show how likely such a theft is: no program can. It does not show that every escrow is like this one: lesson 6 splits the key
// and lets it age. And the thief here has recorded the wire beforehand; who has not, reads from then on.
//
// ## Exercises
//
// 1. Serve the warrant on Bob instead. Which figures change, and why so few? *Hint: `target:`.*
// 2. Let the key leak at message 1, then at message 39. Does it matter to the thief when he comes? *Hint: `at:`.*
// 3. With the key, can the thief also write in Alice's name? *Hint: `escrowed.Forge(attack, escrowed.EscrowLeak())`; then the same with
//    `content-key-escrow` and `ReadWithLeakedContentKeys`.*
//
// ## Further reading
//
// - Abelson et al., *The Risks of Key Recovery, Key Escrow, and Trusted Third-Party Encryption*, 1997; and *Keys under Doormats*, 2015.
// - [What is escrowed decides](../../docs/spec/what-is-escrowed.md): message key, content key, session secret.
// - [The pair](../../docs/pairs/strict--message-key-escrow.md): both designs side by side, in code and in bytes.
//
// ## The figure

// %%
Figure("Messages of everybody's that one stolen key opened", stolen.Recovered.Count, everybodys, predicted);
