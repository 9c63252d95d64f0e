#:project ../../src/CryptoLessons

// An adversary records all that goes over the wire, in three messengers.
// It holds the recorded envelopes and the public directory, and no secret of anybody's.

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Conversation garden = BuiltInConversation.Load();
foreach (string id in (string[])["strict", "message-key-escrow", "content-key-escrow"])
{
    Design design = Design.Named(id);
    Game game = design.Play(garden, at: 20, target: "Alice");
    WiretapView view = game.Wiretap();
    int bytes = view.Transcript.Entries.Sum(entry => entry.Envelope.Message.Bytes.Length);

    Console.WriteLine($"{design.Id}: {design.Title}");
    Console.WriteLine($"  The adversary holds {view.Transcript.Entries.Count} envelopes, {bytes} bytes.");

    // Whatever stands in a message in the open is tried as its key.
    Verdict verdict = game.Read(new ReadTheWire(), view);
    Console.WriteLine($"  It read {verdict.Recovered.Count} messages.");

    // What it has without reading: who, when, to whom, how much.
    foreach (TranscriptEntry entry in view.Transcript.Entries.Take(3))
        Console.WriteLine($"  seen   {entry.Envelope.Time:yyyy-MM-dd HH:mm}  {entry.Envelope.From} to {entry.Envelope.To}, {entry.Envelope.Message.Bytes.Length} bytes");
    Console.WriteLine();
}

// The control is built in: no messenger here puts a key on the wire, and a tap that read something would be a bug.
// The same attack does read when a client leaks its keys; the library's tests run it against one that does.
