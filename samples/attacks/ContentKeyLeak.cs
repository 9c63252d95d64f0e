#:project ../../src/CryptoLessons

// A narrower escrow: the authority gets cipher key and IV of each message, and not the MAC key.
// Its key leaks. The thief reads as much as ever, and what the thief writes no receiver accepts.

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Conversation garden = BuiltInConversation.Load();
Design design = Design.Named("content-key-escrow");
Game game = design.Play(garden, at: 20, target: "Alice");
var attack = new ReadWithLeakedContentKeys();
EscrowLeakView view = game.EscrowLeak();

Console.WriteLine($"{design.Title}.");
Console.WriteLine($"The adversary holds {view.Transcript.Entries.Count} recorded envelopes and {((AuthorityKeyLoot)view.Escrow).Key}.");
Verdict verdict = game.Read(attack, view);
foreach (Guess guess in verdict.Recovered.Values.Take(5))
{
    Console.WriteLine($"{guess.Message,4}  {MessageContent.Show(guess.Plaintext.Span)}");
    Console.WriteLine($"      {guess.How}");
}
Console.WriteLine($"Read: {verdict.Past} past, {verdict.Future} future, {verdict.Bystanders} of bystanders.");

// The message in flight, encrypted anew under the leaked content key, with the old MAC: the best that can be done.
var (forged, _) = game.Forge(attack, view);
Console.WriteLine($"Forged with the content key: {forged}.");

// Beside it, the escrow of whole message keys.
Game wider = Design.Named("message-key-escrow").Play(garden, at: 20, target: "Alice");
var (slot, noticed) = wider.Forge(new ReadWithLeakedMessageKeys(), wider.EscrowLeak());
Console.WriteLine($"Forged with a message key:   {slot}; noticed: {noticed}.");

Console.WriteLine();
Verdict control = game.Read(attack, game.EscrowLeak(Secrets.Unrelated));
Console.WriteLine($"Control, with an authority's key of another messenger: {control.Recovered.Count} messages.");
