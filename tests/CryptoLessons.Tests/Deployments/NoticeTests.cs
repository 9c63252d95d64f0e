using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Deployments;

/// <summary>A notice comes into force at midnight, for everybody, and for nothing that was said before.</summary>
internal sealed class NoticeTests
{
    private static readonly DateTimeOffset Evening = new(2017, 3, 22, 23, 50, 0, TimeSpan.Zero);

    [Test]
    public void ItComesIntoForceAtTheFirstMidnightAfterAQuarterOfTheMessages()
    {
        Script script = Minutes(0, 1, 2, 3, 4, 9, 10, 11);
        Assert.That(Notice.ComesIntoForce(script), Is.EqualTo(new DateTimeOffset(2017, 3, 23, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(Notice.ComesIntoForce(Minutes(0, 20, 40, 2000)), Is.EqualTo(new DateTimeOffset(2017, 3, 23, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(Notice.ComesIntoForce(Minutes(10, 20, 40, 2000)), Is.EqualTo(new DateTimeOffset(2017, 3, 24, 0, 0, 0, TimeSpan.Zero)), "midnight itself is a new day");
    }

    [Test]
    public void NothingBeforeMidnightAndEverythingFromMidnightOn()
    {
        // Messages 1 to 6 before midnight, the seventh at midnight itself.
        Script script = Minutes(0, 1, 2, 3, 4, 9, 10, 11);
        Game game = Play(script, at: 8);
        Verdict verdict = game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak());
        Assert.That(verdict.Recovered.Keys, Is.EqualTo(new[] { 7, 8 }));
        Assert.That(game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak(Secrets.Unrelated)).Recovered, Is.Empty);
        Assert.That(game.Noticed, Is.EqualTo(Noticed.No), "the sessions go on under the other suite, and no device refuses anything");
    }

    [Test]
    public void ItIsThereForEverybodyBeforeAnyWarrantNamesAnybody()
    {
        Script script = Minutes(0, 1, 2, 3, 4, 9, 10, 11);
        Game game = Play(script, at: 4);
        string[] readable = [.. game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak()).Recovered.Keys
            .SelectMany(number => (IEnumerable<string>)[script.ByNumber[number].From, .. script.ByNumber[number].To]).Distinct()];
        Assert.That(readable, Is.EquivalentTo(script.People), "no warrant was issued, and everybody's messages are open");
    }

    [Test]
    public void AConversationThatEndsBeforeMidnightIsNotTouched()
    {
        Game game = Play(Minutes(0, 1, 2, 3), at: 2);
        Assert.That(game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak()).Recovered, Is.Empty);
    }

    private static Game Play(Script script, int at) =>
        new(random => Notice.Design.Deploy(script, random), script, at, "Alice", new SeededRandom(1));

    private static Script Minutes(params int[] after) => new(
        [.. after.Select((minutes, i) => new ScriptedMessage(
            i + 1, i % 2 == 0 ? "Alice" : "Bob", [i % 2 == 0 ? "Bob" : "Alice"], Evening.AddMinutes(minutes), Encoding.UTF8.GetBytes($"message {i + 1}")))],
        after.Length);
}
