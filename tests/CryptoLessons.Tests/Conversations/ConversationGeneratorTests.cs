using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class ConversationGeneratorTests : ChatFixture
{
    [TestCase(2, 1)]
    [TestCase(100, 2)]
    [TestCase(10_000, 3)]
    public void WhatIsWrittenIsRead(int messages, int seed)
    {
        string[] lines = [.. ConversationGenerator.WhatsAppLines(messages, seed, "Alice", "Bob")];
        Conversation chat = Chat(lines);
        Assert.That(chat.Messages, Has.Count.EqualTo(messages));
        Assert.That(chat.People, Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(chat.Unparsed, Is.Empty);

        // The lines written back from the messages are the lines that were read, but for the system line.
        IEnumerable<string> again = chat.Messages.SelectMany(m =>
            FormattableString.Invariant($"{m.Time:dd'/'MM'/'yyyy', 'HH':'mm} - {m.From}: {m.Text}").Split('\n'));
        Assert.That(again, Is.EqualTo(lines.Skip(1)));
    }

    [Test]
    public void ASeedMeansOneChat()
    {
        string[] one = [.. ConversationGenerator.WhatsAppLines(50, 7, "Alice", "Bob")];
        Assert.That(ConversationGenerator.WhatsAppLines(50, 7, "Alice", "Bob"), Is.EqualTo(one));
        Assert.That(ConversationGenerator.WhatsAppLines(50, 8, "Alice", "Bob"), Is.Not.EqualTo(one));
        Assert.That(ConversationGenerator.WhatsAppLines(50, -7, "Alice", "Bob").Count(), Is.GreaterThan(50));
        Assert.That(ConversationGenerator.WhatsAppLines(0, 7, "Alice", "Bob").Count(), Is.EqualTo(1));
    }

    [Test]
    public void AGeneratedConversationIsWhatItsLinesSay()
    {
        Conversation read = Chat([.. ConversationGenerator.WhatsAppLines(100, 7, "Alice", "Bob")]);
        Conversation generated = ConversationGenerator.Generate(100, 7, "Alice", "Bob");
        Assert.That(generated.Messages, Is.EqualTo(read.Messages));
        Assert.That((generated.Source, generated.Unparsed.Count), Is.EqualTo(("generated", 0)));
    }

    [Test]
    public void EverybodyWritesInBurstsAndTurnsOverManyDays()
    {
        Conversation chat = Chat([.. ConversationGenerator.WhatsAppLines(500, 11, "Alice", "Bob", "Carol", "Dave")]);
        Assert.That(chat.People, Is.EqualTo(new[] { "Alice", "Bob", "Carol", "Dave" }));
        int bursts = chat.Messages.Skip(1).Where((m, i) => m.From == chat.Messages[i].From).Count();
        Assert.That(bursts, Is.InRange(120, 280));
        Assert.That(chat.Messages.Select(m => m.Time.Date).Distinct().Count(), Is.GreaterThan(10));
        Assert.That(Texts(chat), Has.Some.Empty.And.Some.Contains("\n\n"));
    }

    [Test]
    public void MisuseIsAnException()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ConversationGenerator.Generate(0, 1, "Alice", "Bob"));
        Assert.Throws<ArgumentException>(() => ConversationGenerator.Generate(1, 1, "Alice"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConversationGenerator.WhatsAppLines(-1, 1, "Alice", "Bob"));
        Assert.Throws<ArgumentNullException>(() => ConversationGenerator.WhatsAppLines(1, 1, null!));
        foreach (string[] people in new string[][] { [], ["Alice"], ["Alice", "Alice"], ["Alice", ""], ["A: B", "Bob"], ["A\nB", "Bob"], ["A\r", "Bob"], [" A", "Bob"] })
            Assert.Throws<ArgumentException>(() => ConversationGenerator.WhatsAppLines(1, 1, people), string.Join('|', people));
    }

    [Test]
    public void FourTimesTheMessagesTakeFourTimesTheWorkAndNotSixteen()
    {
        long few = Allocated(10_000), many = Allocated(40_000);
        TestContext.Out.WriteLine($"10,000 messages: {few} bytes allocated, 40,000: {many}");
        Assert.That((double)many / few, Is.InRange(3.5, 4.5));
    }

    /// <summary>Bytes, which no other program changes as it does the time.</summary>
    private long Allocated(int messages)
    {
        File.WriteAllLines(In("chat.txt"), ConversationGenerator.WhatsAppLines(messages, 5, "Alice", "Bob"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Conversation chat = Succeeded(ChatImport.Read(In("chat.txt")));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(chat.Messages, Has.Count.EqualTo(messages));
        return allocated;
    }
}
