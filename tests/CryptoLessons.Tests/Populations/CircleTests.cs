using CryptoLessons.Adversary;
using CryptoLessons.Population;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>What people say: as much as was asked for, in order, inside the run, and the same each time.</summary>
public class CircleTests
{
    [TestCase(2, 1, 2)]
    [TestCase(3, 1, 3)]
    [TestCase(7, 3, 3)]
    [TestCase(7, 1, 2)]
    public void EachSendsAsManyADayAsAllOthersToEverybodyElse(int users, int number, int people)
    {
        PopulationRequest request = Small.Request("strict", leak: 1, users: users, days: 3, messages: 5);
        var circle = new Circle(number, users, request);
        ScriptedMessage[] messages = [.. circle.Messages()];
        Assert.That(circle.People, Has.Count.EqualTo(people));
        Assert.That(messages.Select(message => message.Number), Is.EqualTo(Enumerable.Range(1, 3 * 5 * people)));
        Assert.That(messages.Select(message => message.Time), Is.Ordered);
        Assert.That(messages.CountBy(message => (message.From, (message.Time - PopulationRequest.Start).Days)).Select(count => count.Value), Has.All.EqualTo(5));
        Assert.That(messages.Select(message => (message.Time - PopulationRequest.Start).TotalDays), Has.All.GreaterThan(0).And.All.LessThan(3));
        foreach (ScriptedMessage message in messages)
            Assert.That(message.To, Is.EquivalentTo(circle.People.Where(person => person != message.From)));
    }

    [Test]
    public void TheSameEachTime()
    {
        var circle = new Circle(1, 2, Small.Request("strict", leak: 1));
        string[] first = [.. circle.Messages().Select(Said)];
        Assert.That(circle.Messages().Select(Said), Is.EqualTo(first));
    }

    [Test]
    public void EverybodyIsInOneCircle() => Assert.That(
        Enumerable.Range(1, Circle.CountOf(9)).SelectMany(number => new Circle(number, 9, Small.Request("strict", leak: 1, users: 9)).People),
        Is.Unique.And.Exactly(9).Items);

    private static string Said(ScriptedMessage message) => $"{message.Number} {message.From} {message.Time:O} {Convert.ToHexString(message.Plaintext.Span)}";
}
