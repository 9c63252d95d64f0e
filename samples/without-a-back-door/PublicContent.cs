#:project ../../src/CryptoLessons

// A public site looks for listed posts on its own server, while a messenger is played beside it with the same seed.
// What the site finds, and whether anything became of the messenger; and the same scanner on phones, for comparison.

using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.WithoutABackDoor;

MatrixResult matrix = MatrixRunner.Run(
    MatrixRequest.Create(BuiltInConversation.Load(), at: 20, target: "Alice", designs: ["strict", "client-scanning"]).Request!);
PublicContentStudy study = PublicContentStudy.Run(matrix);

Console.WriteLine($"{study.Posts} posts for everybody to read, texts and pictures.");
Console.WriteLine($"  listed, as they are            {study.Found} of {study.Listed} found");
Console.WriteLine($"  listed pictures, changed       {study.AlteredFound} of {study.Altered} found");
Console.WriteLine($"  posts that nobody listed       {study.FalseAlarms} of {study.Posts - study.Listed - study.Altered} found");
Console.WriteLine();

Console.WriteLine("The messenger beside it, every compromise of the matrix:");
Console.WriteLine($"  with the site and without      {study.Messenger.Same} of {study.Messenger.Of} cells the same, "
    + (study.Messenger.SameBytes ? "the same bytes on the wire" : "other bytes on the wire"));
Console.WriteLine($"  with the scanner on the phones {study.OnPhones.Same} of {study.OnPhones.Of} cells the same, "
    + (study.OnPhones.SameBytes ? "the same bytes on the wire" : "other bytes on the wire"));
Console.WriteLine();
Console.WriteLine($"Control, a site with an empty list found: {study.ControlFound} posts.");
