#:project ../../src/CryptoLessons

// A provider that cannot read its customers' messages, and a recipient who complains about one. Message franking: each message carries a
// commitment to its content, the provider tags it unread, and the recipient can open that one commitment. And forged complaints.

using System.Text;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Franking;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.WithoutABackDoor;

var random = new SeededRandom(2017);
var provider = new FrankingProvider(random.Child("provider"));
var alice = Device.Create(new MessageFranking(new SignalFunctions(random.Child("1"))), random.Child("Alice"));
var bob = Device.Create(new MessageFranking(new SignalFunctions(random.Child("2"))), random.Child("Bob"));
alice.StartSession("Bob", bob.Publish());

var said = FrankedContent.Create(Encoding.UTF8.GetBytes("Your beans are ugly."), random.Child("opening keys"));
var envelope = new Envelope("Alice", "Bob", new(2017, 3, 22, 14, 40, 8, TimeSpan.Zero), alice.Encrypt("Bob", said.Serialize()));

byte[] tag = provider.Tag(envelope)!;
byte[] commitment = MessageFranking.CommitmentOf(envelope.Message)!;
Console.WriteLine($"The provider sees {envelope.Message.Bytes.Length} bytes from Alice to Bob with the commitment {Hex(commitment)}..., and tags it {Hex(tag)}...");

bob.Decrypt("Alice", envelope.Message, out byte[] plaintext);
FrankedContent read = FrankedContent.Parse(plaintext)!;
RecipientReport report = RecipientReport.Of(envelope, read, tag);
Console.WriteLine($"Bob reads \"{Encoding.UTF8.GetString(read.Content.Span)}\" and reports it: verified {provider.Verify(report)}");
RecipientReport worse = report with { Said = read with { Content = Encoding.UTF8.GetBytes("I shall dig up your beans.") } };
Console.WriteLine($"Bob reports something worse with the same tag: verified {provider.Verify(worse)}");
Console.WriteLine($"Bob blames Carol for it: verified {provider.Verify(report with { From = "Carol" })}");

RecipientReports all = RecipientReports.Run(BuiltInConversation.Load());
Console.WriteLine();
Console.WriteLine($"A whole conversation of {all.Messages} messages, each reported by its recipient:");
Console.WriteLine($"  true reports verified: {all.Verified} of {all.Messages}; one report opens {all.OpenedByOne} message to the provider");
Console.WriteLine($"  messages whose commitment fits nothing: {all.SpoiledRefused} of {all.Spoiled} refused by the recipient's app");
Console.WriteLine($"  Control, reports forged in nine ways: {all.ForgedVerified} of {all.Forged} verified.");
Console.WriteLine($"  Control, true reports at a provider with another key: {all.OtherProvider} of {all.Messages} verified.");
Console.WriteLine();
Console.WriteLine("The provider is convinced, and nobody else: with its key it could tag words that were never said. Whom nobody reports, it does not see.");

static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes.AsSpan(0, 4));
