#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 12. The tap that was built in
//
// **The claim.** Europe's police agency wants interception to be more uniform: BBC News, 26 March 2017. (Our words; claim A34 of [the
// list](../../docs/claims.md).)
//
// **The question.** Telephone exchanges have had it for decades: a port that is built in, the same in each, which copies to the police what a
// court has named. Let a messenger have one too. What does a court get from it? What does it do for somebody who stands at the console and has no
// warrant? And is its log of any use?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// A switch serves 1,000 customers. A court has named 12 of them, and each has a line in the operator's log. Then somebody copies the key of the
// operator's console and gives the switch 100 orders of their own. Of the 112 customers whose messages are copied now, how many does the log know
// nothing of? Put your number here before you run on.

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// Two messengers. In one, nobody between two phones can read. In the other the provider reads what it carries, keeps none of it, and has the port
// in its switch.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
Game tapped = Design.Named("intercept-interface").Play(garden, at: 20, target: "Alice");

Display(["design", "messages that arrived", "bytes a message"],
    ["strict", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}"],
    ["intercept-interface", $"{tapped.Arrived}", $"{tapped.BytesPerMessage:F1}"]);

// %% [markdown]
// And the switch by itself, with many customers. It has two layers. The upper one knows the court: it checks each warrant, writes it into a log
// and passes on an order. The lower one is the port. It knows no court; it obeys whoever signs with the console's key.

// %%
var random = new SeededRandom(2004);
string[] customers = [.. Enumerable.Range(1, 1000).Select(number => $"Customer {number}")];
new Random(2004).Shuffle(customers);
string[] named = customers[..12], prey = customers[12..112];

DateTimeOffset today = new(2004, 8, 2, 9, 0, 0, TimeSpan.Zero);
Court court = new(random.Child("court"));
DhKeyPair console = DhKeyPair.Generate(random.Child("console"));
var port = new InterceptPort(console.Public);
var log = new InterceptManagement(court.PublicKey, console, random.Child("orders"));
string[] Layers(string when, InterceptPort lower) =>
    [when, $"{lower.Targets.Count}", $"{log.Log.Count}", $"{log.Reconcile(lower).Count}"];

// %% [markdown]
// ## What a lawful request gets
//
// First the messages. A warrant names Alice. Nothing of what was said before can be had, for nobody kept it; from the order on everything is
// copied, whatever phone she has and whether or not she helps.

// %%
LawfulAccess warrant = tapped.ServeWarrant();
Display(warrant);
Display(strict.ServeWarrant());

// %% [markdown]
// Then the papers. The court names its 12; three more papers come along that are not in order.

// %%
Warrant Paper(Court signer, string name, int days) => signer.Issue(name, today.AddDays(days - 30), today.AddDays(days));
bool Carried(Warrant paper) => log.Carry(paper, port, today);

int carried = named.Count(name => Carried(Paper(court, name, 30)));
(string What, Warrant Paper)[] bad =
[
    ("signed by another court", Paper(new(random.Child("another court")), prey[0], 30)),
    ("its time is over", Paper(court, prey[0], -1)),
    ("another name written over the court's", Paper(court, named[0], 30) with { Target = prey[0] }),
];

Display(["warrant", "carried out"],
    [["the court's", $"{carried} of {named.Length}"], .. bad.Select(one => (string[])[one.What, Carried(one.Paper) ? "yes" : "no"])]);
Display(["", "taps in the switch", "taps in the log", "difference"], Layers("after the court's orders", port));

// %% [markdown]
// The upper layer does its work: what the court did not sign is not done, and what is done is written down.
//
// ## The attack, and its controls
//
// **Beneath the log.** In Athens, from the summer of 2004 to 8 March 2005, more than a hundred telephones were tapped, the prime minister's and
// those of ministers among them. The exchanges had the port. The layer with the log had never been installed; so the intruders did not even have
// to get by it. Here it is installed, and they do. The attack gets a copy of the console's key; the control has the key of another console.

// %%
DhKeyPair stranger = DhKeyPair.Generate(random.Child("another console"));
InterceptPort Beneath(DhKeyPair key)
{
    InterceptPort lower = port.Fork();
    foreach (string name in prey)
        lower.Obey(InterceptOrder.Sign(name, key, random));
    return lower;
}

InterceptPort rogue = Beneath(console.Copy()), refused = Beneath(stranger);
string Obeyed(InterceptPort lower) => $"{prey.Count(lower.Targets.Contains)} of {prey.Length}";
Display(["orders that no court knows of", "obeyed"],
    ["with the console's key", Obeyed(rogue)], ["control: with another console's key", Obeyed(refused)]);
Display(["", "taps in the switch", "taps in the log", "difference"],
    Layers("before", port), Layers("after", rogue), Layers("after the control", refused));

// %% [markdown]
// Each order is as good as the court's, since the port looks at the same signature. The log tells the truth, and it tells it about itself: what
// was never brought to it is not in it. And what does the console hear? In the messenger, somebody with its key has everybody copied after
// message 20.

// %%
var attack = new UseTheConsole();
ActiveVerdict heard = tapped.PlayOn(attack, tapped.EscrowLeak());
ActiveVerdict control = tapped.PlayOn(attack, tapped.EscrowLeak(Secrets.Unrelated));
Display(heard);
Compare(
    ("the console's key", heard.Reading), ("control: another console's key", control.Reading),
    ("a copy of the provider's memory, and no port", tapped.Read(new ReadTheStore(), tapped.ServerBreach())));
Display(ConversationTimeline.Draw(garden, ("the console's key", heard.Reading), ("another console's key", control.Reading)));

// %% [markdown]
// The last row of the table is for comparison: a provider that is able to copy is able to read, and whoever has its memory and the recorded wire
// needs no port.
//
// **Only reading the list.** An intruder need not tap anybody. In 2009 a large search engine was broken into; in 2013 newspapers reported that a
// file of years of court orders had been read there, so that somebody abroad could learn which of their agents were watched. In 2024 it became
// known that intruders had been at American carriers, at least nine of them, and in systems for interception; in 2025 the FBI said that they had
// taken data about court-ordered requests too. Here, the intruder looks at the list on the console. The control is a look at the console of
// another operator, who serves the same people and was sent other warrants.

// %%
var elsewhere = new InterceptPort(stranger.Public);
var elsewhereLog = new InterceptManagement(court.PublicKey, stranger, random.Child("other orders"));
foreach (string name in customers[112..124])
    elsewhereLog.Carry(Paper(court, name, 30), elsewhere, today);

ConsoleLoot Look(InterceptPort at, DhKeyPair key) => new(key.Copy(), customers, [.. at.Targets]);
string[] Learnt(string what, ConsoleLoot loot) =>
    [what, $"{named.Count(loot.Targets.Contains)} of {named.Length}", $"{loot.Targets.Except(named).Count()} of {customers.Length - named.Length}"];
Display(["who looks", "names of the court's that were learnt", "of everybody else, wrongly suspected"],
    Learnt("an intruder at this console", Look(port, console)));
Display($"control: the list of another console has {named.Count(Look(elsewhere, stranger).Targets.Contains)} of the court's names.");
Display(["", "taps in the switch", "taps in the log", "difference"], Layers("after somebody looked", port));

// %% [markdown]
// Every name, and no wrong one. Whoever is on the list may now be warned, and whoever is not may feel safe. The comparison of the two layers that
// finds the taps of Athens finds nothing here: looking leaves no difference.
//
// **In all of them.** The claim asks for uniformity. Let there be nine operators, whose switches all speak the same language. A thief has written
// one program and copied one key.

// %%
DhKeyPair[] keys = [.. Enumerable.Range(1, 9).Select(number => DhKeyPair.Generate(random.Child($"operator {number}")))];
string Obeying(IEnumerable<DhKeyPair> consoles, DhKeyPair thief)
{
    InterceptOrder order = InterceptOrder.Sign(prey[0], thief, random);
    return $"{consoles.Count(key => new InterceptPort(key.Public).Obey(order))} of {keys.Length}";
}

Display(["the switches know", "switches that obey the thief"],
    ["each a key of its own", Obeying(keys, keys[0])],
    ["all the same key, so that service is easier", Obeying(keys.Select(_ => keys[0]), keys[0])],
    ["control: all the same key, and the thief has another", Obeying(keys.Select(_ => keys[0]), stranger)]);

// %% [markdown]
// One language does not mean one key. But the program is written once, and what is left to steal is a key at a time.
//
// ## Two verdicts
//
// Nobody's cipher was broken: the channel from phone to provider verified each message, and each copy was sealed to the right console.

// %%
JudgeTwice(heard);

// %% [markdown]
// ## One change, and its price
//
// The same data, and one more thing to do: from time to time somebody lays the switch's list beside the log. The difference is the intruder. How
// much was read by then hangs on how often they do it. The warrant opens as much as before.

// %%
ILookup<int, DateTimeOffset> sent = tapped.Transcript.Entries.ToLookup(entry => entry.Message, entry => entry.Envelope.Time);
string ReadBefore(TimeSpan every)
{
    DateTimeOffset found = new(((sent[20].First().UtcTicks / every.Ticks) + 1) * every.Ticks, TimeSpan.Zero);
    return $"{heard.Reading.Recovered.Keys.Count(message => sent[message].First() < found)} of {heard.Reading.Recovered.Count}";
}

int withoutPort = strict.TryPlayOn(attack, strict.EscrowLeak())?.Reading.Recovered.Count ?? 0;
string opened = $"{warrant.Opened} of {warrant.Of}", closed = $"{strict.ServeWarrant().Opened} of {warrant.Of}";
Display(["the two layers are compared", "read before the difference is seen", "the warrant opens"],
    ["never", $"{heard.Reading.Recovered.Count} of {heard.Reading.Recovered.Count}", opened],
    ["once a day", ReadBefore(TimeSpan.FromDays(1)), opened],
    ["once an hour", ReadBefore(TimeSpan.FromHours(1)), opened],
    ["there is no port, and nothing to compare (strict)", $"{withoutPort} of {heard.Reading.Recovered.Count}", closed]);

// %% [markdown]
// So the court pays nothing in messages. It pays in secrecy. To compare, somebody has to have both lists, and the log is one more place where the
// names lie open.

// %%
string Known(IEnumerable<string> place) => $"{named.Count(place.Contains)} of {named.Length}";
Display(["a thief at", "learns of the names that the court wrote"],
    ["the switch", Known(port.Targets)], ["the log", Known(log.Log)], ["the report on the difference", Known(log.Reconcile(rogue))]);

// %% [markdown]
// ## The honest counter-argument
//
// Of what this course shows, this is among the most modest. It opens nothing that was said before the order. It copies for those who were named
// and for nobody else, and the console's key opens no recording of a wire on which nothing was copied. It works against a careful suspect as well
// as a careless one, and an investigator with one form for nine operators does not lose the days that nine forms take. The taps beneath the log
// are an argument for the log and not against the port: with both layers in place, and compared, an intruder who merely speaks to the port is
// found at the next comparison. A standard helps there too, for the comparison that is written once finds the same trick everywhere.
//
// Its price begins before any theft. The provider must be able to read everybody's messages all the time, so that it can copy a few; that is what
// strict takes away from thieves and courts alike.
//
// ## What this does not show
//
// That the switch answers truthfully. Whoever can change the program of the switch, and not only speak to it, can have it keep a second list that
// it shows to nobody; then the comparison compares a lie. Nor how such a key gets lost: no program knows how likely that is. Nor that the
// carriers of 2024 shared a key: how it was done there is not for this program to say. And the port here gives copies of texts; those of
// telephone exchanges are older, and larger, and do more.
//
// ## Exercises
//
// 1. Let the layer with the log be missing, as in Athens. What can whoever looks at the switch alone still tell? *Hint: a new
//    `InterceptManagement` has an empty log; give it to `Reconcile(rogue)`, and then try `Reconcile(port)`.*
// 2. The thief is careful and taps Alice alone, for whom there is a warrant anyway. What does the comparison find? *Hint: `Obey` an order for
//    `named[0]` on `port.Fork()`.*
// 3. When does the theft pay most? *Hint: `at:` in both calls of `Play`, from 1 to 39. Then steal from a provider that keeps what it carries:
//    play `transport-only` and let `new ReadTheStore()` have its `ServerBreach()`.*
//
// ## Further reading
//
// - Prevelakis and Spinellis, *The Athens Affair*, IEEE Spectrum, 2007.
// - Abelson et al., *Keys under Doormats*, 2015, on what makes a concentrated target.
// - [The pair](../../docs/pairs/strict--intercept-interface.md): both designs side by side, in code and in bytes.
// - The desk that checks the papers: [lesson 11](11-the-warrant-desk.cs). One key for all messages: [lesson 4](04-one-key-for-everyone.cs).
//
// ## The figure

// %%
Figure("Taps in the switch of which the log knows nothing", log.Reconcile(rogue).Count, rogue.Targets.Count, predicted);
