#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 3. The seized phone
//
// **The claim.** The encryption is unbreakable, and messages can be seen only if the phone itself is seized. The Sun, June or July 2017.
// (Our words; claims A02 and A03 of [the list](../../docs/claims.md).)
//
// **The question.** The second half of the sentence takes back the first: there is a way in, and it is as old as searching a pocket. What
// does a phone give away, on one day, of what was said before and of what will be said afterwards?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.WithoutABackDoor;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Alice and Bob exchange 40 messages under Signal's protocol as it is. After message 20 somebody copies every key on Alice's phone, gives
// it back, and goes on recording the wire, as before. How many of the 20 messages that follow will those keys open? Put your number here
// before you run on.

// %%
int predicted = 20;

// %% [markdown]
// ## The program
//
// A phone has two kinds of things in it: messages that lie there to be read, and keys. The keys are the interesting part. The ratchet
// throws away the key of a message once it is read, and replaces the keys from which others would follow each time the conversation turns.

// %%
Conversation garden = BuiltInConversation.Load();
Game game = Design.Named("strict").Play(garden, at: 20, target: "Alice");
DeviceSeizureView seized = game.DeviceSeizure();
DeviceLoot phone = seized.Devices[0];

Display(["what was on the phone", "how many"],
    ["messages stored, to be read without any key", $"{game.History(phone).Count} of {game.HistoryOf}"],
    ["sessions with their chain keys and ratchet keys", $"{phone.Sessions.Sessions.Count}"],
    ["one-time prekeys not yet used", $"{phone.Device!.OneTimePreKeys.Count}"]);

// %% [markdown]
// ## What a lawful request gets
//
// The provider has nothing. A warrant for the phone gets what lies on it, once somebody holds it in hand and it opens. How much lies on it,
// its owner decides beforehand: here the app keeps everything, or a day, or nothing. The phone is locked by four digits, and its maker
// signs a firmware that does not count wrong guesses; without that signature it stays shut.

// %%
Display(game.ServeWarrant());
KeptHistory kept = KeptHistory.Run(garden, at: 20, target: "Alice", TimeSpan.FromDays(1));
Display(["the app keeps", "read on the opened phone"],
    ["everything", $"{kept.Everything} of {kept.Past}"],
    ["a day", $"{kept.ForAPeriod} of {kept.Past}"],
    ["nothing", $"{kept.Nothing} of {kept.Past}"],
    ["everything; control: without the maker's signature", $"{kept.Locked} of {kept.Past}"]);

// %% [markdown]
// ## The attack, and its control
//
// Now the keys. The thief has them, and a recording of the wire before and after. The stored messages do not count here: this is what the
// keys open.

// %%
Verdict read = game.Read(new ReadAfterDeviceSeizure(), seized);
Display(read);
Display(TurningChains.Draw(game.Transcript, read));

// %%
Verdict control = game.Read(new ReadAfterDeviceSeizure(), game.DeviceSeizure(Secrets.Unrelated));
Compare(("the phone's keys", read), ("control: the keys of a phone of another messenger", control));

// %% [markdown]
// Nothing of the past, and of the future only a little: what Alice still sent in the same turn, and Bob's next turn. This is how far the
// keys reach:

// %%
Display(DerivationPath.Draw(read.Recovered.Values.Last()));

// %% [markdown]
// When Alice answers that turn with a new key, which was made after the theft, the door closes by itself. Is that luck of the moment? Seize
// the phone once after each message.

// %%
Verdict[] each =
[
    .. Enumerable.Range(1, 39).Select(at => Design.Named("strict").Play(garden, at, "Alice"))
        .Select(moment => moment.Read(new ReadAfterDeviceSeizure(), moment.DeviceSeizure())),
];
Display(["of 39 moments", "messages that the keys opened"],
    [.. each.CountBy(verdict => verdict.Read).OrderBy(group => group.Key).Select(group => (string[])[$"{group.Value}", $"{group.Key}"])]);

// %% [markdown]
// ## Two verdicts
//
// And if the thief does not only listen? From the theft on every envelope passes through the thief's hands: opened with the stolen keys,
// and written again with keys of the thief's own.

// %%
ActiveVerdict middle = game.PlayOn(new ManInTheMiddle(), seized);
ActiveVerdict leaving = game.PlayOn(new ManInTheMiddle(), seized, leavesAfter: 30);
(string, Verdict)[] thieves =
[
    ("only listening", read), ("in the middle, for ever", middle.Reading), ("in the middle until message 30", leaving.Reading),
];
Compare(thieves);
Display(ConversationTimeline.Draw(garden, thieves));
JudgeTwice(game, read);
JudgeTwice(middle);
JudgeTwice(leaving);

// %% [markdown]
// As long as the thief stays on the wire, every code verifies and no safety number changes: the two phones each have a faultless
// conversation with the wrong person. The ratchet heals against a thief who misses one round trip. Whoever leaves is found out, since
// nothing fits any more.
//
// ## One change, and its price
//
// Messages that disappear: the past on the phone goes, for the investigator as for the thief. The table above has both prices in one
// column, since they are the same figure.
//
// ## The honest counter-argument
//
// Seizure works. It needs a suspect, a place and a hand on the phone; it reads one person's circle and nobody else's; a court sees each
// case. It is the access that end-to-end encryption leaves, and most investigations had nothing else before there were phones. Against it
// stands that it comes late, that a phone can be locked, lost or empty, and that it tells its owner.
//
// ## What this does not show
//
// Whether a real phone opens: that is a race between makers and breakers, and no program settles it. Nor the copy in the cloud: a backup
// is a phone that anybody can order from the provider, unless its owner holds the key.
//
// ## Exercises
//
// 1. Seize Bob's phone instead. Why are other messages read? *Hint: `target:`; then look at the derivations.*
// 2. Which moment of the 39 gave most, and what was being said there? *Hint: `each.MaxBy(verdict => verdict.Read)`; a monologue is one chain.*
// 3. The same theft under the Triple Ratchet. *Hint: `Design.Named("strict").Under(Profile.Triple)`, in `CryptoLessons.Protocol.Sessions`.*
//
// ## Further reading
//
// - Marlinspike and Perrin, *The Double Ratchet Algorithm*, revision 4, 2025, section 8.
// - Cohn-Gordon, Cremers and Garratt, *On Post-Compromise Security*, 2016: why "passive for one round trip" is the right promise.
// - [What a seizure opens](../../docs/spec/what-a-seizure-opens.md), rule by rule, and
//   [what a thief can write](../../docs/spec/what-a-thief-can-write.md).
//
// ## The figure

// %%
Figure("Messages of the future that a seized phone's keys opened", read.Future, read.FutureOf, predicted);
