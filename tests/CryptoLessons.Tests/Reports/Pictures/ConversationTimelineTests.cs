using CryptoLessons.Conversations;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Pictures;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>Every mark of the timeline is the verdict's, in the picture and in the text.</summary>
[TestFixture]
internal sealed class ConversationTimelineTests
{
    [Test]
    public void ExactlyWhatWasReadIsFilled()
    {
        var picture = new DrawnPicture(ConversationTimeline.Draw(SeizedGame.Chat, ("stolen", SeizedGame.Stolen), ("control", SeizedGame.Control)));
        Assert.That(picture.Messages("p-read"), Is.EqualTo(SeizedGame.Stolen.Recovered.Keys).And.Not.Empty);
        Assert.That(picture.Messages("p-open"), Has.Length.EqualTo(80 - SeizedGame.Stolen.Recovered.Count));
        Assert.That(picture.Lettering, Does.Contain("3 of 40").And.Contain("0 of 40").And.Contain("read").And.Contain("not read"));
        Assert.That(picture.Description, Does.Contain("stolen: read 3 of 40 (21 to 23)").And.Contain("control: read 0 of 40;"));
    }

    [Test]
    public void EverybodyWroteWhatTheyWrote()
    {
        var picture = new DrawnPicture(ConversationTimeline.Draw(SeizedGame.Chat, ("stolen", SeizedGame.Stolen)));
        var lanes = picture.All("circle").Where(dot => (string?)dot.Attribute("class") == "p-said").GroupBy(dot => (double)dot.Attribute("cy")!).Select(lane => lane.Count());
        int[] expected = [.. SeizedGame.Chat.Messages.Chunk(20).SelectMany(band => SeizedGame.Chat.People.Select(person => band.Count(message => message.From == person)))];
        Assert.That(lanes, Is.EqualTo(expected));
    }

    [Test]
    public void TheTextShowsTheSame()
    {
        string[] lines = ConversationTimeline.Draw(SeizedGame.Chat, ("stolen", SeizedGame.Stolen), ("control", SeizedGame.Control)).Text.Split('\n');
        string Row(string label) => lines.First(line => line.StartsWith($"  {label} ", StringComparison.Ordinal))[11..].Replace("|", "", StringComparison.Ordinal);
        for (int number = 1; number <= 40; number++)
        {
            Assert.That(Row("stolen")[number - 1], Is.EqualTo(SeizedGame.Stolen.Recovered.ContainsKey(number) ? '#' : '.'));
            Assert.That(Row("control")[number - 1], Is.EqualTo('.'));
            Assert.That(Row(SeizedGame.Chat.Messages[number - 1].From)[number - 1], Is.EqualTo('o'));
        }
        Assert.That(lines.Count(line => line.Contains("....................|", StringComparison.Ordinal)), Is.EqualTo(2), "the theft after twenty");
    }

    [Test]
    public void TheTheftStandsWhereItHappened()
    {
        var picture = new DrawnPicture(ConversationTimeline.Draw(Chat(20, _ => "hello"), ("thief", SeizedGame.Reading(20, 7))));
        double[] marks = [.. picture.Marks("p-open", "data-message").Select(mark => (double)mark.Attribute("x")!)];
        string moment = picture.All("path").First(path => (string?)path.Attribute("class") == "p-moment").Attribute("d")!.Value;
        double x = double.Parse(moment[1..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(x, Is.GreaterThan(marks[6]).And.LessThan(marks[7]));
    }

    [Test]
    public void OfAThousandTheNearestAreDrawnAndAllAreCounted()
    {
        Exhibit exhibit = ConversationTimeline.Draw(Chat(1000, _ => "hello"), ("thief", SeizedGame.Reading(1000, 500, Enumerable.Range(300, 400))));
        var picture = new DrawnPicture(exhibit);
        Assert.That(picture.Messages("p-read"), Is.EqualTo(Enumerable.Range(401, 200)));
        foreach (string shown in (string[])[picture.Description, exhibit.Text, string.Join(' ', picture.Lettering)])
            Assert.That(shown, Does.Contain("messages 401 to 600 of 1000").And.Contain("400 of 1000"));
    }

    [Test]
    public void BystandersAreCountedButHaveNoPlaceInTheConversation()
    {
        var picture = new DrawnPicture(ConversationTimeline.Draw(Chat(4, _ => "hello"), ("thief", SeizedGame.Reading(4, 2, 3, 5, 6))));
        Assert.That(picture.Messages("p-read"), Is.EqualTo(new[] { 3 }));
        Assert.That(picture.Description, Does.Contain("read 1 of 4 (3), and 2 of bystanders"));
    }

    [Test]
    public void OfManyPeopleTheLaterOnesShareALane()
    {
        var crowd = Chat(30, _ => "hello", "Alice", "Bob", "Carol", "Dave", "Erin", "Frank");
        var picture = new DrawnPicture(ConversationTimeline.Draw(crowd, ("thief", SeizedGame.Reading(30, 2))));
        Assert.That(picture.Lettering.Count(text => text == "others"), Is.EqualTo(2));
        Assert.That(picture.All("circle").Count(), Is.EqualTo(30));
    }

    [Test]
    public void AVerdictOnAnotherConversationIsRefused()
    {
        Assert.That(() => ConversationTimeline.Draw(SeizedGame.Chat, ("thief", SeizedGame.Reading(39, 2))), Throws.ArgumentException);
        Assert.That(() => ConversationTimeline.Draw(SeizedGame.Chat), Throws.ArgumentException);
    }

    internal static Conversation Chat(int length, Func<int, string> text, params string[] people)
    {
        string[] speakers = people.Length == 0 ? ["Alice", "Bob"] : people;
        return new("chat", "plain", [.. Enumerable.Range(1, length).Select(i =>
            new ChatMessage(i, speakers[(i - 1) % speakers.Length], TestScripts.Start.AddMinutes(i), text(i), null))]);
    }
}
