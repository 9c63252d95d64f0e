using System.Xml;
using System.Xml.Linq;
using CryptoLessons.Illustrations;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports;
using CryptoLessons.Tests.Reports;
using NUnit.Framework;

namespace CryptoLessons.Tests.Illustrations;

/// <summary>The page shows every byte and every program, runs nothing, and all its links lead somewhere.</summary>
internal sealed class IllustrationPageTests
{
    private static IEnumerable<Profile> Profiles => Profile.All;

    [TestCaseSource(nameof(Profiles))]
    public void EveryByteStandsThere(Profile profile)
    {
        XElement root = Root(profile);
        foreach (Plate plate in Illustrated.Of(profile).Plates)
        {
            XElement section = root.Descendants().Single(element => (string?)element.Attribute("id") == plate.Id);
            string runs = string.Concat(HtmlPage.OfClass(section, "run").Select(run => run.Value));
            Assert.That(runs.Replace(" ", "", StringComparison.Ordinal), Is.EqualTo(Convert.ToHexStringLower(plate.Bytes.Span)), plate.Id);
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void EveryProgramStandsThere(Profile profile)
    {
        string[] shown = [.. HtmlPage.OfClass(Root(profile), "program").Select(program => program.Value)];
        Assert.That(Illustrated.Values(profile).Select(value => value.Program), Is.SubsetOf(shown));
    }

    [TestCaseSource(nameof(Profiles))]
    public void EveryIdIsThereOnceAndEveryLinkLeadsToOne(Profile profile)
    {
        XElement root = Root(profile);
        string[] ids = [.. Values("id")];
        Assert.That(ids, Is.Unique.And.Not.Empty);
        Assert.That(Values("href"), Is.Not.Empty.And.All.StartsWith("#"));
        Assert.That(Values("href").Select(link => link[1..]).Distinct(), Is.SubsetOf(ids));
        Assert.That(Values("aria-labelledby").Distinct(), Is.SubsetOf(ids));

        IEnumerable<string> Values(string attribute) => root.DescendantsAndSelf().Attributes(attribute).Select(found => found.Value);
    }

    [TestCaseSource(nameof(Profiles))]
    public void NothingIsLoadedAndNothingIsRun(Profile profile)
    {
        XElement root = Root(profile);
        Assert.That(root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct(), Is.SubsetOf((string[])[
            "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "div", "span", "p", "h1", "h2", "h3",
            "a", "code", "pre", "ol", "li", "details", "summary",
        ]));
        string style = root.Descendants().Single(element => element.Name.LocalName == "style").Value;
        Assert.That(style, Does.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain("http"));
    }

    [TestCaseSource(nameof(Profiles))]
    public void IsTheSameEachTime(Profile profile)
    {
        string once = Written(Illustrated.Of(profile));
        Assert.That(Written(Illustration.Of(profile)), Is.EqualTo(once));
        Assert.That(once, Does.Not.Contain("\r").And.EndWith("</html>\n"));
    }

    private static string Written(Illustration illustration)
    {
        using var writer = new StringWriter();
        IllustrationPage.Write(illustration, writer);
        return writer.ToString();
    }

    private static XElement Root(Profile profile)
    {
        using var reader = XmlReader.Create(
            new StringReader(Written(Illustrated.Of(profile))),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = true });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }
}
