#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 6. Splitting and ageing
//
// **The claim.** A system can be built so that there is access when it is absolutely necessary (The Daily Telegraph, 26 March 2017), under a warrant
// that a judge has approved (Scottish Daily Mail, end of March 2017); those who own the technology owe society a solution (BBC News, 26 March 2017).
// And other countries should do the same. (Our words; claims A19, A21, A33 and A44 of [the list](../../docs/claims.md).)
//
// **The question.** In [lesson 4](04-one-key-for-everyone.cs) one theft opened everything, because one key did. Engineers have better ideas than one
// key: cut it into pieces, or let it grow old. How much of the damage do they take away, and what does the court give up for it?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// 27 countries each want a copy of the key, so that no one has to ask another. They are careful: each of them loses its copy with a probability of
// two per cent, and none because another does. Think of 1,000 such worlds. In how many of them does at least one copy get out? Put your number here
// before you run on.

// %%
int predicted = 20;

// %% [markdown]
// ## The program
//
// Five messengers, alike but for one thing: how the private key is kept to which every message's key is sealed. In one piece. In shares, of which
// some open a message together and fewer know nothing. In copies, one for each country. As a fresh key for each day, destroyed soon afterwards. And
// as a key that moves on: tomorrow's is a hash of today's, and nobody can walk back.

// %%
Conversation garden = BuiltInConversation.Load();
Game Play(string design, int at) => Design.Named(design).Play(garden, at, target: "Alice");
Game whole = Play("message-key-escrow", 20), shares = Play("threshold-escrow", 20), copies = Play("jurisdictions", 20);
Game daily = Play("epoch-escrow", 20), oneWay = Play("evolving-escrow", 20);
(string Kept, Game Game)[] ways =
    [("in one piece", whole), ("in shares", shares), ("in copies", copies), ("a fresh one each day", daily), ("moving on one way", oneWay)];

Display(["the key is kept", "it takes", "bytes a message"],
    [.. ways.Select(way => (string[])[way.Kept, $"{way.Game.Holders!.Needed} of {way.Game.Holders.Of}", $"{way.Game.BytesPerMessage:F1}"])]);

// %% [markdown]
// ## What a lawful request gets
//
// The same warrant each time: it names Alice and is signed after message 20, for the whole conversation. Look at three things. What does it open of
// the past, which is what investigators mostly ask for? What of the future? And who has to be in the office for it?

// %%
Display(["the key is kept", "past", "future", "who must act"],
    [.. ways.Select(way => (way.Kept, Lawful: way.Game.ServeWarrant())).Select(way => (string[])
    [
        way.Kept, $"{way.Lawful.Past} of {way.Lawful.PastOf}", $"{way.Lawful.Future} of {way.Lawful.FutureOf}", string.Join(", ", way.Lawful.Parties),
    ])]);

// %% [markdown]
// Splitting costs the court company: the agencies multiply their shares with each message's field and put the products together. The key is never
// whole anywhere, not even for a moment. Ageing costs the court the past, and the key that moves on opens less than the fresh ones: the day is over
// and so is its key.
//
// ## The attack, and its controls
//
// First the pieces. A thief breaks into one agency, then into as many as are still one too few, then into enough. The control has enough shares, of
// another messenger's key.

// %%
var attack = new ReadWithLeakedMessageKeys();
Verdict one = shares.Read(attack, shares.Leak(AccessSecret.OneShare));
Verdict tooFew = shares.Read(attack, shares.Leak(AccessSecret.OneShareTooFew));
Verdict enough = shares.Read(attack, shares.Leak(AccessSecret.Escrow));
Verdict strangers = shares.Read(attack, shares.Leak(AccessSecret.Escrow, Secrets.Unrelated));

Compare(("one share", one), ("one share too few", tooFew), ("enough shares", enough), ("control: enough shares of an unrelated key", strangers));
Display(enough);

// %% [markdown]
// Nothing, nothing, everything. There is no half-open. And the copies? They are the same number of offices under the opposite rule.

// %%
Verdict copy = copies.Read(attack, copies.Leak(AccessSecret.OneShare));
Verdict strangersCopy = copies.Read(attack, copies.Leak(AccessSecret.OneShare, Secrets.Unrelated));
Compare(("one of the countries' copies", copy), ("control: a copy of an unrelated key", strangersCopy));

// %% [markdown]
// Now the ages. It matters when the thief comes, so let the thief come three times: early, in the middle, late. In each cell: how much of what had
// been said by then, and how much of what was said later.

// %%
string Stolen(string design, int at)
{
    Game game = Play(design, at);
    Verdict read = game.Read(attack, game.EscrowLeak());
    return $"{read.Past} of {read.PastOf}, {read.Future} of {read.FutureOf}";
}

int[] thefts = [5, 20, 35];
Display(["stolen after message", "in one piece", "a fresh one each day", "moving on one way"],
    [.. thefts.Select(at => (string[])
        [$"{at}", Stolen("message-key-escrow", at), Stolen("epoch-escrow", at), Stolen("evolving-escrow", at)])]);

// %%
Verdict day = daily.Read(attack, daily.EscrowLeak());
Verdict today = oneWay.Read(attack, oneWay.EscrowLeak());
Compare(
    ("the days' keys that are held", day),
    ("control: an unrelated authority's", daily.Read(attack, daily.EscrowLeak(Secrets.Unrelated))),
    ("the key of today", today),
    ("control: an unrelated authority's", oneWay.Read(attack, oneWay.EscrowLeak(Secrets.Unrelated))));
Display(ConversationTimeline.Draw(
    garden, ("one share too few", tooFew), ("enough shares", enough), ("the days that are held", day), ("today's key", today)));

// %% [markdown]
// Fresh keys lose a few days, wherever the thief finds them. A key that moves on guards the past well and the future not at all: what everybody can
// compute from it, the thief can as well.
//
// So far each theft was a fact. How likely is it? Suppose each office is robbed with some probability and independently of the others; the rest is
// arithmetic. Whoever doubts the formula throws dice.

// %%
double robbed = 0.02;
var dice = new Random(6);
Quorum[] rules = [new(1, 1), new(2, 3), new(3, 5), new(1, 5), new(1, 27)];
int Lost(Quorum rule, int worlds) => Enumerable.Range(0, worlds)
    .Count(_ => Enumerable.Range(0, rule.Of).Count(_ => dice.NextDouble() < robbed) >= rule.Needed);

Display(["robbers need", "by the formula", "by dice, in 100,000 worlds", "as likely as with one key"],
    [.. rules.Select(rule => (Rule: rule, Leak: rule.LeakProbability(robbed))).Select(row => (string[])
        [$"{row.Rule.Needed} of {row.Rule.Of}", $"{100 * row.Leak:0.0000} %", $"{Lost(row.Rule, 100_000)}", $"{row.Leak / robbed:0.0000} times"])]);

// %% [markdown]
// Shares make the theft rarer by orders of magnitude: that is no word game, it is a real gain. Copies go the other way.
//
// But "independently of the others" carries all the weight. Let there be one fault that opens all offices at once: the same maker's safe, the same
// administrator, the same forged letter. Let it be a twentieth as likely as one burglary.

// %%
double fault = robbed / 20;
Display(["robbers need", "independent offices", "with a fault in common"],
    [.. rules.Select(rule => rule.LeakProbability(robbed)).Zip(rules, (leak, rule) => (string[])
        [$"{rule.Needed} of {rule.Of}", $"{100 * leak:0.0000} %", $"{100 * (fault + ((1 - fault) * leak)):0.0000} %"])]);

// %% [markdown]
// ## Two verdicts
//
// Below the threshold the mechanism did what it promised. From the threshold on it is lesson 4 again; and no phone can tell the difference, since
// nobody's phone takes part.

// %%
JudgeTwice(shares, tooFew);
JudgeTwice(shares, enough);
JudgeTwice(daily, day);

// %% [markdown]
// ## One change, and its price
//
// Ask for more shares: four of five, or all. The thief's chance shrinks with each. But an office that is robbed is not the only misfortune; there is
// also the one that does not answer, at three in the morning, after a fire, on strike. Let that happen as often as a burglary, and count the nights
// on which a warrant opens nothing because too few are there.

// %%
Display(["shares needed of 5", "a thief has enough", "a court has too few"],
    [.. Enumerable.Range(1, 5).Select(needed => (string[])
    [
        $"{needed}",
        $"{100 * new Quorum(needed, 5).LeakProbability(robbed):0.00000000} %",
        $"{100 * new Quorum(6 - needed, 5).LeakProbability(robbed):0.00000000} %",
    ])]);

// %% [markdown]
// The same column, upside down. The rule in the middle is the one that is good at both, and the rule that the thief hates most is the one that a dead
// battery defeats.
//
// ## The honest counter-argument
//
// These are good ideas, and this lesson did not break one of them. Shares answer the plainest objection to escrow, that a single crook suffices;
// fresh keys answer the next, that one leak is for ever. Whoever says that nothing can be done about a stolen master key is wrong by the factor in
// the table. And a court that gives up the old messages still has the new ones, from the day of the warrant on; a telephone tap never delivered more.
//
// ## What this does not show
//
// That offices are independent: it is assumed where it says so, and the table below it shows what hangs on that. How probable a theft is: the two per
// cent are an example, and no program knows the true figure. Nor that splitting and ageing can be had with the retroactive reading that [lesson
// 4](04-one-key-for-everyone.cs) delivered: whatever opened all of the past for the court can also lose all of it. And no share asks for a warrant:
// enough holders who agree among themselves need none; [lesson 11](11-the-warrant-desk.cs) lets a judge hold one and a public ledger count them.
//
// ## Exercises
//
// 1. How careful must 27 countries be, so that all together they are as safe as one key at two per cent? *Hint: change `robbed` until the row `1 of
//    27` says two per cent; then find out how careless the five of the shares may be.*
// 2. On which day should the thief come to get the most from the fresh keys? *Hint: `Stolen("epoch-escrow", at)` for each `at`; then look up when the
//    garden friends talk most.*
// 3. Give the judge a share: play `warrant-ledger` and steal `AccessSecret.Escrow`, then `AccessSecret.JudgeAndKey`. What does the warrant leave
//    behind that the thief does not? *Hint: `Display(game.ServeWarrant())`, and its last column.*
//
// ## Further reading
//
// - Shamir, *How to share a secret*, 1979; Desmedt and Frankel, *Threshold cryptosystems*, 1989: opening without ever putting the key together.
// - Abelson et al., *Keys under Doormats*, 2015, on who would hold the shares of a global service.
// - Green, Kaptchuk and Van Laer, *Abuse Resistant Law Enforcement Access Systems*, 2021: the most that splitting has been made to do.
// - The pairs beside Signal's protocol, in code and in bytes: [shares](../../docs/pairs/strict--threshold-escrow.md),
//   [copies](../../docs/pairs/strict--jurisdictions.md), [days](../../docs/pairs/strict--epoch-escrow.md), [one
//   way](../../docs/pairs/strict--evolving-escrow.md).
//
// ## The figure

// %%
Figure("Worlds in which at least one of 27 copies got out", Lost(new(1, 27), 1000), 1000, predicted);
