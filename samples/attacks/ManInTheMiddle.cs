#:project ../../src/CryptoLessons

// The thief of Alice's session does not only listen: from the theft on every envelope passes through the thief's hands.
// The adversary holds the recorded wire up to message 10, Alice's session states, and the network.

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Ratchet;

Game game = Design.Named("strict").Play(BuiltInConversation.Load(), at: 10, target: "Alice");
const int Future = 30;

Verdict passive = game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure());
Console.WriteLine($"Only listening, the thief reads {passive.Future} of {Future} messages after the theft.");

ActiveVerdict active = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure());
foreach (Guess guess in active.Reading.Recovered.Values.Take(6))
{
    Console.WriteLine($"{guess.Message,4}  {MessageContent.Show(guess.Plaintext.Span)}");
    Console.WriteLine($"      {guess.How}");
}
Console.WriteLine($"In the middle, the thief reads {active.Reading.Future} of {Future}.");
Console.WriteLine($"Messages that a phone refused: {Refused(active)}. Noticed: {active.Noticed}. No identity key changed.");

Console.WriteLine();
ActiveVerdict leaving = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure(), leavesAfter: 25);
Console.WriteLine($"If the thief leaves after message 25: {leaving.Reading.Future} read, {Refused(leaving)} messages refused. Noticed: {leaving.Noticed}.");
foreach (var (person, lost) in leaving.Deliveries.Where(delivery => delivery.Failure != DecryptFailure.None).CountBy(delivery => delivery.To))
    Console.WriteLine($"      {person} can open none of {lost}.");

Console.WriteLine();
ActiveVerdict control = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure(Secrets.Unrelated));
Console.WriteLine($"Control, with the session of another messenger: {control.Reading.Recovered.Count} read, {Refused(control)} refused.");

static int Refused(ActiveVerdict verdict) => verdict.Deliveries.Count(delivery => delivery.Failure != DecryptFailure.None);
