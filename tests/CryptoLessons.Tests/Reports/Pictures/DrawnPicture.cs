using System.Xml;
using System.Xml.Linq;
using CryptoLessons.Lessons;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>A picture, opened by a strict XML parser: what is not well-formed throws.</summary>
internal sealed class DrawnPicture
{
    public DrawnPicture(Exhibit exhibit)
    {
        Exhibit = exhibit;
        using var reader = XmlReader.Create(
            new StringReader(exhibit.Svg!), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true });
        Root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public Exhibit Exhibit { get; }

    public XElement Root { get; }

    /// <summary>All lettering, in the order of drawing.</summary>
    public string[] Lettering => [.. All("text").Select(text => text.Value)];

    public string Title => All("title").Single().Value;

    public string Description => All("desc").Single().Value;

    public IEnumerable<XElement> All(string element) => Root.Descendants().Where(found => found.Name.LocalName == element);

    /// <summary>The elements of a class that carry an attribute.</summary>
    public XElement[] Marks(string style, string attribute) =>
        [.. Root.Descendants().Where(found => (string?)found.Attribute("class") == style && found.Attribute(attribute) is not null)];

    /// <summary>The numbers of the messages that are marked so, ascending.</summary>
    public int[] Messages(string style) => [.. Marks(style, "data-message").Select(mark => (int)mark.Attribute("data-message")!).Order()];
}
