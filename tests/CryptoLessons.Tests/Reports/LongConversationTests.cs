using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Reports.Html;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports;

/// <summary>Of a long conversation a page shows what lies nearest to the compromise, says so, and counts all of it.</summary>
[TestFixture]
internal sealed class LongConversationTests
{
    [TestCase(20, 40, 1, 40)]
    [TestCase(100, 200, 1, 200)]
    [TestCase(1, 1000, 1, 200)]
    [TestCase(999, 1000, 801, 1000)]
    [TestCase(500, 1000, 401, 600)]
    [TestCase(100, 201, 1, 200)]
    [TestCase(101, 201, 2, 201)]
    public void AsManyAreShownBeforeTheCompromiseAsAfterIt(int at, int length, int first, int last) =>
        Assert.That(Excerpt.Around(at, length), Is.EqualTo(new Excerpt(first, last)));

    [TestCase(1, 200)]
    [TestCase(6, 200)]
    [TestCase(7, 50)]
    public void UnderManyDesignsFewerAreShown(int designs, int most) => Assert.That(Excerpt.MostWith(designs), Is.EqualTo(most));

    [TestCase("", "")]
    [TestCase("7", "7")]
    [TestCase("1 to 3, 5, 8 to 9", "1", "2", "3", "5", "8", "9")]
    public void ManyNumbersAreFewWords(string words, params string[] numbers) =>
        Assert.That(Runs.Of(numbers.Where(number => number.Length > 0).Select(int.Parse)), Is.EqualTo(words));

    [Test]
    public void OfManyRunsTheRestIsCounted() =>
        Assert.That(
            Runs.Of(Enumerable.Range(1, 20).Select(number => 2 * number)),
            Does.StartWith("2, 4, 6").And.EndWith("24, and 8 more runs of messages"));

    [Test]
    public void WhatIsLeftOutIsSaidAndCounted()
    {
        const int Length = 260;
        var chat = new Conversation(
            "long", "plain", [.. Enumerable.Range(1, Length).Select(i =>
                new ChatMessage(i, i % 3 == 0 ? "Alice" : "Bob", TestScripts.Start.AddMinutes(i), $"message {i}", null))]);
        var page = new HtmlPage(MatrixRunner.Run(chat, designs: "message-key-escrow"));
        var section = page.Design("message-key-escrow");
        var shown = HtmlPage.OfClass(section, "chat").First();
        Assert.That(
            HtmlPage.OfClass(shown, "omission").Single().Value,
            Does.StartWith("Shown are messages 31 to 230 of 260").And.Contain("The other 60 "));
        Assert.That(HtmlPage.OfClass(shown, "text").Select(text => text.Value), Is.EqualTo(Enumerable.Range(31, 200).Select(i => $"message {i}")));
        var leak = HtmlPage.OfClass(section, "card").Single(card => card.Attribute("data-compromise")!.Value == "escrow-leak");
        Assert.That(HtmlPage.Figures(leak)["past"], Is.EqualTo("130 of 130"));
        Assert.That(HtmlPage.OfClass(leak, "which").Single().Value, Is.EqualTo("Messages read: 1 to 260."));
    }
}
