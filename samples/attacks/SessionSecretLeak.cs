#:project ../../src/CryptoLessons

// An escrow that sounds thrifty: only the secret that each session begins with goes to the authority, once a session.
// Its key leaks. It opens nothing, for the court or for the thief; and the thief can write with it.

using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;

Design design = Design.Named("session-secret-escrow");
var attack = new ReadWithLeakedSessionSecrets();
Conversation garden = BuiltInConversation.Load();
Console.WriteLine($"{design.Title}.");

foreach (int at in (int[])[1, 5, 20])
{
    Game game = design.Play(garden, at, target: "Alice");
    EscrowLeakView view = game.EscrowLeak();
    LawfulAccess lawful = game.ServeWarrant();
    Verdict verdict = game.Read(attack, view);
    var (forged, noticed) = game.Forge(attack, view);
    var (controlForged, _) = game.Forge(attack, game.EscrowLeak(Secrets.Unrelated));

    Console.WriteLine();
    Console.WriteLine($"The key leaks at message {at}.");
    Console.WriteLine($"  A warrant naming Alice opened {lawful.Opened} of {lawful.Of} messages.");
    Console.WriteLine($"  The thief read {verdict.Recovered.Count}. Forged: {forged}; noticed: {noticed}.");
    foreach (ForgedEnvelope envelope in attack.Run(view, "Never mind."u8.ToArray()).Take(2))
        Console.WriteLine($"    tried as {envelope.Envelope.From} to {envelope.Envelope.To}: {envelope.How}");
    Console.WriteLine($"  Control, with an authority's key of another messenger: forged {controlForged}.");
}

Console.WriteLine();
Console.WriteLine("Why nothing opens: the initiator's first chain takes an agreement of a fresh key with the responder's prekey, and the");
Console.WriteLine("session's secret contains neither private key. What is escrowed decides what a leak opens, and what a warrant does.");
