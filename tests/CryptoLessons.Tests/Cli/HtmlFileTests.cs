using CryptoLessons.Cli;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary><c>--html FILE</c>: the page is written whole or not at all, and what is printed does not change.</summary>
public class HtmlFileTests : ChatFixture
{
    private static readonly string[] Quick = ["matrix", "--design", "strict"];

    [TestCase]
    [TestCase("--json")]
    public void ThePageIsWrittenAndTheOutputIsTheSame(params string[] options)
    {
        CliRun run = CliRun.Of([.. Quick, .. options, "--html", In("page.html")]);
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo(CliRun.Of([.. Quick, .. options]).Output));
        Assert.That(File.ReadAllText(In("page.html")), Does.StartWith("<!DOCTYPE html>").And.EndWith("</html>\n"));
        Assert.That(File.ReadAllBytes(In("page.html"))[0], Is.EqualTo((byte)'<'), "no byte order mark before it");
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Has.Exactly(1).Items, "nothing is left beside it");
    }

    [Test]
    public void AnExistingFileIsReplacedWhole()
    {
        File.WriteAllText(In("page.html"), new string('x', 10_000_000));
        Assert.That(CliRun.Of([.. Quick, "--html", In("page.html")]).Status, Is.Zero);
        Assert.That(File.ReadAllText(In("page.html")), Does.StartWith("<!DOCTYPE html>").And.EndWith("</html>\n"));
    }

    [Test]
    public void WhereALinkLeadsIsReplacedAndTheLinkStays()
    {
        File.WriteAllText(In("page.html"), "old");
        try
        {
            File.CreateSymbolicLink(In("link.html"), In("page.html"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Assert.Ignore($"This user may make no links here: {refused.Message}");
        }
        Assert.That(CliRun.Of([.. Quick, "--html", In("link.html")]).Status, Is.Zero);
        Assert.That(new FileInfo(In("link.html")).LinkTarget, Is.Not.Null);
        Assert.That(File.ReadAllText(In("page.html")), Does.StartWith("<!DOCTYPE html>"));
    }

    [TestCase("")]
    [TestCase("no/such/folder/page.html")]
    [TestCase(".")]
    [TestCase("a\0b")]
    public void APlaceThatCannotBeWrittenIsToldBeforeAnythingIsPlayed(string name) => IsRefused(name.Length == 0 ? "" : In(name));

    [Test]
    public void ADeviceIsNotReplaced()
    {
        if (!File.Exists("/dev/null"))
            Assert.Ignore("This system has no /dev/null.");
        IsRefused("/dev/null");
        Assert.That(File.ReadAllText("/dev/null"), Is.Empty);
    }

    [Test]
    public void TheChatItselfIsNotReplaced()
    {
        const string Chat = "Alice: one\nBob: two\nAlice: three\n";
        File.WriteAllText(In("chat.txt"), Chat, Utf8);
        IsRefused(Path.Combine(Folder, ".", "chat.txt"), "--chat", In("chat.txt"));
        Assert.That(File.ReadAllText(In("chat.txt")), Is.EqualTo(Chat));
    }

    [Test]
    public void WhenWritingFailsHalfWayTheOldFileStaysAndNothingElseDoes()
    {
        File.WriteAllText(In("page.html"), "old");
        WholeFile file = WholeFile.At(In("page.html"), source: null);
        Assert.That(
            () => file.Write(writer =>
            {
                writer.Write(new string('x', 100_000));
                throw new IOException("No space left.");
            }),
            Throws.TypeOf<IOException>());
        Assert.That(File.ReadAllText(In("page.html")), Is.EqualTo("old"));
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Has.Exactly(1).Items);
    }

    private void IsRefused(string path, params string[] more)
    {
        // By the trial alone, which comes before anything is played.
        string? chat = more.SkipWhile(option => option != "--chat").ElementAtOrDefault(1);
        Assert.That(() => WholeFile.At(path, chat), Throws.InstanceOf<IOException>());
        string[] before = [.. Directory.EnumerateFileSystemEntries(Folder)];
        CliRun run = CliRun.Of([.. Quick, .. more, "--html", path]);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")));
        Assert.That(run.Error, Does.StartWith("The output cannot be written: ").And.Contain("Choose another place").And.Not.Contain("   at "));
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Is.EquivalentTo(before));
    }
}
