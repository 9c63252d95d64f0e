using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Scanning;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Deployments;

/// <summary>Phones that scan: what the administrator's key reads, and what becomes of it when the list is made longer.</summary>
internal sealed class ClientScanningTests
{
    private static readonly DateTimeOffset Start = new(2017, 3, 22, 9, 0, 0, TimeSpan.Zero);

    // The text of the second message is on the list, and so is the attachment.
    private static readonly Script Script = Write(
        ("Alice", "Hello", null), ("Bob", "listed words", null), ("Alice", "look", new("a.bin", new byte[] { 1, 2, 3 })), ("Bob", "On my way.", null),
        ("Alice", "listed words", null), ("Bob", "listed  words", null), ("Alice", "On my way.", null), ("Bob", "bye", null));

    [Test]
    public void WhatIsListedIsReadAndNothingElse()
    {
        Game game = Play();
        Verdict verdict = game.Read(new ReadTheReports(), game.EscrowLeak());
        Assert.That(verdict.Recovered.Keys, Is.EqualTo(new[] { 2, 3, 5 }), "one space more is another text");
        Assert.That(game.Read(new ReadTheReports(), game.EscrowLeak(Secrets.Unrelated)).Recovered, Is.Empty);
        Assert.That(game.Transcript.Entries, Has.Count.EqualTo(8 + 3), "a report for each, and nothing for the others");
    }

    [Test]
    public void AListWithOneWordMoreReportsThatTooWithoutAnyChangeOnThePhones()
    {
        Game game = Play();
        ActiveVerdict verdict = game.PlayOn(new ReadTheReports(), game.EscrowLeak());
        Assert.That(verdict.Reading.Recovered.Keys, Is.EqualTo(new[] { 2, 3, 5, 7 }), "the fourth was said before the list was poisoned");
        Assert.That(verdict.Noticed, Is.EqualTo(Noticed.No), "nobody can read a list of hashes");
        Assert.That(game.PlayOn(new ReadTheReports(), game.EscrowLeak(Secrets.Unrelated)).Reading.Recovered, Is.Empty, "and a list that another key signed is not taken");
    }

    [Test]
    public void WhatIsScannedIsSentAsItWas()
    {
        Game game = Play();
        Game strict = new(random => Design.Named("strict").Deploy(Script, random), Script, At, "Alice", new SeededRandom(1));
        byte[][] Sent(Game played) => [.. played.Transcript.Entries.Where(entry => entry.Envelope.To is "Alice" or "Bob").Select(entry => entry.Envelope.Message.Bytes.ToArray())];
        Assert.That(Sent(game), Is.EqualTo(Sent(strict)));
    }

    private const int At = 4;

    private static Game Play() => new(
        random =>
        {
            var administrator = new ListAdministrator(random.Child("administrator"));
            ScanList list = new ScanList(threshold: 4, random.Child("list")).WithText("listed words").WithFile([1, 2, 3]);
            return new ScanningDeployment(Script.People, random, Profile.X3dh, administrator, list);
        },
        Script,
        At,
        "Alice",
        new SeededRandom(1));

    private static Script Write(params (string From, string Text, Attachment? File)[] said) => new(
        [.. said.Select((entry, i) => new ScriptedMessage(
            i + 1, entry.From, [entry.From == "Alice" ? "Bob" : "Alice"], Start.AddMinutes(i), MessageContent.Encode(new(i + 1, entry.From, Start.AddMinutes(i), entry.Text, entry.File))))],
        said.Length);
}
