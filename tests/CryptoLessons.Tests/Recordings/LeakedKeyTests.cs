using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>The key's file: it says what it is, comes back, and no part or damage of it is taken for a key.</summary>
[TestFixture]
internal sealed class LeakedKeyTests
{
    private static DhKeyPair Key => DhKeyPair.Generate(new SeededRandom(7));
    private static readonly string Text = LeakedKey.Write(Key, "message-key-escrow");

    [Test]
    public void APersonSeesAtOnceWhatItIs() =>
        Assert.That(Text, Does.StartWith("CryptoLessons authority key").And.Contain("PRIVATE KEY").And.Contain("message-key-escrow"));

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void ItComesBack(string lineEnd)
    {
        var (key, complaint) = LeakedKey.Read(Text.ReplaceLineEndings(lineEnd));
        Assert.That(complaint, Is.Null);
        Assert.That(Hazmat.Reveal(key!.Private), Is.EqualTo(Hazmat.Reveal(Key.Private)));
    }

    [Test]
    public void EveryTruncationIsTold()
    {
        // The last line end may be missing: an editor takes it away, and nothing is lost.
        for (int length = 0; length < Text.Length - 1; length++)
        {
            var (key, complaint) = LeakedKey.Read(Text[..length]);
            Assert.That((key, complaint is null), Is.EqualTo(((DhKeyPair?)null, false)), $"{length} characters");
        }
    }

    [Test]
    public void EveryOtherDigitIsTold()
    {
        int first = Text.IndexOf("private: ", StringComparison.Ordinal);
        for (int i = first; i < Text.Length; i++)
            if (char.IsAsciiHexDigitLower(Text[i]) && i != first)
            {
                // The two bits that every private key has set or clear are no part of it.
                char other = Text[i] == 'f' ? '0' : 'f';
                var (key, _) = LeakedKey.Read(Text[..i] + other + Text[(i + 1)..]);
                Assert.That(key is null || Hazmat.Reveal(key.Private).SequenceEqual(Hazmat.Reveal(Key.Private)), $"character {i}");
            }
    }

    [TestCase("", "is no authority's key")]
    [TestCase("-----BEGIN PRIVATE KEY-----", "is no authority's key")]
    [TestCase("CryptoLessons authority key, version 2\n", "another version")]
    [TestCase("CryptoLessons authority key, version 1\nprivate: 00\npublic: 00\n", "cut off or damaged")]
    public void SomethingElseIsTold(string text, string says) => Assert.That(LeakedKey.Read(text).Complaint, Does.Contain(says));

    [Test]
    public void AnotherPublicKeyIsTold()
    {
        string other = DhKeyPair.Generate(new SeededRandom(8)).Public.ToString();
        string text = Text.Replace(Key.Public.ToString(), other, StringComparison.Ordinal);
        Assert.That(LeakedKey.Read(text).Complaint, Does.Contain("do not belong together"));
    }
}
