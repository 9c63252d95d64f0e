using System.Xml.Linq;
using CryptoLessons.Tests.Matrix;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports;

/// <summary>The page stands alone, runs nothing, and is in order for people who do not see it.</summary>
[TestFixture]
internal sealed class HtmlStructureTests
{
    private static readonly Lazy<HtmlPage> Page = new(() => new HtmlPage(
        BuiltInMatrix.Result));

    [Test]
    public void BeginsAsAPageOfHtmlFive()
    {
        Assert.That(Page.Value.Text, Does.StartWith("<!DOCTYPE html>\n<html ").And.EndWith("</html>\n").And.Not.Contain("\r"));
        Assert.That(Page.Value.Root.Attribute("lang")!.Value, Is.EqualTo("en"));
        Assert.That(Meta("name", "viewport"), Does.Contain("width=device-width"));
        Assert.That(Meta("http-equiv", "Content-Security-Policy"), Is.EqualTo("default-src 'none'; style-src 'unsafe-inline'"));
        Assert.That(Page.Value.All("meta").First().Attribute("charset")!.Value, Is.EqualTo("utf-8"), "first, before any text");
    }

    [Test]
    public void NothingIsLoadedAndNothingIsRun()
    {
        string[] shows =
        [
            "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div", "span", "p", "h1", "h2", "h3", "h4",
            "a", "b", "strong", "code", "bdi", "time", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary",
            "table", "thead", "tbody", "tr", "th", "td",
            "svg", "desc", "defs", "pattern", "rect", "circle", "path", "text",
        ];
        Assert.That(Page.Value.All().Select(element => element.Name.LocalName).Distinct(), Is.SubsetOf(shows));
        IEnumerable<string> attributes = Page.Value.All().Attributes().Select(attribute => attribute.Name.LocalName);
        Assert.That(attributes, Has.None.StartsWith("on").And.None.StartsWith("src"));
        Assert.That(Page.Value.All("style").Single().Value, Does.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain("http"));
    }

    [Test]
    public void EveryIdIsThereOnceAndEveryLinkAndLabelLeadsToOne()
    {
        string[] ids = [.. Values("id")];
        Assert.That(ids, Is.Unique.And.Not.Empty);
        Assert.That(Values("href").Select(link => link.TrimStart('#')), Is.SubsetOf(ids).And.Not.Empty);
        Assert.That(Values("href"), Has.All.StartsWith("#"));
        Assert.That(Values("aria-labelledby").SelectMany(label => label.Split(' ')).Distinct(), Is.SubsetOf(ids));
    }

    [Test]
    public void HeadingsGoDownStepByStep()
    {
        int[] levels = [.. Page.Value.All().Select(element => element.Name.LocalName)
            .Where(name => name is ['h', >= '1' and <= '6']).Select(name => name[1] - '0')];
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1), (one, next) => next - one), Has.All.LessThanOrEqualTo(1));
    }

    [Test]
    public void EveryHeadingOfTheTableSaysWhatItHeads() =>
        Assert.That(Page.Value.All("th").Select(heading => (string?)heading.Attribute("scope")), Has.All.AnyOf("col", "row").And.Not.Empty);

    [Test]
    public void EveryNameAndTextIsKeptApartFromTheWritingAroundIt()
    {
        Assert.That(HtmlPage.OfClass(Page.Value.Root, "text").Select(text => (string?)text.Attribute("dir")), Has.All.EqualTo("auto").And.Not.Empty);
        Assert.That(HtmlPage.OfClass(Page.Value.Root, "who").Select(HtmlPage.Sender), Has.All.Not.Empty.And.Not.Empty);
    }

    [Test]
    public void LabelsOfCompromisesAreDifferent()
    {
        XElement legend = HtmlPage.OfClass(Page.Value.Root, "legend").First();
        Assert.That(HtmlPage.OfClass(legend, "thief").Select(thief => thief.Elements().First().Value), Is.Unique.And.Not.Empty);
    }

    private static IEnumerable<string> Values(string attribute) => Page.Value.All().Attributes(attribute).Select(found => found.Value);

    private static string Meta(string attribute, string value) =>
        Page.Value.All("meta").Single(meta => (string?)meta.Attribute(attribute) == value).Attribute("content")!.Value;
}
