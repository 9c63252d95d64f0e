#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 15. Those who step outside
//
// **The claim.** There must be no place to hide: The Daily Telegraph and BBC News, 26 March 2017. There are plenty of other such apps,
// small ones as well: The Independent, end of March 2017. Judges in Brazil had the messenger blocked three times in the year before because it
// handed nothing over: The Daily Telegraph again. (Our words; claims A24, A25 and A30 of [the list](../../docs/claims.md).)
//
// **The question.** Everybody's messenger has an escrow. Whoever expects a warrant can do something about it. What does the warrant then open, of
// whom; and what of those who did nothing? How many will bother is for nobody's code to say: you set it.

// %%
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Scoreboards;
using CryptoLessons.WithoutABackDoor;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// 20 pairs of people are under a warrant. Beside them 20 ordinary pairs use the same messenger and send 100 messages. Suppose that all the
// suspects step outside, every one of them, so that the warrants open nothing at all. Then a thief copies the authority's key. How many of the
// 100 messages of the ordinary pairs does it open? Put your number here before you run on.

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// The share p of the pairs that step outside. It is the one number of this lesson that is not measured, and everything hangs on it; so change it.

// %%
double p = 0.25;
int pairs = 20;
SteppingOutside Step(double share, params WayOut[] ways) => SteppingOutside.Run(pairs, (int)Math.Round(share * pairs), ways: ways);
string Share(int count, int of) => $"{count} of {of}";

SteppingOutside yours = Step(p);
Display(["pairs under a warrant", "stepping outside", "their messages", "ordinary pairs", "their messages"],
    [$"{yours.Pairs}", $"{yours.Evading}", $"{yours.Messages}", $"{pairs}", $"{yours.Ordinary}"]);

// %% [markdown]
// ## What a lawful request gets
//
// A court signs a warrant for each of the pairs. What is read falls as p rises: 1 - p is all there is to it. What is handed over and cannot be read
// is not nothing: it tells the authority who evades, though not why.

// %%
double[] shares = [0, p, 0.5, 0.95, 1];
Display(["step outside", "the warrants read", "handed over, and unreadable"],
    [.. shares.Select(share => (Share: share, Figures: Step(share))).Select(row => (string[])
        [$"{100 * row.Share:0} %", Share(row.Figures.Opened, row.Figures.Messages), $"{row.Figures.Unreadable}"])]);

// %% [markdown]
// They took three ways in turn. Some encrypt twice: an app of sixty lines makes a text of a text, and the messenger carries it as it carries any
// other. Some have a client of their own, which puts rubbish where the field should be; the other end has the genuine app and does not mind. Some
// use an app that the order does not reach. Now all of them take one way, and then the next.

// %%
Display(["all of them", "read", "handed over, and unreadable", "refused by the other end"],
    [.. Enum.GetValues<WayOut>().Select(way => (Way: way, Figures: Step(1, way))).Select(row => (string[])
        [$"{row.Way}", Share(row.Figures.Opened, row.Figures.Messages), $"{row.Figures.Unreadable}", $"{row.Figures.Refused}"])]);

// %% [markdown]
// Is it this escrow that is so weak? The same two people encrypt twice in every messenger of this course. Here are those in which a warrant opens
// something of a short conversation, and what it opens then.

// %%
Conversation brief = ConversationGenerator.Generate(8, 15, "Alice", "Bob");
Score[] open = [.. Scoreboard.Run(MatrixRequest.Create(brief, at: 4, target: "Alice").Request!).Scores.Where(score => score.Row.Lawful.Opened > 0)];
Display(["messenger", "a warrant opens", "... once they encrypt twice"],
    [.. open.Select(score => (string[])
        [score.Design.Id, Share(score.Row.Lawful.Opened, score.Row.Lawful.Of), Share(score.Evading.Opened, score.Evading.Of)])]);

// %% [markdown]
// All that stands out. There is a fourth way, and it does not. Alice and Bob agreed on a key when they met. Each of their phones draws its ratchet
// keys again and again, until the public key says the next byte of a second text: one byte for each turn of the conversation. The app, the field
// and the sealed key are everybody's.

// %%
var between = AnamorphicKey.Generate(new SeededRandom(2022));
Dictionary<string, string> hidden = new() { ["Alice"] = "at the mill", ["Bob"] = "at nine" };
Conversation garden = BuiltInConversation.Load();
Design escrow = Design.Named("message-key-escrow");
Game obeys = escrow.Play(garden, at: 20, target: "Alice");
Game hides = DoubleEnvelope.Hide(escrow, between, hidden).Play(garden, at: 20, target: "Alice");

int Found(Game game, AnamorphicKey key) => hidden.Count(text =>
    DoubleEnvelope.Read(game.Transcript, text.Key, text.Key == "Alice" ? "Bob" : "Alice", key) == text.Value);

// %%
string[] Looked(string who, Game game) =>
    [who, $"{game.BytesPerMessage:F1}", Share(game.ServeWarrant().Opened, game.ServeWarrant().Of), Share(Found(game, between), hidden.Count)];

Display(["the two", "bytes a message", "the warrant reads", "second texts, with their key"], Looked("obey", obeys), Looked("hide", hides));
Display($"Alice to Bob: {DoubleEnvelope.Read(hides.Transcript, "Alice", "Bob", between)}.");
Display($"control, another key than theirs: {Found(hides, AnamorphicKey.Generate(new SeededRandom(1)))} of {hidden.Count} second texts.");

// %% [markdown]
// The warrant reads every message, the authority is content, and what was meant is not in any of them. Handing over all keys of the messenger would
// not help: the one that counts is none of the messenger's.
//
// ## The attack, and its control
//
// The authority's key is copied. The thief has recorded everything. Who stepped outside stepped out of the thief's reach as well.

// %%
Display(["step outside", "a thief reads, of ordinary people", "of the targets"],
    [.. shares.Select(share => (Share: share, Figures: Step(share))).Select(row => (string[])
    [
        $"{100 * row.Share:0} %", Share(row.Figures.OrdinaryLeaked, row.Figures.Ordinary), Share(row.Figures.TargetsLeaked, row.Figures.Messages),
    ])]);
SteppingOutside all = Step(1);
Display($"control, an unrelated key, on everybody's: {shares.Sum(share => Step(share).Unrelated)} messages.");

// %% [markdown]
// The left column does not move. Those who obey are exposed whatever p is; those for whom it was made can leave.
//
// ## Two verdicts

// %%
string[] Protected(string whom, int read, int of) => [whom, read == 0 ? "yes, from this thief" : "no", Share(read, of)];

Display(["when all the targets step outside", "", "measured"],
    ["Did the cryptography verify?", all.Refused == 0 ? "yes" : "no", $"{all.Refused} messages refused by a recipient"],
    Protected("Were the ordinary people protected?", all.OrdinaryLeaked, all.Ordinary),
    Protected("Were the targets?", all.TargetsLeaked, all.Messages));

// %% [markdown]
// ## One change, and its price
//
// **Let the receivers check.** If the field is computed from the message's key without chance, every receiver can compute it too, and refuse a
// message whose field is another. That shuts out the rogue client.

// %%
var random = new SeededRandom(15);
var court = new Court(random.Child("court"));
var custody = new WholeKeyCustody(random.Child("authority"));
var authority = new Authority(custody, court.PublicKey);
DateTimeOffset now = new(2017, 3, 22, 14, 40, 8, TimeSpan.Zero);
Warrant warrant = court.Issue("Alice", now, now);
byte[] said = Encoding.UTF8.GetBytes("half past two");
RatchetFunctions Signal(string name) => new SignalFunctions(random.Child(name));
RatchetFunctions Sealing(string name, bool check) => new MessageKeyEscrow(Signal(name), custody.PublicKey, random.Child($"{name} seals"), check);

// %%
string[] Send(string who, RatchetFunctions sender, RatchetFunctions receiver, byte[]? content = null)
{
    Device<RatchetFunctions> alice = Device.Create(sender, random.Child($"{who}: Alice")), bob = Device.Create(receiver, random.Child($"{who}: Bob"));
    alice.StartSession("Bob", bob.Publish());
    CiphertextMessage message = alice.Encrypt("Bob", content ?? said);
    DecryptFailure received = bob.Decrypt("Alice", message, out _);
    authority.Open(warrant, new("Alice", "Bob", now, message), alice.IdentityKey, bob.IdentityKey, out byte[] read);
    return [who, received == DecryptFailure.None ? "accepted" : "refused", read.AsSpan().SequenceEqual(said) ? "reads it" : "reads nothing"];
}

// %%
RatchetFunctions Rogue(string name) => new SpoiledField(Signal(name), MessageKeyEscrow.Size, random.Child($"{name} spoils"));
byte[] twice = StorageKey.Generate(random).Seal(said, random);

Display(["sender; receiver", "the message is", "the authority"],
    Send("obeys; does not check", Sealing("1", check: false), Sealing("2", check: false)),
    Send("spoils the field; does not check", Rogue("3"), Sealing("4", check: false)),
    Send("obeys; checks", Sealing("5", check: true), Sealing("6", check: true)),
    Send("spoils the field; checks", Rogue("7"), Sealing("8", check: true)),
    Send("obeys, and encrypts twice; checks", Sealing("9", check: true), Sealing("10", check: true), twice));

// %% [markdown]
// The price: every phone in the world must become a policeman of the field, also those of countries that never asked for it; and the last line says
// that no check of a field can know what a text means.
//
// **Block what does not obey.** A network sees the address of a service, and can stop carrying it: for everybody. Who is cut off hangs on who has
// something else. Both shares are made up; put in your own.

// %%
double peopleHaveAnother = 0.06, suspectsHaveAnother = 0.9;
string[] Cut(string who, int cutOff, int of, int pairsCutOff) => [who, Share(cutOff, of), Share(pairsCutOff, of / 2)];

BlockedService block = BlockedService.Run(5_000, peopleHaveAnother, 100, suspectsHaveAnother);
Display(["", "cut off", "pairs that cannot talk any more"],
    Cut("people", block.CutOff, block.People, block.PairsCutOff),
    Cut("suspects", block.SuspectsCutOff, block.Suspects, block.SuspectPairsCutOff));
Display($"control, before the block and after it: {block.BeforeTheBlock + block.AfterTheBlock} people cut off.");

// %% [markdown]
// It reads no message. It is a lever on the firm, and it is the people who feel it. And what of the report that it was done three times in the year
// before? These are the courts' orders.

// %%
DateOnly[] orders = [new(2015, 12, 17), new(2016, 5, 2), new(2016, 7, 19)];
Display($"Orders: {orders.Length}; in 2016: {orders.Count(order => order.Year == 2016)}.");

// %% [markdown]
// The first was made for two days and lived for half a day. A competitor reported a million and a half new users within hours.
//
// ## The honest counter-argument
//
// Most people are lazy, and criminals are people. Defaults rule: few change one, and fewer still get another person to change it with them. To
// encrypt twice takes two. If each person takes the trouble with a certain chance, whatever the other does, a pair is outside only when both do.

// %%
double[] troubled = [0.05, 0.25, 0.5, 0.75, 0.95];
Display(["each person takes the trouble", "a pair is outside", "so the warrants read"],
    [.. troubled.Select(q => (string[])[$"{100 * q:0} %", $"{100 * q * q:0.00} %", $"{100 * (1 - (q * q)):0.00} %"])]);

// %% [markdown]
// So p is small where people do not prepare, and an escrow would open most cases; those that it does not open at least stand out. Whoever plans
// for weeks makes mistakes as well, and one careless partner is enough. A lock that some burglars can pick is still a lock.
//
// The sceptic's answer is as short: it is for the gravest cases that an escrow is asked, and these are planned. The table counts the careless.
//
// ## What this does not show
//
// What p is. Surveys of convicts would say something of those who were caught.
//
// Whether an order can reach the other apps too. The big ones, perhaps. One that two people wrote for themselves has no firm and no address; and
// sixty lines are in this library.
//
// How much can be hidden: here a word in a conversation, not a picture. And a phone that is seized with the second key on it gives that away too.
//
// That a population is drawn at random here. People choose their messenger by where their friends are, suspects too.
//
// ## Exercises
//
// 1. Let nobody spoil a field, and half of the pairs take another app. What does the authority then know of who evades? *Hint: `Step(0.5,
//    WayOut.AnotherApp)`, and its `Unreadable`.*
// 2. At which shares of your own does the block cut off about as large a part of the suspects as of the people? *Hint: `peopleHaveAnother` and
//    `suspectsHaveAnother`.*
// 3. Block two services. Who still reaches whom, and over which? *Hint: `using CryptoLessons.ExceptionalAccess.Blocking;` in the first cell of code;
//    then `var network = new Network(); network.Block("one");` and `new Subscriber(["one", "two"]).Reaches(new Subscriber(["two"]), network)`.*
//
// ## Further reading
//
// - Persiano, Phan and Yung, *Anamorphic Encryption*, EUROCRYPT 2022: a second message in one whose keys have been handed over.
// - Blaze, *Protocol Failure in the Escrowed Encryption Standard*, 1994: the first field that was spoiled.
// - [The programs](../without-a-back-door/README.md) `SteppingOutside.cs` and `BlockedService.cs`, and [the attack](../attacks/SpoiledField.cs) on
//   the field. What is left without an escrow: [lesson 2](02-who-when-how-much.cs) and [lesson 3](03-the-seized-phone.cs).
//
// ## The figure

// %%
Figure("Messages of ordinary people that one stolen key opened while no suspect was read", all.OrdinaryLeaked, all.Ordinary, predicted);
