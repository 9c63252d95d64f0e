using System.Buffers.Binary;
using System.IO.Compression;
using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class ZipTests : ChatFixture
{
    private const string Text = "\uFEFF[24/03/2017, 14:37:12] Alice: \u200E<attached: a.jpg>\n[24/03/2017, 14:37:13] Bob: b\n";

    private string Zip(params (string Name, byte[] Bytes)[] entries)
    {
        string path = In("chat.zip");
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, byte[] bytes) in entries)
        {
            using Stream stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }

        return path;
    }

    private static (string, byte[]) Chat(string text = Text, string name = "_chat.txt") => (name, Utf8.GetBytes(text));

    [Test]
    public void ReadsTextAndAttachments()
    {
        Conversation chat = Succeeded(ChatImport.Read(Zip(Chat(), ("a.jpg", [1, 2, 3]))));
        Assert.That((chat.Source, chat.Format, chat.Attachments), Is.EqualTo(("chat.zip", "whatsapp-ios", 1)));
        Assert.That(chat.Messages[0].Attachment!.Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(chat.Messages[0].Text, Is.Empty);
    }

    [Test]
    public void IsKnownByItsFirstBytesToo()
    {
        File.Move(Zip(Chat()), In("export"));
        Assert.That(Succeeded(ChatImport.Read(In("export"))).Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public void EntriesInFoldersAreIgnoredWithANote()
    {
        Conversation chat = Succeeded(ChatImport.Read(Zip(Chat(), ("../a.jpg", [1]), ("x/a.jpg", [2]), ("x\\a.jpg", [3]))));
        Assert.That(chat.Attachments, Is.Zero);
        Assert.That(chat.Notes, Has.Some.EqualTo("line 1: attachment a.jpg is named but missing; the message is kept"));
        Assert.That(chat.Notes, Has.Some.EqualTo("3 zip entries in folders or with unusual names are not read (the first is ../a.jpg)"));
    }

    [Test]
    public void AnAttachmentOfTooManyBytesIsLeftOut()
    {
        Conversation chat = Succeeded(ChatImport.Read(Zip(Chat(), ("a.jpg", new byte[16 * 1024 * 1024 + 1]))));
        Assert.That(chat.Notes, Has.Some.EqualTo("line 1: attachment a.jpg is larger than 16 MB and left out; the message is kept"));
    }

    [Test]
    public void AChatTextOfTooManyBytesIsRefusedByItsHeader()
    {
        string path = Zip(Chat(new string('x', 64 * 1024 * 1024 + 1)));
        Assert.That(new FileInfo(path).Length, Is.LessThan(1_000_000), "a bomb is small");
        Assert.That(Failed(ChatImport.Read(path)), Does.Contain("chat.zip: _chat.txt: the chat text says it is larger than 64 MB unpacked; "));
    }

    [TestCase(10u)]
    [TestCase(0x7000_0000u)]
    [TestCase(0xFFFF_FFF0u)]
    public void AHeaderThatLiesAboutTheSizeIsRefused(uint claimed)
    {
        // The same bomb, its header claiming other sizes: reading stops at the claim or at the bound, whichever is lower.
        string path = Zip(("_chat.txt", new byte[4 * 1024 * 1024]));
        byte[] zip = File.ReadAllBytes(path);
        int central = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(central + 24), claimed);
        File.WriteAllBytes(path, zip);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Failed(ChatImport.Read(path)), Does.Contain("damaged").Or.Contains("larger than 64 MB"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(80L * 1024 * 1024));
    }

    [Test]
    public void AFlippedBitIsFoundByTheChecksum()
    {
        string path = In("chat.zip");
        using (ZipArchive made = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream stream = made.CreateEntry("_chat.txt", CompressionLevel.NoCompression).Open();
            stream.Write(Utf8.GetBytes(Text));
        }

        byte[] zip = File.ReadAllBytes(path);
        zip[zip.AsSpan().IndexOf("Bob"u8)] ^= 1;
        File.WriteAllBytes(path, zip);
        Assert.That(Failed(ChatImport.Read(path)), Does.Contain("the zip is damaged"));
    }

    [Test]
    public void ADamagedAttachmentIsNotedAndTheChatRead()
    {
        string path = Zip(Chat(), ("a.jpg", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i / 7))]));
        byte[] zip = File.ReadAllBytes(path);
        int local = zip.AsSpan().LastIndexOf("PK\u0003\u0004"u8);
        zip.AsSpan(local + 60, 40).Fill(0xA5);
        File.WriteAllBytes(path, zip);
        Assert.That(Succeeded(ChatImport.Read(path)).Notes, Has.Some.Contains("attachment a.jpg is damaged in the zip"));
    }

    [Test]
    public void ALinkInTheZipIsRefused()
    {
        string path = In("chat.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (Stream stream = zip.CreateEntry("_chat.txt").Open()) stream.Write(Utf8.GetBytes(Text));
            ZipArchiveEntry link = zip.CreateEntry("a.jpg");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using (Stream stream = link.Open()) stream.Write("/etc/hostname"u8);
        }

        Assert.That(Succeeded(ChatImport.Read(path)).Notes, Has.Some.Contains("attachment a.jpg is refused, since it is a link"));
    }

    [Test]
    public void CutZipsGiveASentence()
    {
        byte[] zip = File.ReadAllBytes(Zip(Chat(), ("a.jpg", [1, 2, 3])));
        for (int length = 1; length < zip.Length; length++)
        {
            File.WriteAllBytes(In("cut.zip"), zip[..length]);
            Assert.That(Failed(ChatImport.Read(In("cut.zip"))), Does.Contain("cut.zip: the zip is damaged or no zip"), $"cut to {length} bytes");
        }
    }

    [Test]
    public void ATextThatIsNamedZipGivesASentence() =>
        Assert.That(Failed(ReadText("Alice: a\nBob: b\n", "chat.zip")), Does.EndWith("export the chat again, or unpack it and give the folder"));

    [Test]
    public void AZipWithoutATextAtItsTopGivesASentence()
    {
        Assert.That(Failed(ChatImport.Read(Zip(Chat(Text, "WhatsApp Chat - Bob/_chat.txt")))),
            Does.Contain("it holds no chat text").And.Contain("unpack the zip and give the folder that holds the text"));
    }

    [Test]
    public void AnEmptyZipOrTextGivesASentence()
    {
        Assert.That(Failed(ChatImport.Read(Zip())), Does.Contain("it holds no chat text"));
        File.Delete(In("chat.zip"));
        Assert.That(Failed(ChatImport.Read(Zip(Chat("")))), Does.Contain("_chat.txt: the chat text is empty (0 bytes)"));
    }

    [Test]
    public void ABinaryTextInAZipGivesItsOffset() =>
        Assert.That(Failed(ChatImport.Read(Zip(("_chat.txt", "Alice: a\nB\0"u8.ToArray())))), Does.Contain("chat.zip: _chat.txt: a NUL byte stands at byte offset 10 (line 2)"));
}
