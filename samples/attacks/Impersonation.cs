#:project ../../src/CryptoLessons

// A whole phone was seized: with its identity key the thief is its owner towards others, and anybody towards the owner.
// The adversary holds Alice's phone as it was at message 20, and what the directory hands to anybody.

using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Game game = Design.Named("strict").Play(BuiltInConversation.Load(), at: 20, target: "Alice");
DeviceSeizureView view = game.DeviceSeizure();
byte[] text = Encoding.UTF8.GetBytes("New plan: bring the keys to the station.");

Console.WriteLine($"The adversary holds {view.Devices[0].Device!.Identity}, which is {view.Devices[0].Owner}'s identity key.");
foreach (IForgery<DeviceSeizureView> forgery in (IForgery<DeviceSeizureView>[])[new ImpersonateTheOwner(), new ImpersonateToTheOwner()])
{
    Console.WriteLine();
    Console.WriteLine(forgery.GetType().Name);
    foreach (ForgedEnvelope forged in forgery.Run(view, text))
    {
        Console.WriteLine($"  {forged.Envelope.From} to {forged.Envelope.To}: {Encoding.UTF8.GetString(text)}");
        Console.WriteLine($"  {forged.How}");
    }
    var (accepted, noticed) = game.Forge(forgery, view);
    Console.WriteLine($"  The honest phone accepted: {accepted}. When the genuine messages go on, noticed: {noticed}.");
    var (control, _) = game.Forge(forgery, game.DeviceSeizure(Secrets.Unrelated));
    Console.WriteLine($"  Control, with a phone of another messenger: {control}.");
}

Console.WriteLine();
Console.WriteLine("The identity keys are the genuine ones, so that a comparison of safety numbers finds nothing.");
