#:project ../../src/CryptoLessons

// The thief of Alice's session writes to Alice as Bob: a new chain, under a ratchet key of the thief's own.
// The adversary holds the recorded wire and Alice's session states at message 20.

using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Game game = Design.Named("strict").Play(BuiltInConversation.Load(), at: 20, target: "Alice");
SessionSeizureView view = game.SessionSeizure();
byte[] text = Encoding.UTF8.GetBytes("The boathouse is off. Come to the station instead.");

foreach (IForgery<SessionSeizureView> forgery in (IForgery<SessionSeizureView>[])[new ForgeNextSlot(), new Hijack()])
{
    Console.WriteLine(forgery.GetType().Name);
    foreach (ForgedEnvelope forged in forgery.Run(view, text))
    {
        Console.WriteLine($"  {forged.Envelope.From} to {forged.Envelope.To}, {forged.Envelope.Message.Bytes.Length} bytes, and {forged.Envelope.From} never wrote it.");
        Console.WriteLine($"  {forged.How}");
    }
    var (accepted, noticed) = game.Forge(forgery, view);
    Console.WriteLine($"  The honest phone accepted: {accepted}. When the genuine messages go on, noticed: {noticed}.");
    var (control, _) = game.Forge(forgery, game.SessionSeizure(Secrets.Unrelated));
    Console.WriteLine($"  Control, with the session of another messenger: {control}.");
    Console.WriteLine();
}

Console.WriteLine("The root key is all that the second one needs, and it works until Alice has the first genuine message of Bob's next turn.");
