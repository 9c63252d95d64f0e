using CryptoLessons.Reports.Html;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports;

/// <summary>Into a page comes a drawing, and nothing else that calls itself one.</summary>
[TestFixture]
internal sealed class SvgElementsTests
{
    private const string Begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"p-title p-desc\">";

    [Test]
    public void ADrawingIsWrittenAsItIs() => Assert.That(Written(Begin + "<title id=\"p-title\">a</title><rect x=\"1\"/></svg>"), Does.Contain("<rect x=\"1\"/></svg>"));

    [TestCase("<script>alert(1)</script>")]
    [TestCase("<foreignObject/>")]
    [TestCase("<image/>")]
    [TestCase("<use/>")]
    [TestCase("<a/>")]
    [TestCase("<animate/>")]
    [TestCase("<svg/>")]
    [TestCase("<rect onclick=\"alert(1)\"/>")]
    [TestCase("<rect href=\"https://example.org\"/>")]
    [TestCase("<rect style=\"fill:red\"/>")]
    [TestCase("<rect fill=\"url(https://example.org/x)\"/>")]
    [TestCase("<rect fill=\"URL(x)\"/>")]
    [TestCase("<style>@import 'x';</style>")]
    [TestCase("<style>a { b: url(x) }</style>")]
    [TestCase("<style>a { b: \\75rl(x) }</style>")]
    [TestCase("<h1 xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [TestCase("<text><![CDATA[x]]></text>")]
    [TestCase("<!-- x -->")]
    [TestCase("<?x y?>")]
    [TestCase("<rect>")]
    public void MoreThanADrawingIsRefused(string within) => Assert.That(() => Written(Begin + within + "</svg>"), Throws.ArgumentException);

    [TestCase("<!--><script>alert(1)</script>-->", "")]
    [TestCase("", "<script/>")]
    [TestCase("", "<!--><script>alert(1)</script></svg>-->")]
    [TestCase("<!DOCTYPE svg>", "")]
    public void WhatStandsAroundADrawingIsRefused(string before, string behind) =>
        Assert.That(() => Written(before + Begin + "</svg>" + behind), Throws.ArgumentException);

    [TestCase("<g xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"p-title\"></g>")]
    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    [TestCase("")]
    public void WhatIsNoDrawingIsRefused(string svg) => Assert.That(() => Written(svg), Throws.ArgumentException);

    [Test]
    public void TheSamePictureTwiceHasTwoNames()
    {
        using var text = new StringWriter();
        var page = new HtmlWriter(text);
        for (int i = 0; i < 3; i++)
            page.Picture(Begin + "<title id=\"p-title\">a</title></svg>");
        Assert.That(text.ToString(), Does.Contain("id=\"p-title\"").And.Contain("id=\"p-2-title\"").And.Contain("id=\"p-3-title\"").And.Contain("\"p-3-title p-3-desc\""));
    }

    private static string Written(string svg)
    {
        using var text = new StringWriter();
        new HtmlWriter(text).Picture(svg);
        return text.ToString();
    }
}
