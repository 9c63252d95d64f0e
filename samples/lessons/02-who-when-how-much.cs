#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 2. Who, when, how much
//
// **The claim.** A message was sent minutes before an attack, end-to-end encrypted; the police cannot read it, nor find out to whom it went:
// The Daily Telegraph, 26 March 2017. The phone had been connected to the messenger two minutes before: BBC News, the same day. A minister
// uses the messenger too, and was seen there one morning: Scottish Daily Mail, late March 2017. (Our words; claims A10, A11 and A12 of
// [the list](../../docs/claims.md).)
//
// **The question.** The three reports do not quite fit together. If nobody can read a message, is nothing known of it? What can a relay
// answer that passes on what it cannot read, and keeps a log?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.WithoutABackDoor;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// In a small town 16 people write to each other for two hours, by Signal's protocol. Somebody gets the relay's log, and no key. They draw
// the town's contact graph from it: an arrow from everybody who wrote to everybody who was written to. What percentage of the true arrows do
// they find?

// %%
int predicted = 50;

// %% [markdown]
// ## The program
//
// First one conversation, Alice and Bob about their garden, with other people around them. The relay writes down each envelope that it
// passes on. This is what its log has in it.

// %%
Conversation garden = BuiltInConversation.Load();
Game strict = Design.Named("strict").Play(garden, at: 20, target: "Alice");
var log = new RelayLog();
foreach (TranscriptEntry entry in strict.Transcript.Entries)
    log.Record(entry.Envelope);

Display(["when", "from", "to", "bytes"],
    [.. log.Deliveries.Take(6).Select(line => new[] { $"{line.Time:yyyy-MM-dd HH:mm}", line.From ?? "somebody", line.To, $"{line.Size}" })]);

// %% [markdown]
// Put together, the lines draw a map of who has to do with whom: Alice and Bob, and people of whom nobody asked.

// %%
Display(ContactGraph.Draw(log.Deliveries));

// %% [markdown]
// Who and when stand in the log in so many words. How much is more than it seems: one line is far longer than all others. Somewhere in this
// conversation there is a picture. Did the relay see when it was sent, and by whom?

// %%
DeliveryRecord longest = log.Deliveries.MaxBy(line => line.Size)!;
DeliveryRecord second = log.Deliveries.Where(line => line != longest).MaxBy(line => line.Size)!;
ChatMessage picture = garden.Messages.Single(message => message.Attachment is not null);
Display(["", "when", "from", "bytes"],
    ["the longest line of the log", $"{longest.Time:yyyy-MM-dd HH:mm}", longest.From ?? "somebody", $"{longest.Size}"],
    ["the second longest", $"{second.Time:yyyy-MM-dd HH:mm}", second.From ?? "somebody", $"{second.Size}"],
    ["the picture, in truth", $"{picture.Time:yyyy-MM-dd HH:mm}", picture.From, ""]);

// %% [markdown]
// ## What a lawful request gets
//
// Now the town. At some moment the police come to the relay with a warrant, and ask what the reports of 2017 asked. The relay has no key and
// needs none: it looks into its log. The program knows the truth and sets it beside the answers.

// %%
MetadataStudy town = MetadataStudy.Run(seed: 2017);
ContactScore arrows = town.Plain.Contacts;
Display(["asked of the log", "answer", "truth"],
    [$"to whom did {town.Person} write in the last two minutes?", string.Join(", ", town.Plain.WroteTo), town.WroteTo],
    ["when was she last connected?", $"{town.Plain.LastSeen:HH:mm:ss}", $"she wrote at {town.Moment - MetadataStudy.DefaultBefore:HH:mm:ss}"],
    ["who wrote to whom?", $"{arrows.Right} arrows, {arrows.Found - arrows.Right} wrong", $"{arrows.True} arrows"],
    ["what did they say?", $"{town.Plain.TextsInTheLog} texts", $"{town.Messages} messages"]);

// %% [markdown]
// So all three reports can be put right. The content was out of reach. To whom it went was not, for a relay that keeps such a log; that
// answer took no back door.
//
// ## The attack, and its controls
//
// A log does not ask who reads it. Whoever copies it has the graph of the whole town, with no warrant that names anybody. And one attack
// needs not even the log: the app shows every contact when somebody was last there. A contact looks once a minute, for these two hours.

// %%
Verdict read = strict.Read(new ReadTheWire(), strict.Wiretap());
Display(["attacker", "has", "learns"],
    ["a thief", "a copy of the log", $"{arrows.Right} of {arrows.True} arrows, of {town.People} people"],
    ["any contact", "a telephone number, and patience", $"{town.Plain.Watched} of {town.Connections} moments at which {town.Person} was connected"],
    ["control: a thief", "the log of a town of other people", $"{town.Others.Contacts.Right} of {town.Others.Contacts.True} arrows"],
    ["control: the tap of lesson 1", "the wire", $"{read.Read} of {garden.Messages.Count} texts"]);

// %% [markdown]
// The garden's conversation as the tap has it: every message, from whom, in what order, and not one of them read.

// %%
Display(ConversationTimeline.Draw(garden, ("the tap", read)));

// %% [markdown]
// ## Two verdicts
//
// The two questions of every lesson have comforting answers here. Nobody read anything.

// %%
JudgeTwice(strict, read);

// %% [markdown]
// And yet a person who must not be seen talking to a lawyer, a journalist, a doctor or a union was not protected. Encryption of content does
// not even promise it. The second question has two halves, and the verdict above is about one of them.

// %%
string Protected(int found) => found == 0 ? "yes, from this attack" : "no";

Display(["Was the person protected?", "", "measured"],
    ["what was said", Protected(town.Plain.TextsInTheLog), $"{town.Plain.TextsInTheLog} of {town.Messages} texts in the log"],
    ["to whom, and when", Protected(arrows.Right), $"{arrows.Right} of {arrows.True} arrows in the log"]);

// %% [markdown]
// ## One change, and its price
//
// The relay must know the recipient, or it cannot deliver. It need not know the sender: in Signal's *sealed sender* the sender's name
// travels inside the encryption. Or it can know and not write it down, and keep two dates of each customer: of registration, and of the last
// connection.

// %%
string Whom(LogAnswers answers) => answers.WroteTo.Count == 0 ? "no answer" : string.Join(", ", answers.WroteTo);

string[] Row(string relay, LogAnswers answers) =>
[
    relay, Whom(answers), $"{answers.Contacts.Right} of {answers.Contacts.True}",
    answers.LastSeen is { } seen ? $"{seen:HH:mm:ss}" : "no answer", $"{answers.LastDay:yyyy-MM-dd}",
];

Display(["the relay", $"to whom {town.Person} wrote", "arrows", "last seen", "last day"],
    Row("keeps a whole log", town.Plain), Row("is not told the sender", town.Sealed), Row("keeps two dates", town.TwoDates));

// %% [markdown]
// The seal costs bytes, and it costs the police the answer itself. What is left are the times: people answer each other within seconds, so
// whoever gets a message now probably sent one just before. That gives guesses. To see what they are worth, the same guesses are made with
// the times dealt out anew: what is still right then is chance.

// %%
string[] Guessed(string from, TimingGuess guess) =>
[
    from, $"{guess.Right} of {guess.Messages}", $"{guess.Contacts.Right} of {guess.Contacts.True}", $"{guess.Contacts.Found - guess.Contacts.Right}",
];

Display(["the sealed log", "senders guessed right", "arrows found", "arrows that are none"],
    Guessed("its times", town.Timing), Guessed("by chance: times dealt out anew", town.TimingControl));
Display($"A seal adds {town.SealsSize} bytes; recipients opened and read {town.SealedAndRead} of {town.Messages} sealed messages.");

// %% [markdown]
// ## The honest counter-argument
//
// There are two, against both camps. To those who say that encryption leaves the police in the dark: much evidence exists without any back
// door, and it is the kind that finds accomplices. A graph of contacts often says more than the texts do.
//
// To those who answer "then let them use the log": the log is there because somebody chose to keep it. When a court asked Signal in 2016,
// two dates were all there was to hand over. A messenger that means its promise keeps as little as that, and the better it is built, the
// less of this lesson's evidence remains. Nor does a name prove what was said.
//
// ## What this does not show
//
// A contact list on a seized phone, a backup, a bill and an address on the Internet tell of contacts too; none of them is in this model. The
// town is drawn by chance: how well people's own times give them away, it cannot tell. A guess from times is no evidence, and the wrong
// arrows above are people.
//
// Real messengers pad what they send, and keep pictures apart from messages; then the length says less, though rarely nothing.
//
// ## Exercises
//
// 1. One report says three minutes, not two. Which answers change? *Hint: `MetadataStudy.Run(seed: 2017, before: TimeSpan.FromMinutes(3))`.*
// 2. Let the town grow, or talk less: when do the guesses from times get worse? *Hint: `people:` and `talks:`; look at the wrong arrows
//    too.*
// 3. Who in the garden's log writes latest at night? *Hint: `log.Deliveries.MaxBy(line => line.Time.TimeOfDay)`; then ask who else could put
//    that question.*
//
// ## Further reading
//
// - Susan Landau, *Listening In*, Yale University Press, 2017: what investigators get without content.
// - Signal, *Grand jury subpoena for Signal user data, Eastern District of Virginia*, 2016.
// - [Without a back door](../without-a-back-door/README.md): the same study, and others like it. The next lesson takes
//   [the phone](03-the-seized-phone.cs).
//
// ## The figure

// %%
Figure("Percentage of the town's contacts that the log told without any key", (int)(100 * arrows.Recall), 100, predicted);
