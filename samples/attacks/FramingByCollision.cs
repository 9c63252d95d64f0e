#:project ../../src/CryptoLessons

// Phones scan pictures and texts before they encrypt them. Three people attack the scanner: a sender who wants to get by it, somebody
// who wants another person to be reported, and somebody who has the list administrator's key. And one attack needs nobody: the numbers.

using System.Text;
using CryptoLessons.Attacks.Scanning;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;

var random = new SeededRandom(2021);
var administrator = new ListAdministrator(random.Child("administrator"));
var phone = new ClientScanner(administrator.PublicKey, random.Child("phone"));
const int Threshold = 10;

GreyImage bad = SyntheticPicture.Draw(random.Child("listed picture"), 320, 240);
PerceptualHash listed = PerceptualHash.Of(bad);
phone.Accept(administrator.Sign(new ScanList(Threshold, random.Child("salt")).WithPicture(listed)));
Say($"The list holds one picture, {listed}, and takes for the same what differs in up to {Threshold} of {PerceptualHash.Size} bits.");

Say($"\nEvasion: the sender has a listed picture and no key.");
Say($"  as it is                        {Reported(bad)}");
AlteredPicture escaped = Evasion.Escape(bad, listed, Threshold)!;
Say($"  {escaped.BitsFlipped} bits changed, PSNR {escaped.Psnr:F1} dB   {Reported(escaped.Picture)}");
Say($"  in a mirror                     {Reported(Evasion.Mirror(bad))}");

Say($"\nFraming: the adversary knows an entry of the list, and sends Alice's plan of a garden back to her, changed.");
byte[] file = BuiltInConversation.Load().Messages.First(message => message.Attachment is not null).Attachment!.Bytes.ToArray();
GreyImage plan = GreyImage.Read(file)!;
foreach (int within in (int[])[Threshold, 0])
{
    AlteredPicture framed = FrameByCollision.Collide(plan, listed, within)!;
    Say($"  {framed.BitsFlipped} bits changed, PSNR {framed.Psnr:F1} dB   {Reported(framed.Picture)}");
}
Say($"  Control, the plan as it was, reported as: {(phone.Scan("", file).Count == 0 ? "None" : "listed")}.");

Say($"\nA poisoned list: the adversary has a copy of the administrator's key.");
const string Leaflet = "Meet at the town hall on Saturday and bring a candle.";
byte[] content = Encoding.UTF8.GetBytes(Leaflet);
Say($"  before: {Reports(phone)}");
ScanList current = phone.List!;
bool taken = phone.Accept(PoisonedList.Add(current, Leaflet, administrator.Leak(), random.Child("thief")));
Say($"  the phone {(taken ? "takes" : "refuses")} list {phone.List!.Version}, its program is the same; after: {Reports(phone)}");
var other = new ClientScanner(administrator.PublicKey, random.Child("control"));
other.Accept(PoisonedList.Add(current, Leaflet, new ListAdministrator(random.Child("stranger")).Leak(), random.Child("thief")));
Say($"  Control, with the key of another messenger's administrator, reported: {(other.Report(content, Leaflet, []) is null ? 0 : 1)} messages.");

// What one messenger carried in July 2017, and what was claimed for a perceptual hash in August 2021.
var alarms = new FalseAlarms(PicturesPerDay: 4.5e9, Accounts: 1e9, FalseMatchRate: 3e-8);
Say($"\nFalse alarms: {alarms.PicturesPerDay:N0} pictures a day from {alarms.Accounts:N0} accounts.");
Say($"  At {alarms.FalseMatchRate * 1e8:F0} false matches in 100 million pictures, as was claimed of one hash: {alarms.MatchesPerDay:F0} a day.");
foreach (int matches in (int[])[1, 2, 30])
    Say($"    accounts with {matches} of them in a year, or more: {alarms.AccusedAccounts(matches, days: 365):G5}");
var distances = new HashDistances(random.Child("pairs"), pictures: 800);
Say($"  This hash, over {distances.Pairs:N0} pairs of unrelated synthetic pictures, for a list with one entry;");
Say($"  what makes less than {alarms.PicturesPerDay / distances.Pairs:N0} false matches a day is not seen in so few pairs:");
foreach (int bits in Enumerable.Range(0, 11))
{
    double perDay = (alarms with { FalseMatchRate = distances.FalseMatchRate(bits) }).MatchesPerDay;
    Say($"    alike within {bits,2} bits: {distances.UpTo(bits),2} pairs, {perDay,7:N0} a day");
}

string Reported(GreyImage picture) =>
    phone.Scan("", picture.ToPng()) is [var match, ..] ? $"reported, {match.Distance} bits from the entry" : "not reported";

string Reports(ClientScanner scanner) =>
    scanner.Report(content, Leaflet, [])?.Open(administrator.Leak()) is { } read ? $"a thief reads \"{Encoding.UTF8.GetString(read)}\"" : "no report";

void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
