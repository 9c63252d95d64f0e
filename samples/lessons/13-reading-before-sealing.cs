#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 13. Reading before sealing
//
// **The claim.** Firms should find extreme material by themselves and remove it: BBC News and The Daily Telegraph, 26 March 2017; a board of the
// whole industry should see to it, since these firms are publishers: The Daily Telegraph. Those that are too slow should be fined: Scottish Daily
// Mail, end of March 2017. And they do not act even when they are tipped off: BBC News. (Our words; claims A35, A36, A37, A38, A52 and A53 of
// [the list](../../docs/claims.md).)
//
// **The question.** Nobody can look into a sealed message on its way. So let the phone look before it seals, and compare what it sees with a
// list. What is found? Who gets by, who can be accused, and who decides what is looked for? And what can a firm do that is tipped off and cannot
// read?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Scanning;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.WithoutABackDoor;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// In July 2017 a messenger said that each day 1,000,000,000 people used it and sent 4,500,000,000 pictures. In 2021 a maker of phones tested a
// hash for pictures and counted 3 false matches in 100,000,000. Let the two meet. Of how many people does an innocent picture match, on one day?
// Put your number here before you run on.

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// Signal's protocol twice, once in an app that compares each message with a list before it encrypts it. What matches is sealed to whoever keeps
// the list, and sent there as well.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
Game scanning = Design.Named("client-scanning").Play(garden, at: 20, target: "Alice");
string[] Wire(Game game) => [.. game.Transcript.Entries.Select(entry => Convert.ToHexString(entry.Envelope.Message.Bytes.Span))];
string[] Row(string design, Game game) => [design, $"{game.Arrived}", $"{Wire(game).Length}", $"{Wire(strict).Count(Wire(game).Contains)}"];

Display(["design", "messages that arrived", "envelopes", "of these the same as in strict, to the last bit"],
    Row("strict", strict), Row("client-scanning", scanning));

// %% [markdown]
// And one phone by itself. Pictures that are alike to the eye get hashes that differ in few of 64 bits: the picture is cut into 8 rows of 9
// cells, and each bit says whether a cell is darker than its neighbour. The list holds such hashes of 20 pictures, and a match is whatever
// differs in up to 10 bits.

// %%
var random = new SeededRandom(2021);
int width = 90, height = 80, threshold = 10;
GreyImage[] Draw(string what, int count) =>
    [.. Enumerable.Range(1, count).Select(number => SyntheticPicture.Draw(random.Child($"{what} {number}"), width, height))];
GreyImage[] known = Draw("listed", 20), innocent = Draw("innocent", 180);

var administrator = new ListAdministrator(random.Child("administrator"));
ScanList List(int within) => known.Aggregate(new ScanList(within, random.Child("salt")), (list, one) => list.WithPicture(PerceptualHash.Of(one)));
ClientScanner Phone(ScanList list)
{
    var phone = new ClientScanner(administrator.PublicKey, random.Child("phone"));
    phone.Accept(administrator.Sign(list));
    return phone;
}

// %% [markdown]
// ## What a lawful request gets
//
// A warrant that names Alice gets from the list's keeper what phones reported, and nothing else.

// %%
Display(scanning.ServeWarrant());
Display(strict.ServeWarrant());

// %% [markdown]
// That is not what the scanner is for. It is for finding. Pictures are sent: the listed ones as they are, the listed ones a little lighter, as
// another phone may have saved them, and others. Beside it an older way, which compares whole files.

// %%
GreyImage[] lighter = [.. known.Select(one => new GreyImage(width, height, [.. one.Pixels.ToArray().Select(grey => (byte)Math.Min(255, grey + 8))]))];
ClientScanner looks = Phone(List(threshold));
ClientScanner compares = Phone(known.Aggregate(new ScanList(threshold, random.Child("salt")), (list, one) => list.WithFile(one.ToPng())));
string Found(ClientScanner phone, GreyImage[] pictures) => $"{pictures.Count(one => phone.Scan("", one.ToPng()).Count > 0)} of {pictures.Length}";

Display(["a phone with a list of", "finds copies", "finds lighter copies", "reports of others"],
    ["files, exactly", Found(compares, known), Found(compares, lighter), Found(compares, innocent)],
    ["pictures that look alike", Found(looks, known), Found(looks, lighter), Found(looks, innocent)]);

// %% [markdown]
// Of the others nothing left the phone but what the recipient gets. No escrow can say that of itself.
//
// ## The attack, and its controls
//
// **Getting by, and having somebody accused.** Neither needs a key. Both need the hash, which is on every phone, and the accuser an entry of the
// list, which is there too. Whoever wants a listed picture to pass changes its cells as little as possible, until more bits differ than the list
// forgives. Whoever wants to accuse somebody takes an innocent picture and changes it until few enough do, and sends it to them; when they pass
// it on, their phone reports them. How near the changed picture is to the original is given in dB: above 40 hardly anybody sees a difference.

// %%
PerceptualHash Hash(GreyImage picture) => PerceptualHash.Of(picture);
AlteredPicture[] Escapes(int within) => [.. known[..10].Select(one => Evasion.Escape(one, Hash(one), within)!)];
AlteredPicture[] Framings(int within) => [.. known[..10].Zip(innocent, (bad, good) => FrameByCollision.Collide(good, Hash(bad), within)!)];
var rules = ((int[])[4, 10, 16]).ToDictionary(bits => bits, bits => (Escapes: Escapes(bits), Framings: Framings(bits)));
string Cost(AlteredPicture[] all) => $"{all.Average(one => one.BitsFlipped):F1} bits, {all.Average(one => one.Psnr):F1} dB";

var unrelated = new HashDistances(random.Child("unrelated"), pictures: 400);
Display([$"a match is within, of {PerceptualHash.Size}", "to get by, on average", "to accuse, on average", "unrelated pairs taken for alike"],
    [.. rules.Select(rule => (string[])
        [$"{rule.Key} bits", Cost(rule.Value.Escapes), Cost(rule.Value.Framings), $"{unrelated.UpTo(rule.Key)} of {unrelated.Pairs}"])]);

// %% [markdown]
// The columns pull against each other. Whoever is fined for what gets by will take more for alike; then it is a little harder to get by, much
// easier to accuse, and chance accuses more often. And whoever wants to get by without any arithmetic holds up a mirror.

// %%
GreyImage[] Pictures(AlteredPicture[] altered) => [.. altered.Select(one => one.Picture)];
GreyImage[] escaped = Pictures(rules[threshold].Escapes), framed = Pictures(rules[threshold].Framings);
Display(["what is sent", "the phone reports"],
    ["listed pictures, changed to get by", Found(looks, escaped)],
    ["listed pictures, in a mirror", Found(looks, [.. known[..10].Select(Evasion.Mirror)])],
    ["innocent pictures, changed to accuse", Found(looks, framed)],
    ["control: the same innocent pictures as they were", Found(looks, innocent[..10])]);

// %% [markdown]
// **Another use.** The phone takes whatever list the keeper's key has signed. Here somebody else has a copy of that key, and puts one sentence
// more on the list. Not one line of the phone's program changes: below it is the same phone, before and after.

// %%
ClientScanner alices = Phone(List(threshold)), other = Phone(List(threshold));
string Flagged(ClientScanner phone) => $"{garden.Messages.Count(message => phone.Scan(message.Text, []).Count > 0)} of {garden.Messages.Count}";
SignedScanList Poison(ClientScanner phone, ListAdministrator keeper) =>
    PoisonedList.Add(phone.List!, garden.Messages[^1].Text, keeper.Leak(), random.Child("thief"));

string before = Flagged(alices);
bool taken = alices.Accept(Poison(alices, administrator)), takenOther = other.Accept(Poison(other, new(random.Child("another"))));
Display(["the newest list", "the phone takes it", "messages of Alice and Bob that are reported"],
    ["the keeper's", "yes", before],
    ["signed with a copy of the keeper's key", taken ? "yes" : "no", Flagged(alices)],
    ["control: signed with another keeper's key", takenOther ? "yes" : "no", Flagged(other)]);

// %% [markdown]
// It makes no difference to the phone whether the key was stolen, its owner changed their mind, or a law did. And the same key opens what was
// reported already:

// %%
Verdict read = scanning.Read(new ReadTheReports(), scanning.EscrowLeak());
Verdict control = scanning.Read(new ReadTheReports(), scanning.EscrowLeak(Secrets.Unrelated));
Compare(("the keeper's key", read), ("control: another keeper's key", control));
Display(read);
Display(ConversationTimeline.Draw(garden, ("the keeper's key", read), ("another keeper's key", control)));

// %% [markdown]
// **Nobody attacks.** There are only very many pictures. Change the three numbers to those of a messenger that you know.

// %%
double pictures = 4_500_000_000, people = 1_000_000_000, rate = 3.0 / 100_000_000;
var alarms = new FalseAlarms(pictures, people, rate);
Display($"False matches a day: {alarms.MatchesPerDay:F0}, of {people:F0} people's {pictures:F0} pictures.");

string[] Accused(string rule, FalseAlarms model, int matches) =>
    [rule, $"{model.AccusedAccounts(matches, days: 1):G5}", $"{model.AccusedAccounts(matches, days: 365):G5}"];
double errsToo = 1.0 / 1000;
Display(["somebody is looked at after", "people on a day", "people in a year"],
    Accused("1 match", alarms, 1),
    Accused("2 matches", alarms, 2),
    Accused("30 matches", alarms, 30),
    Accused("1 match, and a second hash that errs once in 1,000", alarms with { FalseMatchRate = rate * errsToo }, 1),
    Accused("30 matches, where pictures come in series of 30 alike", new(pictures / 30, people, rate), 1));

// %% [markdown]
// A threshold of 30 matches, which the plan of 2021 had, and a second hash are good answers: they turn a crowd into few or nobody. But the third
// row says so only of pictures that match each by itself. Let people take 30 shots of one scene, and all of them match or none; then the last row
// is true, and the threshold has done little. And an accuser, who can make as many pictures as they like, is not stopped by a count.
//
// ## Two verdicts

// %%
JudgeTwice(scanning, read);

// %% [markdown]
// The encryption is as it was, on the wire as in the sum. It never was what was to be got by.
//
// ## One change, and its price
//
// First change: a second hash that is on no phone. The keeper compares once more, with a hash that nobody outside knows; here it is the same one,
// of the picture turned on its side. Whoever made a picture to meet the first hash has not met the second.

// %%
GreyImage Turned(GreyImage picture) => new(picture.Height, picture.Width,
    [.. Enumerable.Range(0, picture.Width).SelectMany(x => Enumerable.Range(0, picture.Height).Select(y => picture.Row(y)[x]))]);
PerceptualHash[] turnedList = [.. known.Select(one => Hash(Turned(one)))];
string Both(GreyImage[] sent) => $"{sent.Count(one => looks.Scan("", one.ToPng()).Count > 0
    && Hash(Turned(one)) is var turned && turnedList.Any(listed => listed.DistanceTo(turned) <= threshold))} of {sent.Length}";

Display(["what is sent", "the phone reports", "and the second hash agrees"],
    ["listed pictures, as they are", Found(looks, known), Both(known)],
    ["listed pictures, lighter", Found(looks, lighter), Both(lighter)],
    ["innocent pictures, changed to accuse", Found(looks, framed), Both(framed)]);

// %% [markdown]
// Here the finding loses nothing. The price is that nobody can check what the second hash is, who keeps it, and what else it finds; and each of
// the reports that it turns down was opened before.
//
// Second change: do not look. What is public can be looked at where it stands, by the same scanner, on the site's own server. And who receives a
// message can hand it in: each message carries a commitment to what it says, the provider tags it unread, and one complaint opens one commitment.

// %%
PublicContentStudy site = PublicContentStudy.Run(MatrixRunner.Run(garden, at: 20, target: "Alice", designs: ["strict", "client-scanning"]));
RecipientReports reports = RecipientReports.Run(garden);
Display(["without a scanner on any phone", "measured"],
    ["listed posts that a public site found by itself", $"{site.Found} of {site.Listed}"],
    ["outcomes of attacks on the messenger beside it that changed", $"{site.Messenger.Of - site.Messenger.Same} of {site.Messenger.Of}"],
    ["true complaints of recipients that the provider could verify", $"{reports.Verified} of {reports.Messages}"],
    ["messages that one complaint opened", $"{reports.OpenedByOne} of {reports.Messages}"],
    ["forged complaints that it took for true", $"{reports.ForgedVerified} of {reports.Forged}"],
    ["messages that could not have been reported, refused by the app", $"{reports.SpoiledRefused} of {reports.Spoiled}"],
    ["control: true complaints, at a provider with another key", $"{reports.OtherProvider} of {reports.Messages}"]);

// %% [markdown]
// So a firm that is tipped off can act, and know that it acts on the truth. The price for the finding is plain: what sender and recipient both
// want, neither of them hands in, and of that nothing is found.
//
// ## The honest counter-argument
//
// The scanner does what no other mechanism of this course does: it finds known pictures that nobody changed, wherever they are sent, and reads
// nothing else. Its defenders add that most people who send such things change nothing, and know no dynamic programming. Behind such a picture
// there may be somebody who was harmed when it was made, and is harmed again each time it is sent; and from those who share it no complaint will
// ever come. A threshold of matches and a second hash are no decoration: the tables show what they take away, and after that a person looks
// before anybody is accused.
//
// The other side answers that the list is the mechanism. Whoever signs it decides what a billion phones look for, the owners of the phones cannot
// see what it is, and the next wish needs one entry and no new program.
//
// ## What this does not show
//
// How good such a hash is for photographs: these pictures are synthetic, drawn from a seed, and the hash is a simple one. Hashes that were learnt
// from many pictures are better at finding; one of them was announced in August 2021, taken from phones and made to collide in that month, and
// its maker gave the plan up in December 2022. Nor how often people complain. Nor what a law will say: a European draft of 2022 would have
// obliged messengers to look, and in October 2025 the obligation was taken out of it; what became of it since is not told here.
//
// ## Exercises
//
// 1. How rarely may a hash err, so that nobody is accused by a single match in a year? *Hint: make `rate` smaller until the first row has less
//    than 1 in its last column.*
// 2. How far must a list's threshold go to stop the mirror, and what else does it take for alike then? *Hint:
//    `Hash(Evasion.Mirror(known[0])).DistanceTo(Hash(known[0]))`, and that number in `unrelated.UpTo`.*
// 3. The accuser does not know how many bits the list forgives. What does it cost to be sure? *Hint: `Cost(Framings(0))`; then let the list
//    forgive less and look at `Found(Phone(List(4)), framed)`.*
//
// ## Further reading
//
// - Abelson et al., *Bugs in Our Pockets: The Risks of Client-Side Scanning*, 2021.
// - Grubbs, Lu and Ristenpart, *Message Franking via Committing Authenticated Encryption*, CRYPTO 2017.
// - [Client-side scanning](../../docs/spec/client-scanning.md): the parts, and what fails. [The
//   pair](../../docs/pairs/strict--client-scanning.md): both designs in code and in bytes.
// - [The programs](../without-a-back-door/README.md) `PublicContent.cs` and `ReportByRecipient.cs`.
//
// ## The figure

// %%
Figure("People of whom an innocent picture matches, on one day", (int)Math.Round(alarms.AccusedAccounts(1, days: 1)), (int)people, predicted);
