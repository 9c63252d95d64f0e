#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 11. The warrant desk
//
// **The claim.** A firm checked a lawful order and handed over data from an account within half an hour, at any hour: The Independent, late
// March 2017. There would be access only under a warrant that a judge has approved: Scottish Daily Mail, late March 2017; by carefully
// considered arrangements that the law covers: The Daily Telegraph, 26 March 2017. The attack of that week was over in 82 seconds: BBC News,
// 26 March 2017. (Our words; claims A19, A20, A26 and A43 of [the list](../../docs/claims.md).)
//
// **The question.** Access is a key, and in front of the key there is a desk that checks papers. What does the desk stop? What does it not
// stop? And can the judge's signature be made part of the key?

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
// The key is cut in two. An agency has one share, a judge has the other, and the judge helps to open a message only if the warrant stands in
// a public ledger for everybody to see. Alice, Bob and six others exchange 76 messages. A thief copies both shares, and enters nothing into
// the ledger. How many messages does the thief read?

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// The same conversation under two designs. In the first, one authority has the whole key, and a log of its own. In the second, the key is in
// two shares with the ledger between them. To the phones both look alike: each message carries its key, sealed.

// %%
Conversation garden = BuiltInConversation.Load();
Game safe = Design.Named("message-key-escrow").Play(garden, at: 20, target: "Alice");
Game ledger = Design.Named("warrant-ledger").Play(garden, at: 20, target: "Alice");

Display(["design", "holders of the key", "needed to open", "bytes a message", "entries in a public ledger"],
    ["message-key-escrow", $"{safe.Holders?.Of}", $"{safe.Holders?.Needed}", $"{safe.BytesPerMessage:F1}", "there is none"],
    ["warrant-ledger", $"{ledger.Holders?.Of}", $"{ledger.Holders?.Needed}", $"{ledger.BytesPerMessage:F1}", $"{ledger.LedgerEntries}"]);

// %% [markdown]
// ## What a lawful request gets
//
// A court signs a warrant that names Alice. Under both designs it opens what it was made for; under the second more people have to move
// their hands, and everybody can see that a warrant was served.

// %%
LawfulAccess atTheSafe = safe.ServeWarrant();
LawfulAccess withTheJudge = ledger.ServeWarrant();
Display(atTheSafe);
Display(withTheJudge);
Display($"Entries in the public ledger after the warrant: {ledger.LedgerEntries}.");

// %% [markdown]
// Most orders go to another desk, the provider's own, and ask for what it holds anyway. Here are some, good and bad, one after the other.

// %%
OrderStudy desk = OrderStudy.Run(garden, at: 20, target: "Alice");
string Answer(DeskCase asked) => asked.Refusal?.ToString() ?? "answered";

Display(["order", "the desk's answer"], [.. desk.Visit.Orders.Select(order => new[] { order.What, Answer(order) })]);
Display(["the provider", "lines of its log", "texts"],
    ["encrypts from end to end", $"{desk.Strict.Deliveries.Count} of {desk.Sent}", $"{desk.Strict.Plaintexts.Count} of {desk.Sent}"],
    ["reads what it carries", $"{desk.Readable.Deliveries.Count} of {desk.Sent}", $"{desk.Readable.Plaintexts.Count} of {desk.Sent}"]);

// %% [markdown]
// That is exact, and it is fair to everybody else. To see how fair, every attack of this library runs against everybody once more, with
// these orders answered; and then against messengers whose app was changed instead, so that there is something to hand over.

// %%
Display(["what was done for the police", "outcomes of attacks that changed", "one leak then exposes, beside Alice"],
[
    ["orders were answered", $"{desk.Disclosing.Of - desk.Disclosing.Same} of {desk.Disclosing.Of}", "there is nothing new to leak"],
    .. desk.Weakened.Select(app => new[]
    {
        $"the app was changed: {app.Design}", $"{app.Cells.Of - app.Cells.Same} of {app.Cells.Of}", $"{app.OthersExposed} of {app.Others} people",
    }),
]);

// %% [markdown]
// Is it fast enough? The reports give a clock: a last message, two minutes later an event, 82 seconds, the end. The order reaches the desk
// in the second in which the event begins, for before that nobody suspects anybody.

// %%
TimelineStudy clock = TimelineStudy.Run(seed: 2017);
TimelineStudy quick = TimelineStudy.Run(seed: 2017, turnaround: TimeSpan.FromMinutes(1));
string Late(DeskDelivery delivered) => delivered.InTime ? "in time" : "when it is over";

Display(["time", "what happens"],
    [$"{clock.LastMessage:HH:mm:ss}", "the last message"],
    [$"{clock.Begins:HH:mm:ss}", "the event begins; an order reaches the desk"],
    [$"{quick.Readable.At:HH:mm:ss}", $"a desk that needs one minute delivers {quick.Readable.Texts} texts, {Late(quick.Readable)}"],
    [$"{clock.Ends:HH:mm:ss}", $"it is over, after {(clock.Ends - clock.Begins).TotalSeconds} seconds"],
    [$"{clock.Readable.At:HH:mm:ss}", $"a desk that needs half an hour delivers {clock.Readable.Texts} texts, {Late(clock.Readable)}"],
    ["", $"where nobody between can read: {clock.Encrypted.Texts} texts, and that the last message went to {clock.Encrypted.LastTo}"]);

// %% [markdown]
// Only a machine that reads along would have had the last message before the event. It asks no desk, and it does not know beforehand whose
// message will be the last.

// %%
Display(["a machine with the authority's key", "measured"],
    ["has the last message", clock.LastRead ? $"{(clock.Begins - clock.LastMessage).TotalSeconds} seconds before the event" : "never"],
    ["has read, for that", $"{clock.Read} of {clock.Messages} messages of {clock.PeopleRead} of {clock.People} people"],
    ["control: the key of another authority", $"{clock.Control} of {clock.Messages} messages"]);

// %% [markdown]
// ## The attack, and its controls
//
// **The forger comes to the desk.** Some cases cannot wait for a court; so desks answer emergency requests of the police. In 2021 forgers
// wrote from police mail accounts that they had broken into, and large firms answered. Two desks get the same two letters: one desk believes
// the letterhead, the other checks a signature.

// %%
Display(["request", "a desk that believes", "a desk that checks"],
    [.. desk.Visit.Believing.Zip(desk.Visit.Checking, (one, other) => new[] { one.What, Answer(one), Answer(other) })]);
var believed = desk.Visit.BelievingLog;
Display($"Lines in the log of the desk that believes: {believed.Count}; different ones: {believed.Distinct().Count()}.");

// %% [markdown]
// **The thief does not come to the desk.** The desk stands in front of the door of a safe; the thief has a copy of what is in the safe. The
// attack gets what was stolen and the recorded wire. The controls are the same thefts at another messenger's.

// %%
var attack = new ReadWithLeakedMessageKeys();
Verdict Stolen(Game game, AccessSecret secret, Secrets secrets = Secrets.Stolen) => game.Read(attack, game.Leak(secret, secrets));

Verdict bothShares = Stolen(ledger, AccessSecret.JudgeAndKey);
Compare(
    ("the whole key", Stolen(safe, AccessSecret.Escrow)),
    ("one share of two", Stolen(ledger, AccessSecret.OneShare)),
    ("both shares", bothShares),
    ("control: another's whole key", Stolen(safe, AccessSecret.Escrow, Secrets.Unrelated)),
    ("control: another's two shares", Stolen(ledger, AccessSecret.JudgeAndKey, Secrets.Unrelated)));

// %%
Display(bothShares);
Display(ConversationTimeline.Draw(garden, ("one share of two", Stolen(ledger, AccessSecret.OneShare)), ("both shares", bothShares)));
Display($"Entries in the public ledger after the thefts: {ledger.LedgerEntries}.");

// %% [markdown]
// The ledger did not count the thief. The judge's conditions are the judge's habits: they are not in the share, and a copy of the share has
// no habits.
//
// ## Two verdicts

// %%
JudgeTwice(ledger, bothShares);

// %% [markdown]
// ## One change, and its price
//
// Compare what one theft at the agency opens, before the key was cut and after. The warrant pays with hands and with secrecy: more parties
// must act for each message, the judge sees each, and whoever watches the ledger learns how many warrants there are.

// %%
string Read(Verdict read) => $"{read.Recovered.Count} of {read.Of + read.BystandersOf}";

Display(["design", "one theft at the agency reads", "the warrant opens", "parties who act", "seen in public"],
    ["message-key-escrow", Read(Stolen(safe, AccessSecret.Escrow)), $"{atTheSafe.Opened} of {atTheSafe.Of}", $"{atTheSafe.Parties.Count()}",
        atTheSafe.Trace == Trace.PublicLog ? "yes" : "no"],
    ["warrant-ledger", Read(Stolen(ledger, AccessSecret.Escrow)), $"{withTheJudge.Opened} of {withTheJudge.Of}", $"{withTheJudge.Parties.Count()}",
        withTheJudge.Trace == Trace.PublicLog ? "yes" : "no"]);

// %% [markdown]
// The other change is cheaper still: a desk that checks signatures turns the forger away. Its price falls on the honest officer whose force
// has no key yet, on the night when it matters.
//
// ## The honest counter-argument
//
// Desks work. Day by day they answer lawful requests, and the checks on paper are real checks: forged, expired and foreign orders fell here,
// every one. And the two shares are a true gain, not a show: an agency that is robbed, or goes bad, opens nothing alone, and what both
// opened together, anybody can count. Few institutions are watched as well as that. Whoever thinks that a judge and
// an agency are never robbed together has, in this design, what the minister asked for.
//
// ## What this does not show
//
// The judge and the agency here are two objects in one program. Whether two institutions of a state are as independent, when one supplier
// builds both their computers, no program tells.
//
// There are proposals in which the entry in the ledger is a part of the key itself (Green, Kaptchuk and Van Laer): then a thief without an
// entry opens nothing. That is not built here.
//
// The desk that checks signatures trusts keys. Who steals the signing key of a police force, or of the court, gets from it whatever they ask
// for.
//
// That a machine reads a message in time is not that anybody understands it in time.
//
// ## Exercises
//
// 1. How slow may the desk be and still be in time? *Hint: `TimelineStudy.Run(seed: 2017, turnaround: ...)`; then let somebody ask earlier,
//    with `askedAfterMessage:`.*
// 2. Cut the key into five shares, of which three are needed. Which theft is then harmless, and who has to act for a warrant? *Hint:
//    `threshold-escrow`, `AccessSecret.OneShare`.*
// 3. Can the thief with both shares also write in Alice's name? *Hint:
//    `Display(ledger.Forge(attack, ledger.Leak(AccessSecret.JudgeAndKey)).Forged);`*
//
// ## Further reading
//
// - Green, Kaptchuk and Van Laer, *Abuse Resistant Law Enforcement Access Systems*, EUROCRYPT 2021.
// - Abelson et al., *Keys under Doormats*, 2015, on who would hold the keys.
// - [The pair](../../docs/pairs/strict--warrant-ledger.md), and [the programs](../without-a-back-door/README.md) `OrderDesk.cs` and
//   `Timeline.cs`. The one key of [lesson 4](04-one-key-for-everyone.cs).
//
// ## The figure

// %%
Figure("Messages that two stolen shares opened, without an entry in the ledger",
    bothShares.Recovered.Count, bothShares.Of + bothShares.BystandersOf, predicted);
