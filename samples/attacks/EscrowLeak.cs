#:project ../../src/CryptoLessons

// The authority's private key leaks. It was made so that single messages could be opened by warrant.
// The adversary holds the recorded wire and that one key, and asks no court.

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Design design = Design.Named("message-key-escrow");
Game game = design.Play(BuiltInConversation.Load(), at: 20, target: "Alice");
var attack = new ReadWithLeakedMessageKeys();

// What it was made for: a warrant that names Alice.
LawfulAccess lawful = game.ServeWarrant();
Console.WriteLine($"{design.Title}.");
Console.WriteLine($"A warrant naming Alice opens {lawful.Opened} of her {lawful.Of} messages.");
Console.WriteLine();

EscrowLeakView view = game.EscrowLeak();
Console.WriteLine($"The adversary holds {view.Transcript.Entries.Count} recorded envelopes and {((AuthorityKeyLoot)view.Escrow).Key}.");
Verdict verdict = game.Read(attack, view);
foreach (Guess guess in verdict.Recovered.Values)
{
    Console.WriteLine($"{guess.Message,4}  {MessageContent.Show(guess.Plaintext.Span)}");
    Console.WriteLine($"      {guess.How}");
}
Console.WriteLine($"Read: {verdict.Past} messages from before the leak, {verdict.Future} from after it, and {verdict.Bystanders} of people");
Console.WriteLine("who never spoke with anybody in the conversation.");

// With a message key, its holder also writes: one message in place of the one that is still under way.
var (forged, noticed) = game.Forge(attack, view);
Console.WriteLine($"Forged: {forged}; noticed: {noticed}.");

Console.WriteLine();
Verdict control = game.Read(attack, game.EscrowLeak(Secrets.Unrelated));
Console.WriteLine($"Control, with an authority's key of another messenger: {control.Recovered.Count} messages.");
Game strict = Design.Named("strict").Play(BuiltInConversation.Load(), at: 20, target: "Alice");
Console.WriteLine($"The same attack on strict, where there is no such key: {strict.Read(attack, strict.EscrowLeak()).Recovered.Count} messages.");
