using System.Xml;
using System.Xml.Linq;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;

namespace CryptoLessons.Tests.Reports;

/// <summary>A page of <see cref="HtmlReport"/>, opened by a strict XML parser: what is not well-formed throws.</summary>
internal sealed class HtmlPage
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private readonly ILookup<string, XElement> byId;

    public HtmlPage(MatrixResult result)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(result, writer);
        Text = writer.ToString();
        using var reader = XmlReader.Create(
            new StringReader(Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = true });
        Root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        byId = Root.Descendants().Where(element => element.Attribute("id") is not null).ToLookup(element => element.Attribute("id")!.Value);
    }

    public string Text { get; }

    public XElement Root { get; }

    /// <summary>Every element of one name, or every element.</summary>
    public IEnumerable<XElement> All(string? name = null) => name is null ? Root.DescendantsAndSelf() : Root.Descendants(Html + name);

    /// <summary>The section of a design.</summary>
    public XElement Design(string id) => ById($"design-{id}");

    /// <summary>One message under a design.</summary>
    public XElement Message(string design, int number) => ById(FormattableString.Invariant($"{design}-{number}"));

    public XElement ById(string id) => byId[id].Single();

    /// <summary>Below an element, the elements of a class.</summary>
    public static IEnumerable<XElement> OfClass(XElement within, string name) =>
        within.Descendants().Where(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name));

    /// <summary>The text that a message shows.</summary>
    public static string Shown(XElement message) => OfClass(message, "text").SingleOrDefault()?.Value ?? "";

    /// <summary>The name of whoever sent a message.</summary>
    public static string Sender(XElement message) => message.Descendants(Html + "bdi").First().Value;

    /// <summary>The word of each mark of a message, by compromise.</summary>
    public static Dictionary<string, string> Marks(XElement message) => OfClass(message, "mark").ToDictionary(
        mark => mark.Attribute("data-compromise")!.Value, mark => OfClass(mark, "aloud").Single().Value.Trim());

    /// <summary>The figures below an element, by name: how many of how many.</summary>
    public static Dictionary<string, string> Figures(XElement within) => OfClass(within, "fraction")
        .Where(fraction => fraction.Attribute("data-figure") is not null).ToDictionary(
        fraction => fraction.Attribute("data-figure")!.Value, fraction => OfClass(fraction, "figure").Single().Value);

    /// <summary>The page of a chat in which three messages are said, under one design.</summary>
    public static HtmlPage Of(string first, string second, string text, Attachment? attachment = null, string source = "chat.txt")
    {
        ChatMessage Said(int number, string from) => new(number, from, TestScripts.Start.AddMinutes(number), text, attachment);
        var chat = new Conversation(source, "plain", [Said(1, first), Said(2, second), Said(3, first)], [new(7, text, text)], [text]);
        return new(MatrixRunner.Run(chat, designs: "strict"));
    }
}
