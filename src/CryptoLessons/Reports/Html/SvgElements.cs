using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace CryptoLessons.Reports.Html;

/// <summary>What a picture in a page consists of: shapes, lettering and a style sheet, and nothing that loads, links or runs.</summary>
internal static class SvgElements
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly FrozenSet<string> Drawn = FrozenSet.Create(
        "title", "desc", "style", "defs", "pattern", "g", "rect", "circle", "path", "text");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        "xmlns", "class", "role", "viewBox", "id", "aria-labelledby", "x", "y", "width", "height", "rx", "cx", "cy", "r", "d", "fill",
        "transform", "text-anchor", "patternUnits", "patternTransform", "data-message", "data-chain", "data-share");

    /// <summary>Reads a picture, strictly.</summary>
    /// <returns>Its name, with which all names within begin.</returns>
    /// <exception cref="ArgumentException">It is not one well-formed <c>svg</c> element, or has anything in it that is not listed here.</exception>
    public static string Check(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        // Where a comment ends is not the same for HTML as for XML: there is none, not even around the element.
        if (!svg.StartsWith("<svg ", StringComparison.Ordinal) || !svg.TrimEnd().EndsWith("</svg>", StringComparison.Ordinal))
            throw new ArgumentException("A picture is one svg element, and nothing stands around it.", nameof(svg));
        XElement picture;
        try
        {
            var strictly = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(svg), strictly);
            picture = XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw new ArgumentException("A picture is one well-formed svg element.", nameof(svg), e);
        }
        if (picture.Name != Svg + "svg" || !picture.DescendantNodesAndSelf().All(IsHarmless))
            throw new ArgumentException("A picture that only shows has shapes and lettering, and nothing else.", nameof(svg));
        return ((string?)picture.Attribute("aria-labelledby"))?.Split("-title")[0] is { Length: > 0 } name
            ? name
            : throw new ArgumentException("A picture says by which of its parts it is named.", nameof(svg));
    }

    private static bool IsHarmless(XNode node) => node switch
    {
        XElement element => element.Name.Namespace == Svg && (element.Parent is null || Drawn.Contains(element.Name.LocalName))
            && element.Attributes().All(attribute => Attributes.Contains(attribute.Name.ToString()) && !Fetches(attribute.Value))
            && !(element.Name.LocalName == "style" && Fetches(element.Value)),
        XCData => false,
        XText => true,
        _ => false,
    };

    /// <summary>Whether a style or a fill asks for anything that is not in the picture itself.</summary>
    private static bool Fetches(string style) =>
        style.Contains("@import", StringComparison.OrdinalIgnoreCase) || style.Contains('\\', StringComparison.Ordinal)
        || style.Replace("url(#", "", StringComparison.Ordinal).Contains("url", StringComparison.OrdinalIgnoreCase);
}
