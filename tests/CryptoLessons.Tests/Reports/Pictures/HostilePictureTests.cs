using System.Globalization;
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Html;
using CryptoLessons.Reports.Pictures;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>Whatever names and texts hold appears as text: the pictures have the same marks as with harmless words, and the terminal is not steered.</summary>
[TestFixture]
internal sealed class HostilePictureTests
{
    private static IEnumerable<string> Hostile =>
    [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)' onclick='x", "</text></svg><h1>x</h1>", "]]><![CDATA[x]]>", "<!-- x --!> <? x ?> <!DOCTYPE x>",
        "&lt;b&gt; &amp; &#60; &nbsp; &", "a\0b\u001B[2J\u0007\u0085\u009B\r", "\u202Egnp.exe\u202C\u2066x\u2069\u200F\u061C", "a\u2028b\u2029c", "a\uD800b\uDC00",
        "\uFFFE\uFFFF\uFDD0\U0001FFFF", "\u0001-stripes \u0001", "url(#\u0001-stripes)", new('x', 10_000), string.Concat(Enumerable.Repeat("鍵", 10_000)),
        string.Concat(Enumerable.Repeat("🎉", 10_000)), string.Concat(Enumerable.Repeat("a ", 5_000)), " ", "\n\n\n",
    ];

    [TestCaseSource(nameof(Hostile))]
    public void StandsThereAsText(string hostile)
    {
        var harmless = Pictures("harmless").ToArray();
        foreach (var (picture, plain) in Pictures(hostile).Zip(harmless))
        {
            Assert.That(() => SvgElements.Check(picture.Svg!), Throws.Nothing);
            Assert.That(Marks(picture), Is.EqualTo(Marks(plain)));
            Assert.That(picture.Svg, Has.Length.LessThan(plain.Svg!.Length + 8000));
            Assert.That(picture.Text, Has.Length.LessThan(plain.Text.Length + 4000));
            Assert.That(picture.Text.EnumerateRunes().Where(rune => rune.Value != '\n').Select(Rune.GetUnicodeCategory), Has.None.AnyOf(
                UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator), "nothing steers a terminal");
            var drawn = new DrawnPicture(picture);
            foreach (string line in drawn.Lettering)
                Assert.That(Lettering.Width(line), Is.LessThanOrEqualTo(360));
        }
    }

    [Test]
    public void WhatIsCutEndsInAnEllipsisBetweenCharacters()
    {
        Assert.That(Lettering.Fit(string.Concat(Enumerable.Repeat("🎉", 10_000)), 100), Does.Match("^(🎉)+…$"));
        Assert.That(Lettering.Fit("short", 100), Is.EqualTo("short"));
        Assert.That(Lettering.Wrap(string.Concat(Enumerable.Repeat("word ", 1000)), 100, 3), Has.Count.EqualTo(3).And.Some.EndsWith("…"));
        Assert.That(Lettering.Wrap("two words", 300, 3), Is.EqualTo(new[] { "two words" }));
        Assert.That(Lettering.Wrap(new string('x', 500), 100, 3).Select(Lettering.Width), Has.All.LessThanOrEqualTo(100));
    }

    private static IEnumerable<Exhibit> Pictures(string hostile)
    {
        string alice = "Alice " + hostile, bob = "Bob " + hostile;
        Conversation chat = ConversationTimelineTests.Chat(4, _ => hostile, alice, bob);
        Game game = Design.Find("strict")!.Play(chat, 2, alice);
        byte[] plaintext = MessageContent.Encode(chat.Messages[0]);
        Verdict verdict = new(new Dictionary<int, Guess> { [3] = new(3, plaintext, new Derivation(hostile, hostile, "plaintext")) }, [], TestScripts.Between("ABAB"), 2);
        yield return ConversationTimeline.Draw(chat, (hostile, verdict), ("control", SeizedGame.Reading(4, 2)));
        yield return TurningChains.Draw(game.Transcript, verdict);
        yield return DerivationPath.Draw(verdict.Recovered[3]);
        yield return HandshakeDiagram.Draw(game.Transcript);
    }

    // Of text there are more or fewer lines; everything else is the same.
    private static string Marks(Exhibit picture)
    {
        var marks = new StringBuilder();
        foreach (var element in new DrawnPicture(picture).Root.DescendantsAndSelf().Where(element => element.Name.LocalName != "text"))
            marks.Append(element.Name.LocalName).Append('[').AppendJoin(',', element.Attributes().Select(attribute => attribute.Name.LocalName)).Append(']');
        return marks.ToString();
    }
}
