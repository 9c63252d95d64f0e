#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 8. Weak on purpose
//
// **The claim.** Technical Capability Notices would make firms render every message readable (The Sun, June or July 2017); a clause of the law may
// allow forcing firms to change their software, so that they can decrypt on demand (Scottish Daily Mail, end of March 2017); and a system can be
// built so that there is access when it is absolutely necessary (The Daily Telegraph, 26 March 2017). (Our words; claims A06, A18 and A21 of [the
// list](../../docs/claims.md).)
//
// **The question.** Nobody has to hand in a key if the lock is weak enough. That was the law in the 1990s: what left the country had short keys.
// Then access costs work instead of trust. Who can pay for it, who else can, and for how long?

// %%
using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Each message is a puzzle of its own: its key is one of 1,024, and to read the message one has to try them. Alice, Bob and six others exchange 76
// messages. A stranger holds no secret, has recorded the wire, and can afford 10,000 trials in all. How many of the messages does the stranger
// read? Put your number here before you run on.

// %%
int predicted = 10;

// %% [markdown]
// ## The program
//
// Five messengers, alike but for the key of a message. The first is Signal's protocol as it is. In the next three a few bits are taken of each
// message's key, and the message is encrypted under a key that follows from those bits alone. The last keeps whole keys, and seals each to one of
// five public keys, of which the authority has the private keys of two, provably no more, and nobody sees of which.
//
// The lengths are scaled, so that this page can really make each search.

// %%
Conversation garden = BuiltInConversation.Load();
Game Play(string design, long seed = 2017) => Design.Named(design).Play(garden, at: 20, target: "Alice", seed);
Game strict = Play("strict"), export = Play("export-grade"), factor = Play("work-factor");
Game puzzles = Play("crumple-zone"), translucent = Play("translucent");

Display(["design", "key of a message", "outside this page", "bytes a message"],
    ["strict", "256 bits", "256 bits", $"{strict.BytesPerMessage:F1}"],
    ["export-grade", "8 bits", "40 bits, in the export ciphers of the 1990s", $"{export.BytesPerMessage:F1}"],
    ["work-factor", "20 bits, 12 of them sealed to an authority", "64 bits, 24 of them, in Lotus Notes from 1996 on", $"{factor.BytesPerMessage:F1}"],
    ["crumple-zone", "10 bits, salted by the message", "as many as the price is to be", $"{puzzles.BytesPerMessage:F1}"],
    ["translucent", "256 bits, sealed to one of 5 keys", "2 of 5 is a choice", $"{translucent.BytesPerMessage:F1}"]);

// %% [markdown]
// ## What a lawful request gets
//
// The same warrant each time: it names Alice and is signed after message 20. Look at the last column. Two of the designs ask nobody for a key: the
// provider hands over what it carries, and somebody's computers do the rest.

// %%
(string Design, Game Game)[] weak = [("export-grade", export), ("work-factor", factor), ("crumple-zone", puzzles), ("translucent", translucent)];
var warrants = weak.Select(row => (row.Design, Lawful: row.Game.ServeWarrant())).ToArray();
Display(["design", "past", "future", "last of all, the authority"],
    [.. warrants.Select(row => (string[])
    [
        row.Design, $"{row.Lawful.Past} of {row.Lawful.PastOf}", $"{row.Lawful.Future} of {row.Lawful.FutureOf}", row.Lawful.Steps[^1].Act,
    ])]);

// %% [markdown]
// ## The attack, and its controls
//
// **Short for everybody.** A tap on the wire, and nothing else, tries all keys of export grade. The control is the same tap where keys are whole.

// %%
Verdict tapped = export.Read(new SearchShortKeys(), export.Wiretap());
Verdict whole = strict.Read(new SearchShortKeys(), strict.Wiretap());
Compare(("a tap, and short keys", tapped), ("control: the same tap, and whole keys", whole));
Display(tapped);

// %% [markdown]
// The stranger did better than to compute every key for every message. What follows from a short key is the same in everybody's messages: it is
// computed once and kept in a table. In 2015 the authors of Logjam did the like with a number that many servers shared: a week for the number, and
// then about a minute for each connection. A salt takes the table away, since no two messages then have a key in common.

// %%
(long Messages, long Tried, long Expanded) Work(Game game)
{
    var search = new ShortKeySearch();
    FoundKey[] found = [.. game.Transcript.Entries.Select(entry => search.Find(game.Transcript.Parse(entry)!)!)];
    return (found.Length, found.Sum(key => key.Trials), search.Expanded);
}

var (table, salted) = (Work(export), Work(puzzles));
string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
Display(["", "messages", "keys tried on messages", "keys computed for it"],
    ["export-grade: one table", N(table.Messages), N(table.Tried), N(table.Expanded)],
    ["crumple-zone: each its own puzzle", N(salted.Messages), N(salted.Tried), N(salted.Expanded)]);

// %% [markdown]
// **Short for those who know some bits.** In Lotus Notes the agency paid for 40 bits, and everybody else for 64. Here two searchers look for the
// keys of the same messages: one has stolen the authority's key, the other has nothing but more computers.

// %%
Verdict stolenBits = factor.Read(new SearchWithLeakedBits(), factor.EscrowLeak());
Compare(
    ("the stolen key, and a search", stolenBits),
    ("control: an unrelated key, and a search", factor.Read(new SearchWithLeakedBits(), factor.EscrowLeak(Secrets.Unrelated))),
    ("control: no key, and the same means", factor.Read(new SearchShortKeys(), factor.Wiretap())));

var outsider = new ShortKeySearch(reach: 20);
var both = factor.Transcript.Entries.Take(4)
    .Select(entry => (entry.Message, Found: outsider.Find(factor.Transcript.Parse(entry)!)!, Holder: stolenBits.Recovered[entry.Message])).ToArray();
Display(["message", "the outsider tried", "the holder tried"],
    [.. both.Select(row => (string[])[$"{row.Message}", N(row.Found.Trials), N(row.Holder.Trials)])]);
Display($"Keys there are to try: {N(1 << 20)} for the outsider, {N(1 << 8)} for the holder: {N(1 << 12)} times as many.");

// %% [markdown]
// **Open by chance.** The authority can read two keys of five and not the others, whatever a warrant says. So can whoever steals them. Play it with
// other keys, and the number moves about as coins do.

// %%
Verdict stolenKeys = translucent.Read(new ReadWithLeakedMessageKeys(), translucent.EscrowLeak());
Compare(
    ("the authority's two keys, stolen", stolenKeys),
    ("control: two unrelated keys", translucent.Read(new ReadWithLeakedMessageKeys(), translucent.EscrowLeak(Secrets.Unrelated))));
int[] opened = [.. Enumerable.Range(1, 10).Select(seed => Play("translucent", seed).ServeWarrant().Opened)];
Display($"A warrant for Alice's 40 messages, played ten times: {string.Join(", ", opened)}.");
Display($"On average {opened.Average():F1}; chance says {40 * 2 / 5.0:F1}.");
Display(ConversationTimeline.Draw(garden, ("a tap, export grade", tapped), ("the two keys of five", stolenKeys), ("a tap, whole keys", whole)));

// %% [markdown]
// **Open by payment.** Now to the puzzles. There is nothing to steal, so the stranger pays, message after message, until the means are spent.

// %%
Verdict paid = puzzles.Read(new SearchShortKeys(), puzzles.Wiretap());
long means = 10_000, spent = 0;
Guess[] bought = [.. paid.Recovered.Values.TakeWhile(guess => (spent += guess.Trials) <= means)];
Display(["the stranger", "messages", "trials"],
    ["pays for all", $"{paid.Recovered.Count}", N(paid.Trials)],
    ["stops when the means are spent", $"{bought.Length}", N(bought.Sum(guess => guess.Trials))],
    ["tries on average for a message", "1", $"{paid.Trials / (double)paid.Recovered.Count:F0} of {N(1 << 10)}"]);

// %% [markdown]
// ## Two verdicts

// %%
JudgeTwice(export, tapped);
JudgeTwice(factor, stolenBits);
JudgeTwice(translucent, stolenKeys);

// %% [markdown]
// ## One change, and its price
//
// Make the court's share of the work smaller than the stranger's, by sealing some bits. What does it cost? A secret, where there was none before.

// %%
string Cost(string design) => warrants.Single(row => row.Design == design).Lawful.Steps[^1].Act.Split("tries ")[1];
Display(["design", "the court", "a stranger", "one theft then reads"],
    ["crumple-zone", Cost("crumple-zone"), $"up to {N(1 << 10)} keys for each message", "there is nothing to steal"],
    ["work-factor", Cost("work-factor"), $"up to {N(1 << 20)} keys for each message", $"{stolenBits.Recovered.Count} of 76, at the court's price"]);

// %% [markdown]
// The other price is time. A length is chosen once, and computers go on. Suppose the price of a trial halves in every 18 months, as it long did:
// then a length that costs what 40 bits cost in 1996 grows with the years, and what was recorded does not.

// %%
double months = 18;
int[] years = [1996, 2000, 2015, 2017, 2032];
Display(["in the year", "as dear as 40 bits in 1996"],
    [.. years.Select(year => (string[])[$"{year}", $"{40 + ((year - 1996) * 12 / months):F0} bits"])]);

// %% [markdown]
// The rules for exports ended in 2000. The short suites stayed in the code, for old partners' sake; in 2015 two attacks, FREAK and Logjam, made
// modern partners take them, and found sites that had meant to be strong. The same can be played here: two apps that speak Signal's protocol as it
// is and still know an older version, with an authority's field. Somebody who has that authority's key sits on the wire and changes the answer to
// the question which versions the other app speaks.

// %%
Game unbound = VersionRollback.Unbound.Play(garden, at: 20, target: "Alice");
Game bound = VersionRollback.Bound.Play(garden, at: 20, target: "Alice");
var rollBack = new RollBackTheVersion();
ActiveVerdict believed = unbound.PlayOn(rollBack, unbound.EscrowLeak());
ActiveVerdict signed = bound.PlayOn(rollBack, bound.EscrowLeak());
Compare(
    ("the answer is believed", believed.Reading),
    ("the answer is signed by its owner", signed.Reading),
    ("control: an unrelated authority's key", unbound.PlayOn(rollBack, unbound.EscrowLeak(Secrets.Unrelated)).Reading));
JudgeTwice(believed);
JudgeTwice(signed);

// %% [markdown]
// Strong protocol, strong keys, and a switch beside them that nobody locked. Where the answer is signed, nothing is read, and the app that is lied
// to notices. A weakness on purpose has no day on which it ends.
//
// ## The honest counter-argument
//
// Work has merits that keys do not have. It cannot be stolen, copied or forgotten in a taxi. It needs no honest official, for it is the price that
// sets the limit: whoever has to pay for each message will not read everybody's, be it the court or the thief. With the puzzles no agency holds
// anything, and this page found no way around the bill. The sealed bits really kept every outsider at a distance, and the exporters had the choice
// between that and 40 bits for all. And the two keys of five are the strangest offer of all: an agency that proves what it cannot do.
//
// Against it stands that a price asks nobody for a warrant. It is the same for a court, for another state and for a rich enemy, and it falls for
// all of them. A court that needs one message of one suspect tonight may find it too high; somebody who wants one minister's messages, next year,
// will not. And an investigator whose coin fell badly has no second throw.
//
// ## What this does not show
//
// What a trial costs. The lengths here are small, and nobody's chips were bought; how dear a puzzle must be so that a police force can and a crook
// cannot, no program tells. Nor whether a price that is right in one year is right in the next.
//
// And nobody here evades. Whoever encrypts once more before typing is read under none of these designs, at any price.
//
// ## Exercises
//
// 1. Give the stranger ten times the means, as some years of progress do. How many messages more? *Hint: `means`; then ask what the same years give
//    to the court.*
// 2. Can whoever paid for a message also write one in its sender's name? *Hint: `Display(puzzles.Forge(new SearchShortKeys(),
//    puzzles.Wiretap()).Forged);` and the same with `strict`.*
// 3. How much must the outsider afford before the sealed bits are worth nothing? *Hint: `new ShortKeySearch(reach: 19).Find(...)` finds null; try
//    to find the smallest reach that does not.*
//
// ## Further reading
//
// - Adrian et al., *Imperfect Forward Secrecy: How Diffie-Hellman Fails in Practice*, CCS 2015: Logjam. Beurdouche et al., *A Messy State of the
//   Union: Taming the Composite State Machines of TLS*, IEEE S&P 2015: FREAK.
// - Wright and Varia, *Crypto Crumple Zones: Enabling Limited Access Without Mass Surveillance*, EuroS&P 2018: access that costs, and no key at
//   all.
// - Bellare and Rivest, *Translucent Cryptography: An Alternative to Key Escrow, and Its Implementation via Fractional Oblivious Transfer*, J.
//   Cryptology 12, 1999.
// - One key instead of work: [lesson 4](04-one-key-for-everyone.cs). [What is escrowed decides](../../docs/spec/what-is-escrowed.md).
//
// ## The figure

// %%
Figure("Messages that a stranger without any secret bought for 10,000 trials", bought.Length, paid.Of + paid.BystandersOf, predicted);
