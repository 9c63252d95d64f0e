using System.Globalization;
using CryptoLessons.Illustrations;
using CryptoLessons.Reports.Html;

namespace CryptoLessons.Reports;

/// <summary>An illustration as one page for people: complete in itself, without scripts, and with nothing to be fetched from anywhere.</summary>
public static class IllustrationPage
{
    private static readonly (ValueKind Kind, string Words)[] Legend =
    [
        (ValueKind.Frame, "layout"), (ValueKind.Number, "numbers and names"), (ValueKind.PublicKey, "public keys"),
        (ValueKind.Ciphertext, "ciphertext"),
        (ValueKind.Proof, "signatures and MACs"), (ValueKind.Secret, "secrets, never on the wire"), (ValueKind.Access, "the authority's way in"),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="illustration">What to show.</param>
    /// <param name="output">Where to; its encoding must be UTF-8, as the page says.</param>
    public static void Write(Illustration illustration, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(illustration);
        ArgumentNullException.ThrowIfNull(output);
        PageFrame.Write(output, $"Every byte of a conversation: {illustration.Profile}", page =>
        {
            WriteHead(page, illustration);
            using (page.Open("main"))
            {
                var places = new Dictionary<Value, string>();
                foreach (var (number, plate) in illustration.Plates.Index())
                    new PlateSection(page, plate, places).Write(number + 1);
            }
        }, "illustration.css");
    }

    private static void WriteHead(HtmlWriter page, Illustration illustration)
    {
        using (page.Open("header"))
        {
            page.Line("p", "CryptoLessons illustrate", "eyebrow");
            page.Line("h1", "Every byte of a conversation");
            page.Line(
                "p",
                "Alice asks something, Bob answers. What their phones publish, agree on and send lies here byte by byte: what it is, where it comes "
                + "from, and a short program that makes it again. Then Bob answers once more, as an app with a key for an authority does.",
                "headline");
            string played = string.Create(CultureInfo.InvariantCulture, $"Profile {illustration.Profile}, seed {Illustration.Seed}.");
            page.Line("p", $"{played} The keys are made for this page: that is why the private ones are printed.", "played");
            using (page.Open("nav", "contents", ("aria-label", "What is shown")))
            using (page.Open("ol"))
                foreach (Plate plate in illustration.Plates)
                    using (page.Open("li"))
                        page.Line("a", plate.Title, null, ("href", $"#{plate.Id}"));
            using (page.Open("p", "kinds"))
                foreach (var (kind, words) in Legend)
                {
                    page.Line("span", words, $"kind {PlateSection.ClassOf(kind)}");
                    page.Text(" ");
                }
            using (page.Open("details"))
            {
                page.Line("summary", "How to run the programs");
                page.Line("p", "These lines go in front of any of them, and #:package CryptoLessons above the lines. As value.cs it then runs with "
                    + "dotnet run value.cs.", "small");
                page.Line("pre", string.Join('\n', Illustration.Usings), "program");
            }
        }
    }
}
