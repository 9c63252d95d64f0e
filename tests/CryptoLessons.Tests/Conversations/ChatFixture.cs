using System.Text;
using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

/// <summary>Gives each test a folder of its own to write chats in, and takes it away afterwards.</summary>
public abstract class ChatFixture
{
    protected static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder()
    {
        Folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "chats-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);

    protected string In(string name) => Path.Combine(Folder, name);

    protected ChatImportResult ReadText(string text, string name = "chat.txt")
    {
        File.WriteAllText(In(name), text, Utf8);
        return ChatImport.Read(In(name));
    }

    protected Conversation Chat(params string[] lines) => Whole(string.Join('\n', lines) + "\n");

    protected Conversation Whole(string text, string name = "chat.txt") => Succeeded(ReadText(text, name));

    protected static Conversation Succeeded(ChatImportResult result)
    {
        Assert.That(result.Error, Is.Null);
        Assert.That(result.Conversation, Is.Not.Null);
        Assert.That(result.Succeeded, Is.True);
        return result.Conversation!;
    }

    protected static string Failed(ChatImportResult result)
    {
        Assert.That(result.Conversation, Is.Null);
        Assert.That(result.Succeeded, Is.False);
        Assert.That(result.Error, Is.Not.Null.And.Not.Empty);
        Assert.That(result.Error!.Any(char.IsControl), Is.False, "a sentence must not steer a terminal");
        return result.Error!;
    }

    protected static string[] Texts(Conversation chat) => [.. chat.Messages.Select(m => m.Text)];

    protected static string[] Senders(Conversation chat) => [.. chat.Messages.Select(m => m.From)];

    protected static DateTimeOffset Utc(int year, int month, int day, int hour, int minute, int second = 0) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
