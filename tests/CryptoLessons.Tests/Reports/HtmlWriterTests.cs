using CryptoLessons.Reports.Html;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports;

/// <summary>There is no way to write markup that was not meant: not even a programmer in a hurry finds one.</summary>
[TestFixture]
internal sealed class HtmlWriterTests
{
    [Test]
    public void TextAndAttributesAreEncoded() => Assert.That(
        Written(page => page.Line("span", "<&>", null, ("title", "\"'<&>"))),
        Is.EqualTo("<span title=\"&quot;&#39;&lt;&amp;&gt;\">&lt;&amp;&gt;</span>\n"));

    [TestCase("script")]
    [TestCase("iframe")]
    [TestCase("img")]
    [TestCase("style")]
    [TestCase("p onclick=x")]
    [TestCase("p><script")]
    public void AnElementThatLoadsOrRunsIsRefused(string tag) => Assert.That(() => Written(page => page.Open(tag)), Throws.ArgumentException);

    [TestCase("onclick", "alert(1)")]
    [TestCase("src", "x.png")]
    [TestCase("href", "javascript:alert(1)")]
    [TestCase("href", "https://example.org")]
    [TestCase("a b", "x")]
    [TestCase("a=\"", "x")]
    public void AnAttributeThatLoadsOrRunsIsRefused(string name, string value) =>
        Assert.That(() => Written(page => page.Open("a", null, (name, value))), Throws.ArgumentException);

    [Test]
    public void ALinkWithinThePageIsNot() =>
        Assert.That(Written(page => page.Line("a", "x", null, ("href", "#y"))), Is.EqualTo("<a href=\"#y\">x</a>\n"));

    [TestCase("a { } </style>")]
    [TestCase("a &amp;")]
    [TestCase("]]>")]
    public void AStyleSheetThatCouldEndEarlyIsRefused(string css) =>
        Assert.That(() => Written(page => page.StyleSheet(css)), Throws.ArgumentException);

    [Test]
    public void ElementsEndInTheOrderInWhichTheyWereOpened() => Assert.That(
        () => Written(page =>
        {
            HtmlWriter.Element outer = page.Open("div");
            page.Open("span");
            outer.Dispose();
        }),
        Throws.InvalidOperationException);

    private static string Written(Action<HtmlWriter> write)
    {
        using var text = new StringWriter();
        write(new HtmlWriter(text));
        return text.ToString();
    }
}
