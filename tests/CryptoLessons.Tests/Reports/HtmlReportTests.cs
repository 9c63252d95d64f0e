using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;
using CryptoLessons.Tests.Matrix;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports;

/// <summary>The page says what the verdicts and the JSON say, message by message and figure by figure.</summary>
[TestFixture]
internal sealed class HtmlReportTests
{
    private static readonly Lazy<HtmlPage> Page = new(() => new HtmlPage(BuiltInMatrix.Result));

    [Test]
    public void EveryMessageIsThereUnderEveryDesignInOrderWithItsSenderAndText()
    {
        ChatMessage[] said = [.. BuiltInMatrix.Result.Request.Conversation.Messages];
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
        {
            XElement[] shown = [.. HtmlPage.OfClass(Chat(row, 0), "message")];
            Assert.That(shown.Select(HtmlPage.Shown), Is.EqualTo(said.Select(message => message.Text)));
            Assert.That(shown.Select(HtmlPage.Sender), Is.EqualTo(said.Select(message => message.From)));
            Assert.That(HtmlPage.OfClass(Chat(row, 0), "file").Single().Value, Does.Contain("IMG-20170323-WA0001.png"));
        }
    }

    [Test]
    public void EveryMessageOfABystanderIsThereWithItsText()
    {
        ScriptedMessage[] said = [.. BuiltInMatrix.Result.Script.Bystanders];
        Assert.That(said, Is.Not.Empty);
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
        {
            XElement[] shown = [.. HtmlPage.OfClass(Chat(row, 1), "message")];
            Assert.That(shown.Select(HtmlPage.Sender), Is.EqualTo(said.Select(message => message.From)));
            Assert.That(shown.Select(HtmlPage.Shown), Is.EqualTo(said.Select(message => MessageContent.Show(message.Plaintext.Span))));
            Assert.That(shown.Select(HtmlPage.Shown), Has.None.Empty);
        }
    }

    [Test]
    public void TheMarksAreTheVerdicts()
    {
        var words = new HashSet<string>();
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
            foreach (ScriptedMessage message in BuiltInMatrix.Result.Script.Messages)
            {
                Dictionary<string, string> marks = HtmlPage.Marks(Page.Value.Message(row.Design.Id, message.Number));
                Assert.That(marks.Keys, Is.EqualTo(row.Cells.Select(cell => cell.Compromise)));
                foreach (Cell cell in row.Cells)
                {
                    string expected = cell.Verdict.Recovered.ContainsKey(message.Number) ? "read"
                        : cell.Stored.Contains(message.Number) ? "stored" : "not read";
                    Assert.That(marks[cell.Compromise], Is.EqualTo(expected), $"{row.Design.Id}, {cell.Compromise}, message {message.Number}");
                    words.Add(expected);
                }
            }
        Assert.That(words, Has.Count.EqualTo(3), "a conversation that shows every kind of mark");
    }

    [Test]
    public void EveryReadMessageTellsHowAndNoOtherDoes()
    {
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
            foreach (ScriptedMessage message in BuiltInMatrix.Result.Script.Messages)
            {
                XElement shown = Page.Value.Message(row.Design.Id, message.Number);
                var steps = HtmlPage.OfClass(shown, "steps").ToDictionary(
                    list => list.Attribute("data-compromise")!.Value, list => string.Join(" -> ", list.Elements().Select(step => step.Value)));
                Assert.That(steps, Is.EquivalentTo(row.Cells.Where(cell => cell.Verdict.Recovered.ContainsKey(message.Number))
                    .ToDictionary(cell => cell.Compromise, cell => cell.Verdict.Recovered[message.Number].How.ToString())));
            }
    }

    [Test]
    public void TheFiguresAreThoseOfTheJson()
    {
        using JsonDocument json = JsonDocument.Parse(MatrixJson.Write(BuiltInMatrix.Result));
        foreach (JsonElement cell in json.RootElement.GetProperty("cells").EnumerateArray())
        {
            string design = cell.GetProperty("design").GetString()!, compromise = cell.GetProperty("compromise").GetString()!;
            XElement card = Cards(design).Single(card => card.Attribute("data-compromise")!.Value == compromise);
            string[] names = ["past", "future", "bystanders"];
            var read = names.ToDictionary(name => name, name => $"{cell.GetProperty(name)} of {cell.GetProperty(name + "Of")}");
            Dictionary<string, string> inGrid = HtmlPage.Figures(GridCell(design, compromise)), inCard = HtmlPage.Figures(card);
            string stored = $"{cell.GetProperty("history")} of {cell.GetProperty("historyOf")}";
            Assert.That(inGrid.Where(figure => figure.Key != "stored"), Is.EquivalentTo(read));
            Assert.That(inCard, Is.EquivalentTo(read.Append(new("stored", stored))));
            Assert.That(inGrid.GetValueOrDefault("stored", stored), Is.EqualTo(stored));
            string? forged = GridCell(design, compromise).Elements().Select(line => (string?)line.Attribute("data-forged")).SingleOrDefault(word => word is not null);
            Assert.That(forged ?? "none", Is.EqualTo(cell.GetProperty("forged").GetString()));
            XElement facts = HtmlPage.OfClass(card, "facts").Single();
            Assert.That(facts.Descendants().Where(element => element.Name.LocalName == "dd").Select(fact => fact.Value),
                Is.EqualTo(((string[])["forged", "forgeryNoticed", "noticed", "wrong"]).Select(member => cell.GetProperty(member).ToString())));
            Assert.That(HtmlPage.OfClass(card, "control").Single().Value, Does.Contain($"read {cell.GetProperty("control")} and forged nothing"));
        }
        foreach (JsonElement design in json.RootElement.GetProperty("designs").EnumerateArray())
        {
            string opened = $"{design.GetProperty("warrantOpened")} of {design.GetProperty("warrantOf")}";
            XElement section = Page.Value.Design(design.GetProperty("id").GetString()!);
            Assert.That(HtmlPage.Figures(HtmlPage.OfClass(section, "side").First())["by warrant"], Is.EqualTo(opened));
            Assert.That(HtmlPage.OfClass(section, "side").First().Value, Does.Contain($"opened {opened} messages"));
        }
    }

    [Test]
    public void BarsAreAsLongAsTheirFigures()
    {
        XElement[] bars = [.. Page.Value.All().Where(element => element.Attribute("style") is not null)];
        Assert.That(bars, Is.Not.Empty);
        foreach (XElement bar in bars)
        {
            string[] figure = HtmlPage.OfClass(bar.Parent!.Parent!, "figure").Single().Value.Split(" of ");
            double share = 100.0 * int.Parse(figure[0], CultureInfo.InvariantCulture) / int.Parse(figure[1], CultureInfo.InvariantCulture);
            Assert.That(bar.Attribute("style")!.Value, Is.EqualTo(FormattableString.Invariant($"width:{share:0.##}%")));
        }
    }

    [Test]
    public void TheCompromiseStandsBetweenPastAndFuture()
    {
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
        {
            XElement moment = HtmlPage.OfClass(Chat(row, 0), "moment").Single();
            Assert.That(moment.Value, Does.Contain("message 20"));
            Assert.That(moment.ElementsBeforeSelf().Last().Attribute("id")!.Value, Is.EqualTo($"{row.Design.Id}-20"));
            Assert.That(moment.ElementsAfterSelf().First().Attribute("id")!.Value, Is.EqualTo($"{row.Design.Id}-21"));
        }
    }

    [Test]
    public void TheHeadlineIsTheWorstFigureAndTheMildestBesideIt()
    {
        Assert.That(Headline(Page.Value), Is.EqualTo("Under message-key-escrow, a leaked access key read 40 of 40 messages, and 36 of 36 "
            + "of bystanders who have nothing to do with them. Under strict it read none."));
        MatrixResult strict = MatrixRunner.Run(BuiltInConversation.Load(), designs: "strict");
        Assert.That(Headline(new HtmlPage(strict)), Is.EqualTo("Under strict, a seized phone and a place on the wire read 20 of 40 messages, and 0 of 36 of bystanders "
            + "who have nothing to do with them; 20 lay readable on the phone."));
    }

    [Test]
    public void WhoGotNothingIsFoldedAndWhoGotSomethingIsNot()
    {
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
            foreach (Cell cell in row.Cells)
            {
                XElement card = Cards(row.Design.Id).Single(card => card.Attribute("data-compromise")!.Value == cell.Compromise);
                bool nothing = cell.Verdict.Recovered.Count + cell.History == 0 && cell.Forged == Forged.None;
                Assert.That(card.Ancestors().Any(parent => parent.Name.LocalName == "details"), Is.EqualTo(nothing), $"{row.Design.Id}, {cell.Compromise}");
            }
    }

    [Test]
    public void AWarrantsFigureStandsBesideEveryDesignThatHasIt()
    {
        string lawful = HtmlPage.OfClass(Page.Value.Root, "lawful").Single().Value;
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
            Assert.That(lawful[..(lawful + " ").IndexOf($"{row.Design.Id}", StringComparison.Ordinal)], Does.Contain($"{row.Lawful.Opened} of {row.Lawful.Of} under"));
    }

    [Test]
    public void ManyDesignsMakeAPageThatABrowserStillOpens()
    {
        Assert.That(Page.Value.Text, Has.Length.LessThan(250_000 * BuiltInMatrix.Result.Designs.Count));
        Assert.That(BuiltInMatrix.Result.Designs.Select(row => (string?)Chat(row, 0).Attribute("open")), Has.All.Null, "the conversation is folded under each");
    }

    [Test]
    public void TheSameRequestGivesTheSameBytes() => Assert.That(
        new HtmlPage(MatrixRunner.Run(BuiltInConversation.Load())).Text, Is.EqualTo(Page.Value.Text));

    [Test]
    public void NothingTellsWhenItWasMade() => Assert.That(
        Regex.Matches(Page.Value.Text, "20[0-9]{2}-[0-9]{2}-[0-9]{2}").Select(date => date.Value).Distinct(), Has.All.StartsWith("2017-03-"));

    private static string Headline(HtmlPage page) => HtmlPage.OfClass(page.Root, "headline").Single().Value;

    private static XElement Chat(DesignResult row, int which) => HtmlPage.OfClass(Page.Value.Design(row.Design.Id), "chat").ElementAt(which);

    private static IEnumerable<XElement> Cards(string design) => HtmlPage.OfClass(Page.Value.Design(design), "card");

    private static XElement GridCell(string design, string compromise) => Page.Value.ById("grid").Descendants()
        .Single(row => (string?)row.Attribute("data-design") == design).Elements()
        .Single(cell => (string?)cell.Attribute("data-compromise") == compromise);
}
