#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 14. The notice
//
// **The claim.** An order to a firm, a Technical Capability Notice, would make it render all messages readable and hand them over: The Sun, June or
// July 2017. A clause of the law may allow forcing software changes for it; but Britain cannot force a firm that sits in America: Scottish Daily
// Mail, end of March 2017. Other countries should do the same: The Daily Telegraph, 26 March 2017. (Our words; claims A06, A09, A18, A32, A33, A50
// and A51 of [the list](../../docs/claims.md).)
//
// **The question.** A notice comes before any warrant: it names a firm, and nobody whose messages are wanted. Who is exposed on the day after? Could
// fewer be? Can anybody see it? And what does a firm do that two countries give orders to?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Population;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// 200 people write to each other for eight days. On one of these days a notice comes into force. Not one warrant has been signed when a
// thief copies the authority's key. Of how many of the 200 does that key open messages? Put your number here before you run on.

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// One conversation under three messengers. One stays as it is. In one, all phones get an update on a certain day, and from then on they seal the
// key of each message to an authority. In one, the app installs whatever build its provider signs, and so far all builds are alike.

// %%
Conversation garden = BuiltInConversation.Load();
Game Play(string design) => Design.Named(design).Play(garden, at: 20, target: "Alice");
Game strict = Play("strict"), notice = Play("notice"), update = Play("compelled-update");
(string What, Game Game)[] orders = [("no order", strict), ("a notice, for all", notice), ("a build, for one", update)];

Display(["the order", "messages that arrived", "bytes a message"],
    [.. orders.Select(order => (string[])[order.What, $"{order.Game.Arrived}", $"{order.Game.BytesPerMessage:F1}"])]);

// %% [markdown]
// ## What a lawful request gets
//
// After message 20 a court signs a warrant that names Alice. Under the notice it opens what was said since the notice came into force, whoever
// the target is and whatever became of the phone. With the build it opens what is said from then on.

// %%
LawfulAccess byNotice = notice.ServeWarrant(), byBuild = update.ServeWarrant();
Display(byNotice);
Display(byBuild);
Display(strict.ServeWarrant());

// %% [markdown]
// ## The attack, and its controls
//
// Somebody copies the authority's key. Somebody else copies the key with which the provider signs its builds, and sits on the wire. Each of them
// also tries another messenger's key, and the first tries where there was no order.

// %%
var attack = new ReadWithLeakedMessageKeys();
Verdict stolen = notice.Read(attack, notice.EscrowLeak());
Verdict control = notice.Read(attack, notice.EscrowLeak(Secrets.Unrelated)), honest = strict.Read(attack, strict.EscrowLeak());
ActiveVerdict shipped = update.PlayOn(new ShipAnotherBuild(), update.EscrowLeak());
ActiveVerdict refused = update.PlayOn(new ShipAnotherBuild(), update.EscrowLeak(Secrets.Unrelated));
(string, Verdict)[] attacks =
[
    ("the authority's key", stolen), ("control: another authority's key", control), ("the same theft, where there was no order", honest),
    ("the key that signs builds", shipped.Reading), ("control: another provider's key", refused.Reading),
];
Compare(attacks);
Display(ConversationTimeline.Draw(garden, attacks));

// %% [markdown]
// The bystanders are six people whom no court has heard of. The notice reached them as well, and the one build did not.
//
// Now a population. 200 people are really played, with keys and sessions of their own, once under each order, with no warrant at all and with
// three. The last column is arithmetic: the same share of a million.

// %%
PopulationResult People(string design, int warrants)
{
    var (request, wrong) = PopulationRequest.Create(1_000_000, days: 8, design, leak: 6, real: 200, messages: 2, warrants: warrants);
    return PopulationRunner.Run(request ?? throw new InvalidOperationException(wrong));
}

string[] Row(string order, PopulationResult people) =>
[
    order, $"{people.Figures.UnderWarrant}", $"{people.Figures.WarrantOpened} of {people.Figures.WarrantOf}",
    $"{people.Figures.Weakened} of {people.Figures.Users}", $"{people.Figures.Acts}",
    $"{new OneLeak(1e6, people.Request, people.Figures).Weakened:N0}",
];

// %%
PopulationResult unwarranted = People("notice", warrants: 0);
string[] columns = ["the order", "under warrant", "their messages opened", "people a thief reads", "acts this takes", "of a million"];
Display(columns,
    Row("none", People("strict", warrants: 3)),
    Row("a notice, before the first warrant", unwarranted),
    Row("a notice", People("notice", warrants: 3)),
    Row("a build, for one", People("compelled-update", warrants: 3)));
Display($"control, another authority's key: {unwarranted.Figures.Control} of {unwarranted.Figures.ControlOf} messages.");

// %% [markdown]
// The first warrant makes no difference to anybody who is not named in it: what exposes people is the field in their messages, and the notice put it
// there. The key that signs builds reaches as many people in the end. But its thief must act, once for each conversation, and every act
// is a build on somebody's phone.
//
// **Can it be seen?** Let the provider enter the hash of each build in a public log, and let each app look for its own. The notice's build is in
// the log: everybody has it, and everybody may take it apart. Then a build for Alice alone, which the provider keeps out of the log; or enters into
// a second log under the same key, which it shows to Alice alone.

// %%
var random = new SeededRandom(14);
DhPublicKey spy = DhKeyPair.Generate(random).Public;
AppBuild genuine = new(1), forAll = new(2, spy), forAlice = new(3, spy);
SignedLog log = new(DhKeyPair.Generate(random), random, TimeProvider.System);
log.Append(genuine.Hash());
log.Append(forAll.Hash());
SignedLog aside = log.Fork(log.Size);
log.Append(new AppBuild(4).Hash());
aside.Append(forAlice.Hash());

// %%
string[] Look(string phone, AppBuild build, SignedLog shown)
{
    LogClient alices = new(shown.Key), bobs = new(log.Key);
    alices.See(shown.Sign(), shown.ConsistencyProof(0, shown.Size));
    bobs.See(log.Sign(), log.ConsistencyProof(0, log.Size));
    byte[] hash = build.Hash();
    bool logged = Enumerable.Range(0, (int)shown.Size).Any(i => alices.Includes(hash, i, shown.InclusionProof(i, shown.Size)));
    return [phone, logged ? "in the log" : "not in the log", Gossip.Compare(alices, bobs) is null ? "nothing" : "evidence"];
}

Display(["Alice's phone runs", "its hash is", "comparing roots with Bob finds"],
    Look("the genuine build", genuine, log), Look("the notice's build, for all", forAll, log),
    Look("a build for Alice alone", forAlice, log), Look("the same, and she is shown a log of her own", forAlice, aside));

// %% [markdown]
// A build for one cannot be hidden from whoever looks; a build for all need not be hidden, since nobody is asked.
//
// **Two countries.** A court at home and a court abroad each order the same provider about the same customer. Country A wants the texts. Country B,
// where she lives, forbids that they leave. The desk may stand under both courts or under B's alone. There are two providers: one can read what it
// carries, and one holds what strict encryption leaves. What each can hand over is what lies on its server after message 20.

// %%
ServerLoot Server(string design) => Play(design).ServerBreach().Server;
HeldMessage[] texts = [.. Server("transport-only").Store.Select(kept => new HeldMessage(kept.Came.From, kept.To, kept.Came.Time, kept.Content))];
Court courtA = new(random), courtB = new(random);
Dictionary<string, DhPublicKey> underB = new() { ["B"] = courtB.PublicKey }, underBoth = new(underB) { ["A"] = courtA.PublicKey };
Period always = new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
LawfulOrder orderOfA = courtA.Issue(new OrderTerms(1, "A", OrderKind.DiscloseHeldData, "Alice", always, always));
var relay = new RelayLog();
foreach (var entry in strict.Transcript.Entries.Where(entry => entry.Message <= 20))
    relay.Record(entry.Envelope);

// %%
string[] Serve(string holds, HeldMessage[] held, string stands, Dictionary<string, DhPublicKey> courts)
{
    DeskAnswer answer = new OrderDesk(courts, () => new HeldData(relay, [], held), TimeProvider.System).Serve(orderOfA);
    int leave = answer.Disclosure?.Plaintexts.Count ?? 0, lines = answer.Disclosure?.Deliveries.Count ?? 0;
    bool a = answer.Refusal is null, b = leave == 0;
    return [holds, stands, a ? $"{lines} lines, {leave} texts" : $"{answer.Refusal}", a ? "obeyed" : "broken", b ? "obeyed" : "broken"];
}

Display(["the provider holds", "stands under", "what A gets", "A's order", "B's prohibition"],
    Serve("texts", texts, "both courts", underBoth), Serve("texts", texts, "B's court", underB),
    Serve("no texts", [], "both courts", underBoth), Serve("no texts", [], "B's court", underB));

// %% [markdown]
// Only one row obeys both: hold no texts, and hand over what is there. A's court gets little from it, and has no refusal to complain about. That
// peace lasts as long as A does not order, by a notice, that there be texts to hold.
//
// The other way out of the quarrel gives each country a copy of its own. Nobody has to ask anybody, and B's prohibition stops nobody. Each copy is a
// field in every message of everybody.

// %%
Game copies = Play("jurisdictions");
Verdict abroad = copies.Read(attack, copies.Leak(AccessSecret.OneShare));
double field = (copies.BytesPerMessage - strict.BytesPerMessage) / copies.Holders!.Of;
Display($"With its copy alone, and without asking, one of the {copies.Holders.Of} countries reads {abroad.Read} of {abroad.Of} messages.");
Display($"Bytes that they add to a message, measured: {copies.BytesPerMessage - strict.BytesPerMessage:F1}; that is {field:F1} for each.");
Display(["countries", "bytes more in each message", "a message is as long as", "a copy gets out, at 2 % each"],
    [.. ((int[])[1, 2, 5, 27, 50]).Select(n => (string[])
    [
        $"{n}", $"{n * field:F0}", $"{(strict.BytesPerMessage + (n * field)) / strict.BytesPerMessage:F1} of today's",
        $"{100 * new Quorum(1, n).LeakProbability(0.02):F1} %",
    ])]);

// %% [markdown]
// ## Two verdicts

// %%
JudgeTwice(notice, stolen);
JudgeTwice(shipped);

// %% [markdown]
// ## One change, and its price
//
// Let the order name a person instead of a firm: one build, for the phone of one target, once there is a warrant. Then a theft of the authority's
// key has nothing to open, and before the first warrant nobody is weakened. The price for the court is the past. The price for the firm is worse
// than the notice's: its signature under an update no longer means that it is everybody's, and the key that signs builds is a key to any phone.

// %%
string Opened(LawfulAccess lawful) => $"{lawful.Past} of {lawful.PastOf}, {lawful.Future} of {lawful.FutureOf}";
string Exposed(Verdict read) => $"{read.Read} of {read.Of}, {read.Bystanders} of {read.BystandersOf}";

Display(["the order", "the warrant opens, past and future", "a thief reads, hers and bystanders'", "can be noticed"],
    ["a notice, for all", Opened(byNotice), Exposed(stolen), $"{notice.Noticed}"],
    ["a build, for one", Opened(byBuild), Exposed(shipped.Reading), $"{shipped.Noticed}"],
    ["no order", Opened(strict.ServeWarrant()), Exposed(honest), $"{strict.Noticed}"]);

// %% [markdown]
// ## The honest counter-argument
//
// A notice is law, not a trick: a parliament has allowed it, a minister gives it, and it is reviewed. It treats all customers of a firm alike, and
// says of none that he is suspected. When a warrant comes, it opens, for a poor suspect and for a rich one, and not only for those whose phone
// could be seized or broken into in time; that is equality before the law. It asks no firm to lie to one customer. And what a warrant names is
// still all that a court reads: whoever trusts the authority with its key has lost the bytes of the field and nothing else.
//
// The Australian law of December 2018 forbids in its own words an order that builds a "systemic weakness"; its official reviewer proposed in
// June 2020 that a tribunal independent of the ministry approve such orders. Lawmakers saw the question of this lesson, and wrote an answer down.
//
// ## What this does not show
//
// Whether an order is proportionate: a program counts who is exposed, and does not weigh it against what was prevented.
//
// Whether a firm may speak. A log of builds shows that a build is there, not why; and those who get a notice may be forbidden to say so.
//
// What firms do instead. A British notice to Apple of January 2025, known from the press in February, reached users everywhere; Apple withdrew from
// new British users the choice of backups that it cannot read. Reports have it that a narrower notice, for British users, followed in September
// 2025. What has become of it since is not checked here. Withdrawing is the third way beside obeying and refusing, and in no table above.
//
// The countries' desks here have one order each. Real law has treaties between them, and they take months.
//
// ## Exercises
//
// 1. Let the key leak before the notice is in force. How many people does the thief read then? *Hint: `leak:` in `People`, say 1; then look at
//    `Figures.Past` of what comes back, too.*
// 2. Serve the order of A on a desk that holds texts of Bob's conversations alone, those without Alice. Are both countries content? *Hint: in the
//    last cell about desks, `texts.Where(text => text.From != "Alice" && !text.To.Contains("Alice")).ToArray()`.*
// 3. Can the thief of the authority's key write in Alice's name, and can the thief of the key that signs builds? *Hint:
//    `Display(notice.Forge(attack, notice.EscrowLeak()).Forged);`, and the same with `update`.*
//
// ## Further reading
//
// - Abelson et al., *Keys under Doormats*, 2015: which country's authorities a global service would serve, and who decides.
// - National Academies of Sciences, *Decrypting the Encryption Debate*, 2018: the questions to be put to any such order.
// - [The pair](../../docs/pairs/strict--notice.md) of the messenger before and after, and [what five countries
//   add](../../docs/pairs/strict--jurisdictions.md). A log that lies, and who finds it: [lesson 7](07-the-guest-nobody-invited.cs).
//
// ## The figure

// %%
Figure("People whom the notice had exposed before the first warrant was signed",
    unwarranted.Figures.Weakened, unwarranted.Figures.Users, predicted);
