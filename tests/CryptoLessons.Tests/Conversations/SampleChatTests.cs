using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

/// <summary>The examples under samples/data are read without a line left over.</summary>
public class SampleChatTests
{
    [TestCase("two-friends-android.txt", "whatsapp-android", 11, 0)]
    [TestCase("two-friends-ios", "whatsapp-ios", 8, 1)]
    [TestCase("two-friends-ios/_chat.txt", "whatsapp-ios", 8, 1)]
    [TestCase("plain.txt", "plain", 7, 0)]
    public void IsReadWhole(string name, string format, int messages, int attachments)
    {
        string? root = TestContext.CurrentContext.TestDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "CryptoLessons.sln"))) root = Path.GetDirectoryName(root);
        Assert.That(root, Is.Not.Null, "the tests run inside the repository");

        ChatImportResult result = ChatImport.Read(Path.Combine(root!, "samples", "data", name));
        Assert.That(result.Error, Is.Null);
        Conversation chat = result.Conversation!;
        Assert.That((chat.Format, chat.Messages.Count, chat.Attachments, chat.People.Count), Is.EqualTo((format, messages, attachments, 2)));
        Assert.That(chat.Unparsed, Is.Empty);
        Assert.That(chat.Notes, Has.None.Contains("attachment"));
    }
}
