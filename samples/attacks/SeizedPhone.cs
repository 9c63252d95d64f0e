#:project ../../src/CryptoLessons

// Somebody copies the keys on Alice's phone at message 20, gives it back, and goes on recording the wire.
// Once with the session states alone, once with the whole phone. The protocol is Signal's as it is.

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Game game = Design.Named("strict").Play(BuiltInConversation.Load(), at: 20, target: "Alice");

SessionSeizureView sessions = game.SessionSeizure();
Console.WriteLine($"The adversary holds {sessions.Transcript.Entries.Count} recorded envelopes and {Alice(sessions)}'s session with");
Console.WriteLine($"{string.Join(", ", sessions.Sessions[0].Sessions.Keys)}.");
Print(game.Read(new ReadAfterSessionSeizure(), sessions));

DeviceSeizureView phone = game.DeviceSeizure();
DeviceLoot loot = phone.Devices[0];
Console.WriteLine();
Console.WriteLine($"Now the whole phone: also the identity key, {1 + loot.Device!.OneTimePreKeys.Count} prekeys, and what the app had stored.");
Print(game.Read(new ReadAfterDeviceSeizure(), phone));
Console.WriteLine($"Stored on the phone, readable without any key: {game.History(loot).Count} of {game.HistoryOf} messages.");

Console.WriteLine();
Verdict control = game.Read(new ReadAfterDeviceSeizure(), game.DeviceSeizure(Secrets.Unrelated));
Console.WriteLine($"Control, with the keys of a phone of another messenger: {control.Recovered.Count} messages.");

static string Alice(SessionSeizureView view) => view.Sessions[0].Owner;

static void Print(Verdict verdict)
{
    foreach (Guess guess in verdict.Recovered.Values)
    {
        Console.WriteLine($"{guess.Message,4}  {MessageContent.Show(guess.Plaintext.Span)}");
        Console.WriteLine($"      {guess.How}");
    }
    Console.WriteLine($"Read: {verdict.Past} messages from before the seizure, {verdict.Future} from after it. Then new keys closed the door.");
}
