using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Population;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>Two witnesses: what is played window by window reads as much as what is held whole.</summary>
public class StreamedGameTests
{
    private const int People = 3;

    private static IEnumerable<string> Designs => Design.All.Select(design => design.Id);

    [TestCaseSource(nameof(Designs))]
    public void ReadsWhatTheGameReads(string id)
    {
        Design design = Design.Named(id);
        PopulationRequest request = Small.Request(id, leak: 0, users: People, days: 4, messages: 8);
        var circle = new Circle(1, People, request);
        (Script sketch, ScriptedMessage[] messages) = (circle.Sketch(), [.. circle.Messages()]);
        Func<SeededRandom, IDeployment> deploy = stream => design.Deploy(sketch, stream);
        // Half-way through the third day, after more than a window, before another is full.
        int at = messages.Length * 5 / 8;
        (DateTimeOffset leak, string target) = (messages[at - 1].Time.AddTicks(1), circle.People[0]);
        Assert.That(messages[at].Time.Date, Is.EqualTo(leak.Date));
        var whole = new Game(deploy, new Script(messages, messages.Length), at, target, new SeededRandom(request.Seed), control: new(() =>
            new Game(stream => (design.Control ?? design).Deploy(sketch, stream), new Script(messages, messages.Length), at, target, new SeededRandom(request.Seed))));
        var streamed = new StreamedGame(deploy, messages, leak, target, new SeededRandom(request.Seed));

        Verdict expected = Compromise.Find("escrow-leak")!.Run(whole).Verdict;
        StreamedVerdict read = streamed.Run([.. AccessAttacks.OnTheRecord, AccessAttacks.Postcards, AccessAttacks.ShortKeys], AccessAttacks.OnTheWire);
        LawfulAccess lawful = whole.ServeWarrant();

        Assert.That((read.Past, read.PastOf, read.FutureOf, read.Wrong), Is.EqualTo(((long)expected.Past, (long)at, (long)messages.Length - at, 0L)));
        // An order for an interception port goes out with the first message that passes: the game has one in flight for it.
        Assert.That(read.Future, Is.EqualTo(expected.Future - (id == "intercept-interface" ? 1 : 0)));
        Assert.That(streamed.ServeWarrant(), Is.EqualTo(((long)lawful.Opened, (long)lawful.Of)));
    }
}
