#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 1. The envelope
//
// **The claim.** Envelopes used to be steamed open and telephones listened to, legally, by warrant; there must be no place where that does
// not work. BBC News, 26 March 2017, after a minister's interview. The same reports say that between two phones nobody can read any more,
// the company that carries the message included: The Daily Telegraph and BBC News, 26 March 2017. (Our words; claims A01, A22, A24 and A45
// of [the list](../../docs/claims.md).)
//
// **The question.** A message can travel like a postcard, in an envelope that the post office opens and closes again, or in one that only
// the receiver opens. Who can read it on its way? And what does a court get, each time?

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
// Take the second kind: each phone encrypts to the provider, the provider opens the message, and encrypts it again for the receiver. Whoever
// taps the wire sees nothing but noise. Alice and Bob exchange 100 messages that way; after message 50 somebody copies the provider's
// server, and goes on recording the wire. How many of the 100 do they read?

// %%
int predicted = 50;

// %% [markdown]
// ## The program
//
// The same 100 messages travel three times: on postcards, through a provider who encrypts the wire only (`transport-only`), and by Signal's
// protocol (`strict`), where the two phones have the keys and nobody else.

// %%
Conversation chat = ConversationGenerator.Generate(messages: 100, seed: 2017, "Alice", "Bob");
Game postcards = Design.Named("postcard").Play(chat, at: 50, target: "Alice");
Game provider = Design.Named("transport-only").Play(chat, at: 50, target: "Alice");
Game strict = Design.Named("strict").Play(chat, at: 50, target: "Alice");

// %% [markdown]
// This is how the first message looks to somebody who taps the wire. Bytes that are no letter are shown as a dot.

// %%
string Seen(Game game) => string.Concat(game.Transcript.Entries[0].Envelope.Message.Bytes.ToArray()
    .Select(one => one is >= 32 and < 127 ? (char)one : '.').Take(40));

Display(["design", "arrived", "bytes a message", "the first 40 bytes on the wire"],
    ["postcard", $"{postcards.Arrived}", $"{postcards.BytesPerMessage:F1}", Seen(postcards)],
    ["transport-only", $"{provider.Arrived}", $"{provider.BytesPerMessage:F1}", Seen(provider)],
    ["strict", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}", Seen(strict)]);

// %% [markdown]
// In the third design two phones share keys that nobody between them has, though everything they ever told each other went over that wire. This is how:
// public keys travel, private ones stay, and one of each gives both phones the same secret.

// %%
Display(HandshakeDiagram.Draw(strict.Transcript));

// %% [markdown]
// ## What a lawful request gets
//
// A court signs a warrant that names Alice. For postcards the police need nobody's help: they read what they intercept. In the second design
// they go to the provider. In the third there is nobody to go to.

// %%
LawfulAccess byPost = postcards.ServeWarrant();
LawfulAccess byProvider = provider.ServeWarrant();
LawfulAccess byNobody = strict.ServeWarrant();
Display(byPost);
Display(byProvider);
Display(byNobody);

// %% [markdown]
// ## The attack, and its controls
//
// Two attackers, no warrant. One taps the wire: it reads what lies open, and tries everything else that it sees as a key. The other copies
// the memory of the server: it tries whatever it finds there, on the store and on the wire. For each design both do their best.

// %%
Verdict Tap(Game game) => game.Read([new ReadThePostcards(), new ReadTheWire()], game.Wiretap());

Verdict Dump(Game game, Secrets secrets = Secrets.Stolen) =>
    game.Read([new ReadThePostcards(), new ReadTheStore(), new ReadTheServer()], game.ServerBreach(secrets));

(string, Verdict)[] attacks =
[
    ("tap, postcard", Tap(postcards)), ("server, postcard", Dump(postcards)),
    ("tap, transport-only", Tap(provider)), ("server, transport-only", Dump(provider)),
    ("tap, strict", Tap(strict)), ("server, strict", Dump(strict)),
];
Compare(attacks);
Display(ConversationTimeline.Draw(chat, attacks));

// %% [markdown]
// The control of the server's copy is the copy of another provider's server, with other customers' keys. The tap steals no secret that could
// be exchanged for another; its control is the third design, where the same tap, with the same skill, finds nothing to read.

// %%
Compare(
    ("the provider's server", Dump(provider)),
    ("control: another provider's server", Dump(provider, Secrets.Unrelated)),
    ("control: the tap, where nothing lies open", Tap(strict)));

// %% [markdown]
// This is what the copied server gives. The future is in it too: the server has to open tomorrow's messages, so today's copy holds the keys
// for them.

// %%
Display(Dump(provider));
Display($"The last message of all: {Dump(provider).Recovered[chat.Messages.Count].How}.");

// %% [markdown]
// ## Two verdicts
//
// The provider's encryption works as designed, and no tap reads anything. That says nothing of whoever stands where the messages are opened.

// %%
JudgeTwice(provider, Dump(provider));
JudgeTwice(strict, Dump(strict));

// %% [markdown]
// ## One change, and its price
//
// From the second design to the third one thing changes: the provider no longer has the keys. What a thief then does not find, a court does
// not find either. This is the loss, in messages of Alice's.

// %%
string Share(Verdict read) => $"{read.Read} of {read.Of}";

Display(["design", "a tap reads", "a copied server gives", "the warrant opens"],
    ["postcard", Share(Tap(postcards)), Share(Dump(postcards)), $"{byPost.Opened} of {byPost.Of}"],
    ["transport-only", Share(Tap(provider)), Share(Dump(provider)), $"{byProvider.Opened} of {byProvider.Of}"],
    ["strict", Share(Tap(strict)), Share(Dump(strict)), $"{byNobody.Opened} of {byNobody.Of}"]);

// %% [markdown]
// ## The honest counter-argument
//
// The minister described something real. A tap under a warrant worked for a century, and courts, police and most citizens were content with
// it. It needed no key that opens everybody's letters: somebody had to steam each envelope. Under `strict` that power is gone, for the
// murderer's messages as for yours, and no court can bring it back for one case. Where the phone is not found, or its owner is dead or
// silent, nothing in this lesson replaces it.
//
// And it went with an update of an app, not with a law. Whoever says that the loss is worth it should look at the last column of the table,
// and say so.
//
// ## What this does not show
//
// That a message cannot be read on its way does not mean that nothing is known of it: lesson 2 is about who, when and how much. Nor does it
// mean that it cannot be read at its ends: lesson 3 takes the phone. And that no attack in this repository succeeds does not mean that there
// is none.
//
// The provider here keeps every message. One that deletes what it has delivered loses less of the past, and as much of the future.
//
// ## Exercises
//
// 1. Let the server be copied after message 10, or after message 99. Why does the figure not move? *Hint: `at:`, and the list of how each
//    message was read.*
// 2. Put `cloud-chat` in the place of `transport-only`, then `secret-chat`. Which is like which of the three? *Hint: `Design.Named`.*
// 3. Can the tap also write in Alice's name? *Hint: `Display(postcards.Forge(new ReadThePostcards(), postcards.Wiretap()).Forged);` then
//    with `strict`.*
//
// ## Further reading
//
// - Whitfield Diffie and Susan Landau, *Privacy on the Line*, MIT Press, 1998: the history of the tap.
// - [The pair](../../docs/pairs/strict--transport-only.md) of the last two designs, and
//   [strict beside postcards](../../docs/pairs/strict--postcard.md).
// - [What goes over the wire](../../docs/spec/wire.md), byte by byte. The next lesson: [who, when, how much](02-who-when-how-much.cs).
//
// ## The figure

// %%
Figure("Messages of Alice and Bob that one copy of the provider's server opened", Dump(provider).Read, chat.Messages.Count, predicted);
