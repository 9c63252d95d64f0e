using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class AttachmentTests : ChatFixture
{
    private const string S = "24/03/2017, 14:37 - ";
    private const string I = "[24/03/2017, 14:37:12] ";
    private const string Picture = "IMG-20170324-WA0001.jpg";
    private static readonly byte[] Bytes = [0xFF, 0xD8, 0x00, 0x01, 0x0D, 0x0A];

    private Conversation WithPicture(string mark, string stamp = S)
    {
        File.WriteAllBytes(In(Picture), Bytes);
        return Chat(stamp + "Alice: " + mark, stamp + "Bob: b");
    }

    private static void HasPicture(ChatMessage message, string caption)
    {
        Assert.That(message.Attachment?.Name, Is.EqualTo(Picture));
        Assert.That(message.Attachment!.Bytes.ToArray(), Is.EqualTo(Bytes));
        Assert.That(message.Text, Is.EqualTo(caption));
    }

    [TestCase(S, Picture + " (file attached)", "")]
    [TestCase(S, "\u200E" + Picture + " (file attached)\na caption\n(really)", "a caption\n(really)")]
    [TestCase(S, Picture + " (Datei angehängt)\ncaption", "caption")]
    [TestCase(I, "\u200E<attached: " + Picture + ">", "")]
    [TestCase(I, "<attached: " + Picture + ">\na caption", "a caption")]
    [TestCase(I, "\u200E<pièce jointe : " + Picture + ">", "")]
    [TestCase(I, "before it \u200E<attached: " + Picture + ">", "before it")]
    [TestCase(I, "before it\n\u200E<adjunto: " + Picture + ">\nafter it", "before it\nafter it")]
    public void ReadsBothSpellingsWithCaptions(string stamp, string mark, string caption)
    {
        Conversation chat = WithPicture(mark, stamp);
        HasPicture(chat.Messages[0], caption);
        Assert.That(chat.Attachments, Is.EqualTo(1));
        Assert.That(chat.Messages[1].Attachment, Is.Null);
    }

    [Test]
    public void ReadsWindowsLineEndsAroundACaption() => HasPicture(
        Whole(Prepared($"{S}Alice: {Picture} (file attached)\r\none\r\ntwo\r\n{S}Bob: b\r\n")).Messages[0], "one\ntwo");

    private string Prepared(string text)
    {
        File.WriteAllBytes(In(Picture), Bytes);
        return text;
    }

    [Test]
    public void AFilesNameInAnyWordsIsAnAttachmentOnlyIfTheFileIsThere()
    {
        File.WriteAllBytes(In("my notes.pdf"), Bytes);
        Conversation chat = Chat(S + "Alice: my notes.pdf (tiedosto liitetty)", S + "Bob: your notes.pdf (really)", S + "Bob: <see: this.pdf>");
        Assert.That(chat.Messages[0].Attachment?.Name, Is.EqualTo("my notes.pdf"));
        Assert.That(Texts(chat), Is.EqualTo(new[] { "", "your notes.pdf (really)", "<see: this.pdf>" }));
        Assert.That(chat.Notes, Has.None.Contains("attachment"));
    }

    [Test]
    public void AFolderIsReadLikeItsText()
    {
        WithPicture($"{Picture} (file attached)");
        Conversation chat = Succeeded(ChatImport.Read(Folder + Path.DirectorySeparatorChar));
        Assert.That(chat.Attachments, Is.EqualTo(1));
        Assert.That(chat.Source, Is.EqualTo(Path.GetFileName(Folder)));
    }

    [Test]
    public void AMissingFileIsNotedAndTheMessageKept()
    {
        Conversation chat = Chat(S + "Bob: b", S + "Alice: IMG-1.jpg (file attached)", "caption", I[..0] + S + "Alice: <attached: 2.jpg>");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "b", "IMG-1.jpg (file attached)\ncaption", "<attached: 2.jpg>" }));
        Assert.That(chat.Attachments, Is.Zero);
        Assert.That(chat.Notes, Has.Some.EqualTo("line 2: attachment IMG-1.jpg is named but missing; the message is kept"));
        Assert.That(chat.Notes, Has.Some.EqualTo("line 4: attachment 2.jpg is named but missing; the message is kept"));
    }

    [TestCase("../secret.jpg")]
    [TestCase("..\\secret.jpg")]
    [TestCase("/etc/hostname.jpg")]
    [TestCase("C:secret.jpg")]
    [TestCase("a.jpg:stream")]
    [TestCase("inner/secret.jpg")]
    [TestCase("a..jpg")]
    [TestCase("a\u0001.jpg")]
    [TestCase("~/x\u001B[0m.jpg")]
    public void NamesThatLeadElsewhereAreRefused(string name)
    {
        Directory.CreateDirectory(In("inner"));
        File.WriteAllBytes(In("inner/secret.jpg"), Bytes);
        string outside = Path.Combine(Path.GetDirectoryName(Folder)!, "secret.jpg");
        File.WriteAllBytes(outside, Bytes);
        try
        {
            Conversation chat = Chat(S + $"Alice: {name} (file attached)", S + $"Bob: <attached: {name}>");
            Assert.That(chat.Attachments, Is.Zero);
            Assert.That(Texts(chat), Is.EqualTo(new[] { $"{name} (file attached)", $"<attached: {name}>" }));
            Assert.That(chat.Notes.Count(n => n.Contains("is refused, since its name is not a plain file name")), Is.EqualTo(2));
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Test]
    public void ALinkIsRefused()
    {
        string outside = Path.Combine(Path.GetDirectoryName(Folder)!, "outside.bin");
        File.WriteAllBytes(outside, Bytes);
        try
        {
            Link(In(Picture), outside);
            Conversation chat = Chat(S + $"Alice: {Picture} (file attached)", S + "Bob: b");
            Assert.That(chat.Attachments, Is.Zero);
            Assert.That(chat.Notes, Has.Some.EqualTo($"line 1: attachment {Picture} is refused, since it is a link; the message is kept"));
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Test]
    public void AFolderThatBearsTheNameIsMissing()
    {
        Directory.CreateDirectory(In(Picture));
        Assert.That(Chat(S + $"Alice: {Picture} (file attached)", S + "Bob: b").Notes, Has.Some.Contains("is named but missing"));
    }

    [TestCase(16 * 1024 * 1024, 1)]
    [TestCase(16 * 1024 * 1024 + 1, 0)]
    public void SixteenMegabytesAreTheMost(int size, int attachments)
    {
        using (FileStream file = File.Create(In(Picture))) file.SetLength(size);
        Conversation chat = Chat(S + $"Alice: {Picture} (file attached)", S + "Bob: b");
        Assert.That(chat.Attachments, Is.EqualTo(attachments));
        Assert.That(chat.Notes.Count(n => n.Contains("is larger than 16 MB")), Is.EqualTo(1 - attachments));
    }

    [Test]
    public void AnEmptyFileIsNoted()
    {
        File.WriteAllBytes(In(Picture), []);
        Assert.That(Chat(S + $"Alice: {Picture} (file attached)", S + "Bob: b").Notes, Has.Some.Contains("is empty and left out"));
    }

    [Test]
    public void AFileThatAnotherProgramHoldsIsNoted()
    {
        File.WriteAllBytes(In(Picture), Bytes);
        using FileStream held = new(In(Picture), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Conversation chat = Chat(S + $"Alice: {Picture} (file attached)", S + "Bob: b");
        Assert.That(chat.Notes, Has.Some.Contains("cannot be read"));
    }

    [Test]
    public void AFileNamedTwiceIsReadOnce()
    {
        File.WriteAllBytes(In(Picture), Bytes);
        Conversation chat = Chat(S + $"Alice: {Picture} (file attached)", S + $"Bob: {Picture} (file attached)");
        Assert.That(chat.Attachments, Is.EqualTo(2));
        Assert.That(chat.Messages[0].Attachment, Is.SameAs(chat.Messages[1].Attachment));
    }

    [Test]
    public void ManyMissingFilesAreCounted()
    {
        Conversation chat = Chat([.. Enumerable.Range(1, 150).Select(i => $"{S}{(i % 2 == 0 ? "Alice" : "Bob")}: {i}.jpg (file attached)")]);
        Assert.That(chat.Notes.Count(n => n.Contains("is named but missing")), Is.EqualTo(100));
        Assert.That(chat.Notes, Has.Some.EqualTo("50 more attachments are missing or refused; their messages are kept"));
    }

    [Test]
    public void TheChatTextOfAFolderMustNotBeALink()
    {
        string outside = Path.Combine(Path.GetDirectoryName(Folder)!, Guid.NewGuid().ToString("N") + ".bin");
        File.WriteAllText(outside, "Alice: a\nBob: b\n");
        try
        {
            Link(In("_chat.txt"), outside);
            Assert.That(Failed(ChatImport.Read(Folder)), Does.EndWith("_chat.txt: the chat text is a link; give the file it leads to"));
            Assert.That(Succeeded(ChatImport.Read(In("_chat.txt"))).Messages, Has.Count.EqualTo(2), "named by the user, it is read");
        }
        finally
        {
            File.Delete(outside);
        }
    }

    private static void Link(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException && OperatingSystem.IsWindows())
        {
            Assert.Ignore("this Windows account may not make links");
        }
    }
}
