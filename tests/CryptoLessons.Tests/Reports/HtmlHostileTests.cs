using System.Xml.Linq;
using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports;

/// <summary>Whatever a chat holds appears as text: the page has the same elements as with harmless words.</summary>
[TestFixture]
internal sealed class HtmlHostileTests
{
    private const string Harmless = "harmless";

    private static readonly Lazy<string> Elements = new(() => ElementsOf(Page(Harmless)));

    private static IEnumerable<TestCaseData> Hostile =>
    [
        Named("Script", "<script>alert(1)</script>"),
        Named("Quotes", "\" onmouseover=\"alert(1)' onclick='x"),
        Named("EndOfAStyleSheet", "</style><h1>x</h1>"),
        Named("EndOfADetails", "</details></li></ol></section></body></html>"),
        Named("EndOfCData", "]]><![CDATA[x]]>"),
        Named("Comment", "<!-- x --!> <? x ?> <!DOCTYPE x>"),
        Named("References", "&lt;b&gt; &amp; &#60; &nbsp; &"),
        Named("OtherWriting", "שלום 鍵 Größe 👩‍👩‍👧 \u0640"),
        Named("Null", "a\0b", @"a\u0000b"),
        Named("Controls", "\u001B[2J\u0007\u007F\u0085\u009B", @"\u001B[2J\u0007\u007F\u0085\u009B"),
        Named("CarriageReturn", "a\rb", @"a\u000Db"),
        Named("RightToLeft", "\u202Egnp.exe\u202C\u2066x\u2069\u200F\u061C", @"\u202Egnp.exe\u202C\u2066x\u2069\u200F\u061C"),
        Named("Separators", "a\u2028b\u2029c", @"a\u2028b\u2029c"),
        Named("LoneSurrogates", "a\uD800b\uDC00", @"a\uD800b\uDC00"),
        Named("Noncharacters", "\uFFFE\uFFFF\uFDD0\U0001FFFF", @"\uFFFE\uFFFF\uFDD0\u1FFFF"),
        Named("InvisibleTags", "x\U000E0041", @"x\uE0041"),
    ];

    [TestCaseSource(nameof(Hostile))]
    public void StandsThereAsText(string hostile, string shown)
    {
        HtmlPage page = Page(hostile);
        Assert.That(ElementsOf(page), Is.EqualTo(Elements.Value));
        Assert.That(HtmlPage.Shown(page.Message("strict", 1)), Is.EqualTo(shown));
        Assert.That(HtmlPage.Sender(page.Message("strict", 1)), Is.EqualTo(Name(shown, "Mallory ")));
        Assert.That(HtmlPage.OfClass(page.Message("strict", 1), "file").Single().Value, Does.Contain(Name(shown, "")));
        Assert.That(HtmlPage.OfClass(page.Root, "played").Single().Value, Does.Contain(Name(shown, "")));
        Assert.That(HtmlPage.OfClass(page.Root, "notes").Single().Value, Does.Contain(shown));
        Assert.That(page.All("title").Single().Value, Does.EndWith(shown));
    }

    [Test]
    public void OfTenThousandCharactersTheFirstAreShownAndTheRestCounted()
    {
        string whole = new('x', 10_000), key = string.Concat(Enumerable.Repeat("鍵", 10_000)), pairs = string.Concat(Enumerable.Repeat("🎉", 10_000));
        foreach (string text in (string[])[whole, key, pairs])
        {
            XElement message = Page(text).Message("strict", 1);
            string first = text[..(text.Length / 10)];
            Assert.That(HtmlPage.Shown(message), Is.EqualTo(first));
            Assert.That(HtmlPage.OfClass(message, "note").Single().Value, Does.Contain("9000 more characters"));
            Assert.That(HtmlPage.Sender(message), Has.Length.LessThan(100).And.EndsWith("..."));
        }
    }

    [Test]
    public void LinesStayLines() => Assert.That(HtmlPage.Shown(Page("one\n\n\ttwo").Message("strict", 1)), Is.EqualTo("one\n\n\ttwo"));

    [Test]
    public void AnEmptyMessageSaysSo() =>
        Assert.That(HtmlPage.OfClass(Page("").Message("strict", 1), "note").Single().Value, Is.EqualTo("an empty message"));

    private static HtmlPage Page(string hostile) =>
        HtmlPage.Of("Mallory " + hostile, "Bob " + hostile, hostile, new Attachment(hostile, new byte[] { 1 }), source: hostile);

    // A name is cut to 40 characters, in which a code counts as the one character that it stands for.
    private static string Name(string shown, string before)
    {
        string whole = before + shown;
        return whole.Length > 40 && !shown.Contains('\\') ? whole[..40] + "..." : whole;
    }

    // A picture breaks a long text into lines, so that it has more or fewer of them.
    private static string ElementsOf(HtmlPage page) => string.Join(' ', page.All().Where(element => element.Name.LocalName != "text").Select(element =>
        $"{element.Name.LocalName}[{string.Join(',', element.Attributes().Select(attribute => attribute.Name.LocalName))}]"));

    private static TestCaseData Named(string name, string hostile, string? shown = null) =>
        new TestCaseData(hostile, shown ?? hostile).SetArgDisplayNames(name);
}
