#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 16. The scoreboard
//
// **The claim.** A system can be built so that there is access when it is absolutely necessary: The Daily Telegraph, 26 March 2017. Those who own the
// technology owe society a solution; the right to know and privacy are to be balanced: BBC News, 26 March 2017. There is no way in, and so no use in
// demanding one: The Sun, June or July 2017. (Our words; claims A07, A21, A40 and A44 of [the list](../../docs/claims.md).)
//
// **The question.** One conversation, one warrant, and the same thefts, on every design that this course has built. What does each deliver, and
// what does it cost everybody else? And who says what counts?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.Scoreboards;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// There are more than twenty designs. In each a court serves the same warrant, and a thief steals the same thing: what the agency needs in order to
// open messages. In how many of them does the warrant open at least one message, while the thief reads none of the people who have nothing to do
// with the case?

// %%
int predicted = 0;

// %% [markdown]
// ## The program
//
// Alice and Bob exchange 40 messages, and six bystanders write to each other at the same time. The warrant names Alice; it is signed, and the theft
// happens, after message 20. Every design plays that, is attacked, and is asked seventeen questions, C1 to C17. They were collected from papers of
// engineers and from a report of the National Academies. What one holder's key is worth to a burglar no program knows: put in your own.

// %%
double robbed = 0.02;
Conversation garden = BuiltInConversation.Load();
MatrixRequest request = MatrixRequest.Create(garden, at: 20, target: "Alice").Request!;
Scoreboard board = Scoreboard.Run(request, robbed);
Display($"{board.Scores.Count} designs, {Criterion.All.Count} questions.");
Display(ScoreboardHeatMap.Draw(board));

// %% [markdown]
// A cell is as full as its value is of what is possible. Full is not good, and empty is not bad: in C1 everybody wants much, in C2 nobody does, and
// in C16 people differ.
//
// ## What a lawful request gets
//
// Nothing here is typed in: each line was played. A design that was added yesterday stands in it today.

// %%
string Share(int count, int of) => $"{count} of {of}";

Display(["design", "the warrant opened", "of the past", "of the future", "must act", "leaves a trace"],
    [.. board.Scores.Select(score => (Id: score.Design.Id, Lawful: score.Row.Lawful)).Select(row => (string[])
    [
        row.Id, Share(row.Lawful.Opened, row.Lawful.Of), Share(row.Lawful.Past, row.Lawful.PastOf), Share(row.Lawful.Future, row.Lawful.FutureOf),
        row.Lawful.Steps.Count == 0 ? "nobody can" : $"{row.Lawful.Parties.Count()} parties, {row.Lawful.Steps.Count} steps",
        row.Lawful.Steps.Count == 0 ? "" : ScoreboardText.Of(row.Lawful.Trace),
    ])]);

// %% [markdown]
// This is where encryption from end to end loses, and there is no softer way to say it: the first line. Of the messages that a court has ordered, the
// provider delivers none; not late, but never. In C12 that looks like a good value, no parties and no steps. It is the speed of a door
// that is not there. Here are all lines like it:

// %%
string Names(IEnumerable<Score> scores) => string.Join(", ", scores.Select(score => score.Design.Id));

Display($"The warrant opened nothing: {Names(board.Scores.Where(score => score.Row.Lawful.Opened == 0))}.");
Display($"It opened everything: {Names(board.Scores.Where(score => score.Row.Lawful.Opened == score.Row.Lawful.Of))}.");
Display($"Nothing once both encrypt twice: {board.Scores.Count(score => score.Evading.Opened == 0)} of {board.Scores.Count} designs.");

// %% [markdown]
// ## The attack, and its controls
//
// The same moment, the same wire, and no court. The thief has what the agency needs to open messages; in the last column he has whatever anybody
// needs, the judge included.

// %%
string Read(Verdict read) => $"{read.Past + read.Future} and {read.Bystanders}";

Display(["design", "read, of theirs and of bystanders'", "people", "could write as", "could be noticed", "with every secret"],
    [.. board.Scores.Select(score => (Score: score, Leak: score.Cell("escrow-leak"))).Select(row => (string[])
    [
        row.Score.Design.Id, Read(row.Leak.Verdict), Share(row.Score.PeopleRead(row.Leak), row.Score.People),
        $"{row.Leak.Forged}", $"{row.Leak.Noticed}", Read(row.Score.Cell("judge-and-key").Verdict),
    ])]);

int controls = board.Scores.SelectMany(score => score.Row.Cells).Sum(cell => cell.Control.Recovered.Count);
Display($"controls, unrelated secrets in {board.Scores.Sum(score => score.Row.Cells.Count)} thefts: {controls} messages.");

// %% [markdown]
// Hold the two tables side by side: what the warrant opens, against whom the theft reaches.

// %%
bool Strangers(Score score) => score.Cell("escrow-leak").Verdict.Bystanders > 0;
bool Anybody(Score score) => score.Cell("escrow-leak").Verdict.Recovered.Count > 0;
Score[] narrow = [.. board.Scores.Where(score => score.Row.Lawful.Opened > 0 && !Strangers(score))];

string[] Reached(string whom, Func<Score, bool> by) => [whom, .. ((Func<Score, bool>[])
    [
        score => score.Row.Lawful.Opened == 0,
        score => score.Row.Lawful.Opened > 0 && score.Row.Lawful.Opened < score.Row.Lawful.Of,
        score => score.Row.Lawful.Opened == score.Row.Lawful.Of,
    ]).Select(opened => $"{board.Scores.Count(score => by(score) && opened(score))}")];

// %%
Display(["the theft reads", "the warrant opens nothing", "a part", "everything"],
    Reached("nobody", score => !Anybody(score)),
    Reached("the two of the conversation", score => Anybody(score) && !Strangers(score)),
    Reached("bystanders as well", Strangers));
Display($"The warrant opens something, and the theft reads no bystander: {Names(narrow)}.");
bool Lost(Score score) => score.Cell("judge-and-key").Verdict.Recovered.Count > 0;
Display($"Of these, a thief with every secret reads messages in: {Names(narrow.Where(Lost))}.");

// %% [markdown]
// Strict encryption stands at the top left, one key for everyone at the bottom right, and neither camp has to invent anything. What stands
// elsewhere was built to please both. What stands at the top right pays in another column; the last line is a place to begin looking.
//
// ## Two verdicts
//
// Cryptography and protection are different columns in every design, not only in those of the earlier lessons.

// %%
string Of(Func<Score, bool> so) => Share(board.Scores.Count(so), board.Scores.Count);

Display(["", "designs"],
    ["Did the cryptography verify? Every message arrived as it was said", Of(score => score.Row.Arrived == score.Length)],
    ["Was the person protected? From one leak of the access secret", Of(score => !Anybody(score))],
    ["... from a seizure of a phone's keys, as to the past", Of(score => score.Cell("session-seizure").Verdict.Past == 0)],
    ["... from a tap on the wire", Of(score => score.Cell("wiretap").Verdict.Recovered.Count == 0)]);

// %% [markdown]
// ## One change, and its price
//
// Take any design and change one thing in it: what moves? The first is the one key of [lesson 4](04-one-key-for-everyone.cs); the second adds a judge
// with a share of the key and a public ledger; the third a fresh key for each day; the fourth takes the field away again. Where nothing stands in a
// line, the question has the same answer for all.

// %%
string[] compared = ["message-key-escrow", "warrant-ledger", "epoch-escrow", "strict"];
Score[] chosen = [.. compared.Select(id => board.Scores.Single(score => score.Design.Id == id))];
string[] Answers(Criterion question) => [.. chosen.Select(score => ScoreboardText.Of(question.Value(score)))];

Display(["question", .. compared], [.. Criterion.All.Where(question => Answers(question).Distinct().Count() > 1).Select(question => (string[])
    [$"{question.Id} {question.Title}", .. Answers(question)])]);

// %% [markdown]
// Now weigh. A weight above nothing is for what you want much of, below nothing for what you want little of. Two readers have been here before you.
// The column is a sum, and the sum is theirs; the rows keep their order, and there is no winner but yours.

// %%
string investigator = """{"C11": 3, "C12": -1, "C6": -1}""";
string engineer = """{"C4": -1, "C5": -1, "C6": -2, "C9": -2, "C11": 1}""";
string mine = """{"C6": -1, "C11": 1}""";
Weights Weigh(string json)
{
    var (weights, wrong) = Weights.Read(json);
    return weights ?? throw new FormatException(wrong);
}

Weights[] readers = [Weigh(investigator), Weigh(engineer), Weigh(mine)];
Display(["design", "an investigator", "an engineer", "mine"],
    [.. board.Scores.Select(score => (string[])[score.Design.Id, .. readers.Select(weights => $"{weights.Of(score, board):0.00}")])]);

// %% [markdown]
// The other thing that you put in is how likely it is that somebody's key is stolen. Each line is a rule by which some of these designs keep their
// secret; what follows is arithmetic, for holders who are robbed independently of each other.

// %%
double[] chances = [0.001, robbed, 0.2, 0.5];
Display(["holders who open together", "designs", .. chances.Select(chance => $"each robbed with {chance}")],
    [.. board.Scores.Where(score => score.Row.Holders is not null).GroupBy(score => score.Row.Holders!).Select(rule => (string[])
    [
        $"{rule.Key.Needed} of {rule.Key.Of}", $"{rule.Count()}", .. chances.Select(chance => $"{rule.Key.LeakProbability(chance):0.000000}"),
    ])]);

// %% [markdown]
// ## The honest counter-argument
//
// **Of the one side.** Count the columns: more of them ask what a theft costs than what a warrant gets. That is because engineers wrote most of
// the papers, and it is no argument: one column can outweigh all others. Whoever waits for an answer in one case reads C11, and there strict
// encryption has the worst value that there is. A theft is a possibility; the warrant is on the table.
//
// **Of the other side.** A warrant that opens nothing today is not the end of an inquiry: [lesson 2](02-who-when-how-much.cs) and [lesson
// 3](03-the-seized-phone.cs) count what is left. A secret that opens everything has to be kept by everybody who ever holds it, for ever, and it has
// to fail only once. And whoever expects a warrant can encrypt once more: see C16.
//
// Neither side can point to a row and say that the other has miscounted. What is left to argue about is the weights, and these are politics in
// the good sense of the word.
//
// ## What this does not show
//
// Questions that cannot be run: what a design does to trade, to a country's law, to trust. The National Academies ask them too.
//
// How likely a theft is; that is the number you put in, and independence is the optimist's assumption, as [lesson 6](06-splitting-and-ageing.cs)
// shows.
//
// All of what a secret can do. The thief here attacks one conversation on one day. The key that signs builds reads two people in this table,
// because the thief went after one of them; [lesson 14](14-the-notice.cs) lets him go after everybody.
//
// Time. C12 counts parties and steps, not hours; what an hour costs in the middle of an event stands in [lesson 11](11-the-warrant-desk.cs). How
// long a message takes to send is measured by the command `cryptolessons scoreboard`, and differs from machine to machine.
//
// ## Exercises
//
// 1. Which weights put strict before one authority's key, which the other way round, and how little lies between them? *Hint: by the weights of
//    `mine`, as they stand, `strict` and `message-key-escrow` are equal; move one of the two.*
// 2. From which chance on is a key in shares, of which three of five open, worse off than one in one piece? *Hint: `chances`; add 0.6.*
// 3. Let the theft and the warrant come at message 5, then at message 35. Which questions answer the same? *Hint: `at:` in the request.*
//
// ## Further reading
//
// - Abelson et al., *The Risks of Key Recovery, Key Escrow, and Trusted Third-Party Encryption*, 1997, and *Keys under Doormats*, 2015.
// - National Academies of Sciences, *Decrypting the Encryption Debate*, 2018, with questions that both camps put their names to.
// - Unger et al., *SoK: Secure Messaging*, 2015: a table like this one, for messengers without any way in.
// - [The command](../../docs/manual/scoreboard.md) that prints it, with your weights from a file.
//
// ## The figure

// %%
Figure("Designs in which the warrant opens something and one theft reads no bystander", narrow.Length, board.Scores.Count, predicted);
