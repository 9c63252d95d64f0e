#:project ../../src/CryptoLessons

// A public site looks for listed posts on its own server, while a messenger is played beside it with the same seed.
// What the site finds, and whether anything became of the messenger; and the same scanner on phones, for comparison.

using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.WithoutABackDoor;

MatrixResult matrix = MatrixRunner.Run(BuiltInConversation.Load(), at: 20, target: "Alice", designs: ["strict", "client-scanning"]);
PublicContentStudy study = PublicContentStudy.Run(matrix);

Console.WriteLine($"{study.Posts} posts for everybody to read, texts and pictures.");
Console.WriteLine($"  listed, as they are            {study.Found} of {study.Listed} found");
Console.WriteLine($"  listed pictures, changed       {study.AlteredFound} of {study.Altered} found");
Console.WriteLine($"  posts that nobody listed       {study.FalseAlarms} of {study.Posts - study.Listed - study.Altered} found");
Console.WriteLine();

Console.WriteLine("The messenger beside it, every compromise of the matrix:");
Show("with the site and without", study.Messenger);
Show("with the scanner on the phones", study.OnPhones);
Console.WriteLine();
Console.WriteLine($"Control, a site with an empty list found: {study.ControlFound} posts.");

static void Show(string what, CellComparison rows) => Console.WriteLine(
    $"  {what,-30} {rows.Same} of {rows.Of} cells the same, {(rows.SameBytes ? "the same" : "other")} bytes on the wire");
