#:project ../../src/CryptoLessons

// Somebody copies the session on Alice's phone after message 20 and then only listens. Turn by turn: what do the stolen keys open?

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using static CryptoLessons.Lessons.Blackboard;

Game game = Design.Named("strict").Play(BuiltInConversation.Load(), at: 20, target: "Alice");
Verdict read = game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure());
Verdict control = game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure(Secrets.Unrelated));

var turns = game.Transcript.Entries.Where(entry => entry.Message <= read.Of)
    .GroupBy(entry => game.Transcript.Parse(entry)!.Header.Dh)
    .Select(turn => (Key: turn.Key, By: turn.First().Envelope.From, Messages: turn.Select(entry => entry.Message).ToArray()))
    .Where(turn => turn.Messages is [.., >= 18] and [<= 32, ..]);

Display(["ratchet key", "whose", "messages", "read", "with an unrelated session"],
    [.. turns.Select(turn => (string[])
    [
        $"{turn.Key}"[..8], turn.By, string.Join(' ', turn.Messages), $"{Count(read, turn.Messages)} of {turn.Messages.Length}", $"{Count(control, turn.Messages)}",
    ])]);

static int Count(Verdict verdict, int[] messages) => messages.Count(verdict.Recovered.ContainsKey);
