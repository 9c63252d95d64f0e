namespace CryptoLessons.Reports.Html;

/// <summary>What the words on the page mean.</summary>
internal static class ReadingHelp
{
    /// <summary>What no page must leave out.</summary>
    public const string Caution =
        "That no attack in this repository succeeds is not the same as \u201Csecure\u201D. For teaching, not for protecting real messages.";

    private static readonly (string Word, string Meaning)[] Words =
    [
        ("read", "An attack was given what the thief holds and nothing else, and came out with the message, byte for byte."),
        ("past, future", "Messages sent up to the compromise, and after it. The thief keeps listening to the wire."),
        ("bystanders", "Messages of people who use the same messenger at the same time and have nothing to do with the conversation."),
        ("stored", "Messages that lay readable on the seized phone. Keys have nothing to do with it."),
        ("forged", "The strongest forging that an honest recipient's own code accepted."),
        ("noticed", "Whether a device told its owner by itself, or the people could see it when they compare something."),
        ("control", "The same attack with unrelated secrets of the same kind. It must read nothing, or the attack proves nothing."),
        ("warrant", "A court's signed order that names the target, answered as the design can answer it."),
    ];

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page)
    {
        using (page.Open("footer"))
        {
            page.Line("h2", "How to read this page");
            using (page.Open("dl"))
                foreach (var (word, meaning) in Words)
                    using (page.Open("div"))
                    {
                        page.Line("dt", word);
                        page.Line("dd", meaning);
                    }
            page.Line("p", Caution, "small");
        }
    }
}
