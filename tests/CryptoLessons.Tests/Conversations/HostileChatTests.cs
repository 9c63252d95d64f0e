using System.IO.Compression;
using System.Text;
using CryptoLessons.Conversations;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

/// <summary>Whatever stands in a file, the answer is a conversation or a sentence.</summary>
public class HostileChatTests : ChatFixture
{
    private static readonly string[] Pieces =
    [
        "24/03/2017, 14:37 - ", "[24/03/2017, 14:37:12] ", "3/24/17, 2:37\u202FPM - ", "31/02/2017, 25:61 - ", "2017-03-24", "Alice", "Bob", ": ", ":", "\n", "\r\n",
        "\n\n", "\r", "\u200E", "\u200F", "\u202A", "\u202C", "\uFEFF", "<attached: ", ">", "<", " (file attached)", "../", "a.jpg", "IMG-20170324-WA0001.jpg", " ", "text",
        "<Media omitted>", "image omitted", "\u001B[2J", "é", "日本", "👩‍🌾", "[", "]", " - ", "0", "99", ".", "/",
    ];

    private void AnswersSensibly(byte[] bytes, string name = "chat.txt")
    {
        File.WriteAllBytes(In(name), bytes);
        ChatImportResult result = ChatImport.Read(In(name));
        if (!result.Succeeded)
        {
            Failed(result);
            return;
        }

        Conversation chat = Succeeded(result);
        Assert.That(chat.People, Has.Count.GreaterThanOrEqualTo(2).And.All.Not.Empty);
        Assert.That(chat.Messages.Select(m => m.Number), Is.EqualTo(Enumerable.Range(1, chat.Messages.Count)));
        Assert.That(chat.Notes.Concat(chat.Unparsed.Select(u => u.Text)).SelectMany(s => s).Any(char.IsControl), Is.False);
    }

    private static Random Seeded()
    {
        int seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    [Test]
    public void RandomBytes()
    {
        Random random = Seeded();
        for (int i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            AnswersSensibly(bytes);
            AnswersSensibly([.. bytes.Select(b => (byte)(b % 96 + 31))]);
            AnswersSensibly(bytes, "chat.zip");
        }
    }

    [Test]
    public void RandomPiecesOfExports()
    {
        Random random = Seeded();
        for (int i = 0; i < 1500; i++)
            AnswersSensibly(Utf8.GetBytes(string.Concat(random.GetItems(Pieces, random.Next(1, 60)))));
    }

    [Test]
    public void MutatedExports()
    {
        Random random = Seeded();
        byte[] text = Utf8.GetBytes(string.Join("\r\n", ConversationGenerator.WhatsAppLines(20, 1, "Alice", "Bob")));
        for (int i = 0; i < 500; i++) AnswersSensibly(Mutated(text, random));
    }

    [Test]
    public void MutatedZips()
    {
        Random random = Seeded();
        using (ZipArchive zip = ZipFile.Open(In("whole.zip"), ZipArchiveMode.Create))
        {
            foreach (string name in new[] { "_chat.txt", "a.jpg" })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("24/03/2017, 14:37 - Alice: a.jpg (file attached)\n24/03/2017, 14:37 - Bob: b\n");
            }
        }

        byte[] bytes = File.ReadAllBytes(In("whole.zip"));
        for (int i = 0; i < 2000; i++) AnswersSensibly(Mutated(bytes, random), "chat.zip");
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        for (int changes = random.Next(1, 6); changes > 0; changes--)
        {
            int at = random.Next(bytes.Length);
            bytes = random.Next(4) switch
            {
                0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
                1 => bytes.Length > 1 ? [.. bytes[..at], .. bytes[(at + 1)..]] : bytes,
                2 => [.. bytes[..at], .. bytes[..random.Next(bytes.Length)], .. bytes[at..]],
                _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }

    [Test]
    public void WrittenChatsAreReadBack()
    {
        Random random = Seeded();
        Prop.ForAll<NonNull<string>[], bool>((texts, ios) =>
        {
            var expected = new List<(string From, string Text)>();
            var file = new StringBuilder();
            foreach (string text in texts.Select(t => t.Get).Append("the end").Prepend("the beginning"))
            {
                string from = new[] { "Alice", "Bob: not yet"[..3], "~\u202FDr. C - D" }[random.Next(3)];
                string clean = Clean(text);
                expected.Add((from, clean));
                file.Append(ios ? "[24/03/2017, 14:37:12] " : "24/03/2017, 14:37 - ").Append(from).Append(": ").Append(clean).Append('\n');
            }

            expected.AddRange([("Alice", "a"), ("Bob", "b")]);
            string stamp = ios ? "[24/03/2017, 14:38:12] " : "24/03/2017, 14:38 - ";
            file.Append(stamp).Append("Alice: a\n").Append(stamp).Append("Bob: b\n");
            Conversation chat = Whole(file.ToString());
            return chat.Messages.Select(m => (m.From, m.Text)).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>What an export can hold: no NUL, no lone surrogate, no line end that would change, no invisible mark at a line's start.</summary>
    private static string Clean(string text)
    {
        string valid = Utf8.GetString(Utf8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        return string.Join('\n', valid.Split('\n').Select(line => line.TrimStart('\u200E', '\u200F', '\uFEFF')));
    }

    [Test]
    [CancelAfter(20_000)]
    public void LinesOfMegabytesAreReadOnce()
    {
        const int length = 2 * 1024 * 1024;
        foreach (string piece in new[] { "x", "9", "<", "a (", ": ", "[24/03/2017, ", "\u200E", " ", "1/1/17 1:11 - " })
        {
            string line = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            AnswersSensibly(Utf8.GetBytes($"24/03/2017, 14:37 - Alice: {line}>)\n{line}\n24/03/2017, 14:37 - {line}\n24/03/2017, 14:37 - Bob: b\n"));
            AnswersSensibly(Utf8.GetBytes($"Alice: {line}\n{line}\nBob: b\n"));
        }
    }

    [Test]
    [CancelAfter(20_000)]
    public void ManyNamesThatSpeakOnlyInMarksCostNoMoreThanTheirLines()
    {
        var file = new StringBuilder();
        for (int i = 0; i < 30_000; i++) file.Append("[24/03/2017, 14:37:12] P").Append(i).Append(": \u200Eimage weggelassen\n[24/03/2017, 14:37:12] Q").Append(i).Append(": a\n");
        Assert.That(Whole(file.ToString()).Messages, Has.Count.EqualTo(60_000));
    }
}
