using System.Text;
using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

/// <summary>Every bad input has a sentence: what is wrong, where, what to do.</summary>
public class ImportErrorTests : ChatFixture
{
    private string ReadBytes(params byte[] bytes)
    {
        File.WriteAllBytes(In("chat.txt"), bytes);
        return Failed(ChatImport.Read(In("chat.txt")));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void NoPath(string? path) => Assert.That(Failed(ChatImport.Read(path)), Is.EqualTo("no chat is named; give the path of a text file, a folder or a zip"));

    [TestCase("none.txt")]
    [TestCase("none/none.txt")]
    [TestCase("a\0b")]
    [TestCase("a\u001B[2Jb")]
    [TestCase("*?<>|")]
    public void NoSuchFile(string name) =>
        Assert.That(Failed(ChatImport.Read(name)), Does.EndWith(": there is no such file or folder; check the path"));

    [Test]
    public void AFolderWithoutAChatText()
    {
        File.WriteAllText(In("a.jpg"), "x");
        Assert.That(Failed(ChatImport.Read(Folder)), Does.EndWith("it holds no chat text; expected is _chat.txt or one other file that ends in .txt"));
    }

    [Test]
    public void AFolderWithSeveralTexts()
    {
        File.WriteAllText(In("a.txt"), "Alice: a\nBob: b\n");
        File.WriteAllText(In("b.txt"), "");
        Assert.That(Failed(ChatImport.Read(Folder)), Does.EndWith("it holds 2 text files (a.txt, b.txt) and none is surely the chat; keep one, or name the file itself"));
        File.Move(In("a.txt"), In("WhatsApp Chat with Bob.txt"));
        Assert.That(Succeeded(ChatImport.Read(Folder)).Messages, Has.Count.EqualTo(2));
        File.Move(In("b.txt"), In("_chat.txt"));
        Assert.That(Failed(ChatImport.Read(Folder)), Does.Contain("_chat.txt: the file is empty"));
    }

    [Test]
    public void AnEmptyFile() => Assert.That(ReadBytes(), Does.Contain("chat.txt: the file is empty (0 bytes)"));

    [TestCase("\uFEFF")]
    [TestCase("\n\n  \r\n")]
    [TestCase("no chat\nat all\n")]
    public void NoMessage(string text) => Assert.That(Failed(ReadText(text)),
        Does.Contain("no message: none of its lines 1 to ").And.EndWith("begins with a WhatsApp stamp or reads `Name: text`; give a chat export"));

    [Test]
    public void OnlySystemAndBrokenLines() => Assert.That(
        Failed(ReadText("24/03/2017, 14:37 - Alice joined\n31/02/2017, 14:37 - Alice: a\n")),
        Does.Contain("no message: of 2 stamped lines (the first is line 1), 1 are the system's and 1 could not be read; the first unread line is line 2: its date does not exist"));

    [TestCase("Alice: a\nAlice: b\n")]
    [TestCase("24/03/2017, 14:37 - Alice: a\n24/03/2017, 14:37 - Alice: b\n")]
    public void OnePersonOnly(string text) =>
        Assert.That(Failed(ReadText(text)), Does.Contain("every message is from one person (Alice, messages 1 to 2); a conversation needs two or more"));

    [Test]
    public void ANulByte() => Assert.That(ReadBytes([.. "Alice: a\nBob: "u8, 0, 0xFF]), Does.Contain("a NUL byte stands at byte offset 14 (line 2), so this is no text"));

    [TestCase(new byte[] { 0xFF }, TestName = "AByteThatIsNever")]
    [TestCase(new byte[] { 0xC3 }, TestName = "ACutCharacter")]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80 }, TestName = "ASurrogate")]
    [TestCase(new byte[] { 0xC0, 0x80 }, TestName = "AnOverlongCharacter")]
    public void InvalidUtf8(byte[] bad) => Assert.That(ReadBytes([.. "Алиса: a\n"u8, .. bad]), Does.Contain("the bytes at byte offset 14 (line 2) are not UTF-8"));

    [Test]
    public void TheLowerOffsetIsNamed() => Assert.That(ReadBytes([.. "ab"u8, 0xFF, 0]), Does.Contain("offset 2 (line 1) are not UTF-8"));

    [Test]
    public void Utf16()
    {
        File.WriteAllText(In("chat.txt"), "Alice: a\nBob: b\n", Encoding.Unicode);
        Assert.That(Failed(ChatImport.Read(In("chat.txt"))), Does.Contain("the text is UTF-16").And.Contain("save it as UTF-8"));
    }

    [Test]
    public void AFileOfTooManyBytes()
    {
        using (FileStream file = File.Create(In("chat.txt"))) file.SetLength(256L * 1024 * 1024 + 1);
        Assert.That(Failed(ChatImport.Read(In("chat.txt"))), Does.Contain("it has 268435457 bytes, more than the 268435456 that are read"));
    }

    [Test]
    public void TooManyUnparsedLines() => Assert.That(Failed(ReadText("Alice: a\nBob: b\n" + string.Concat(Enumerable.Repeat("x\n", 100_001)))),
        Does.Contain("more than 100000 lines belong to no message (the first is line 3"));

    [Test]
    public void TooManyMessages()
    {
        Assert.That(Failed(ReadText(string.Concat(Enumerable.Repeat("A: \nB: \n", 1_000_001)))), Does.Contain("line 2000001: more than 2000000 messages"));
        Assert.That(Failed(ReadText(string.Concat(Enumerable.Repeat("1/1/17 1:11 - A: \n1/1/17 1:11 - B: \n", 1_000_001)))), Does.Contain("more than 2000000 messages"));
    }

    [Test]
    public void AFileThatAnotherProgramHolds()
    {
        File.WriteAllText(In("chat.txt"), "Alice: a\nBob: b\n");
        using FileStream held = new(In("chat.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.That(Failed(ChatImport.Read(In("chat.txt"))), Does.EndWith("the system cannot read it; see whether another program holds it, or copy it and give the copy"));
    }

    [Test]
    public void AFileWithoutPermission()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("needs Unix modes");
        else
        {
            File.WriteAllText(In("chat.txt"), "Alice: a\nBob: b\n");
            File.SetUnixFileMode(In("chat.txt"), UnixFileMode.None);
            if (Environment.IsPrivilegedProcess) Assert.Ignore("the superuser may read everything");
            Assert.That(Failed(ChatImport.Read(In("chat.txt"))), Does.EndWith("the system gives no permission to read it; change its permissions or copy it"));
        }
    }

    [Test]
    public void ADeviceIsNotOpened()
    {
        if (!File.Exists("/dev/zero")) Assert.Ignore("needs /dev/zero");
        Assert.That(Failed(ChatImport.Read("/dev/zero")), Does.Contain("no regular file"));
    }

    [Test]
    public void ALinkThatLeadsNowhere()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need a privilege on Windows");
        File.CreateSymbolicLink(In("chat.txt"), In("none.txt"));
        File.CreateSymbolicLink(In("loop.txt"), In("loop.txt"));
        Failed(ChatImport.Read(In("chat.txt")));
        Failed(ChatImport.Read(In("loop.txt")));
    }
}
