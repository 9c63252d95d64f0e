using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

/// <summary>iOS writes system lines with the chat's own name as sender; only the shape of the whole chat tells them apart.</summary>
public class IosSystemLineTests : ChatFixture
{
    private const string S = "[24/03/2017, 14:37:12] ";
    private const string L = "\u200E";
    private const string Notice = "Messages and calls are end-to-end encrypted.";

    [Test]
    public void AGroupsNameIsNobody()
    {
        Conversation chat = Chat(S + "Choir: " + L + Notice, S + "Choir: " + L + "Alice created group", S + "Choir: " + L + "You were added",
            S + "Alice: a", S + "Bob: b", S + "Choir: " + L + "Bob left");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(chat.People, Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(chat.Notes, Has.Some.StartsWith("4 system lines"));
    }

    [TestCase("Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen.")]
    [TestCase("消息和通话都进行端到端加密。对话之外的任何人，甚至包括 WhatsApp 都无法读取或收听。")]
    [TestCase("メッセージと通話はエンドツーエンドで暗号化されています。")]
    [TestCase("Сообщения и звонки защищены сквозным шифрованием.")]
    public void TheNoticeIsKnownInAnyLanguage(string notice)
    {
        Conversation chat = Chat(S + "Bob: " + L + notice, S + "Alice: a", S + "Bob: b");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void InAChatOfTwoTheOthersNameIsTheChatsNameAndHisMarksAreMessages()
    {
        Conversation chat = Chat(S + "Bob: " + L + Notice, S + "Bob: b", S + "Alice: " + L + "You deleted this message.",
            L + S + "Bob: " + L + "image omitted", S + "Bob: " + L + "This message was deleted.", S + "Bob: " + L + "Missed voice call",
            S + "Bob: " + L + "Location: https://example.org/somewhere/with/a/long/address?q=1.2,3.4", S + "Bob: " + L + "Bild weggelassen");
        Assert.That(Texts(chat), Is.EqualTo(new[]
        {
            "b", "You deleted this message.", "image omitted", "This message was deleted.", "Missed voice call",
            "Location: https://example.org/somewhere/with/a/long/address?q=1.2,3.4", "Bild weggelassen",
        }));
    }

    [TestCase("image omitted")]
    [TestCase("video omitted")]
    [TestCase("audio omitted")]
    [TestCase("Bild weggelassen")]
    [TestCase("imagen omitida")]
    [TestCase("<attached: 00000002-PHOTO-2017-03-24-14-37-12.jpg>")]
    public void SomebodyWhoSendsOnlyMediaIsAPerson(string mark)
    {
        Conversation chat = Chat(L + S + "Carol: " + L + mark, S + "Alice: a", L + S + "Carol: " + L + mark);
        Assert.That(Texts(chat), Is.EqualTo(new[] { mark, "a", mark }));
    }

    [Test]
    public void TheFilesNameTellsTheChatsName()
    {
        string[] lines = [S + "Alice: a", S + "Bob: b", S + "Bob: " + L + "Your security code with this contact changed. Tap to learn more."];
        Assert.That(Chat(lines).Messages, Has.Count.EqualTo(3), "without the name, the line stays a message");
        Assert.That(Whole(string.Join('\n', lines), "WhatsApp Chat - Bob.txt").Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public void AMarkedSentenceOfAnotherPersonIsAMessage()
    {
        Conversation chat = Chat(S + "Choir: " + L + Notice, S + "Alice: a", S + "Bob: b",
            S + "Alice: " + L + "a long text that was pasted with an invisible mark. And goes on.");
        Assert.That(chat.Messages, Has.Count.EqualTo(3));
    }

    [Test]
    public void ASystemLineMayHaveNoSender()
    {
        Conversation chat = Chat(L + S + L + "Alice created this group", S + "Alice: a", S + "Bob: b");
        Assert.That(chat.Messages, Has.Count.EqualTo(2));
    }
}
