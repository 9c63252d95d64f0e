using System.Globalization;
using CryptoLessons.Designs;
using CryptoLessons.Differences;

namespace CryptoLessons.Reports;

/// <summary>The same conversation on the wire of two designs, as Markdown.</summary>
internal static class DifferenceOfWire
{
    public static void Write(Markdown page, WireDifference wire, Design a, Design b)
    {
        WriteLengths(page, wire, a, b);
        if (wire.Parts.All(part => part.IsAlwaysEqual))
        {
            page.Paragraph("Byte for byte the same: what one of them has more is not seen on the wire until somebody uses it.");
            return;
        }
        if (wire.Parts.Any(part => part.Equal + part.Different > 0))
            WriteParts(page, wire, a, b);
        else
            WriteNoneShared(page, wire, a, b);
        page.Paragraph($"Some messages byte by byte, `{a.Id}` left, `{b.Id}` right: offset, bytes, and what they are.")
            .Block("", [
                "=  the same bytes in both",
                "~  in both, with different bytes",
                $"-  only in {a.Id}",
                $"+  only in {b.Id}",
            ]);
        foreach (WireExample example in wire.Examples)
            Write(page, example, a, b);
    }

    private static void WriteLengths(Markdown page, WireDifference wire, Design a, Design b)
    {
        string envelopes = DifferenceMarkdown.Count(wire.Envelopes.Count, "envelope");
        double mean = wire.Envelopes.Count == 0 ? 0 : (wire.LengthB - wire.LengthA) / (double)wire.Envelopes.Count;
        page.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"The conversation's {envelopes}: {wire.LengthA} bytes in `{a.Id}`, {wire.LengthB} in `{b.Id}`, {mean:+0.00;-0.00;0} for each on average."));
        WriteAlone(page, wire.Envelopes.Where(envelope => envelope.B is null), a);
        WriteAlone(page, wire.Envelopes.Where(envelope => envelope.A is null), b);
    }

    /// <summary>What only one design sends is the difference that is seen from farthest away.</summary>
    private static void WriteAlone(Markdown page, IEnumerable<EnvelopeDifference> envelopes, Design design)
    {
        string[] kinds = [.. envelopes.CountBy(envelope => (envelope.Layer.Title, envelope.Either.Envelope.To))
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} to {Markdown.Foreign(kind.Key.To)}, {(kind.Value == 1 ? "" : "each ")}{kind.Key.Title}"))];
        if (kinds.Length > 0)
            page.Paragraph($"Only `{design.Id}` sends:").List(kinds);
    }

    private static void WriteNoneShared(Markdown page, WireDifference wire, Design a, Design b) =>
        page.Paragraph("On the wire they have nothing in common: no part of any message of one occurs in a message of the other.")
            .List([
                $"In `{a.Id}`: {string.Join("; ", wire.Parts.Where(part => part.OnlyInA > 0).Select(part => part.Name))}.",
                $"In `{b.Id}`: {string.Join("; ", wire.Parts.Where(part => part.OnlyInB > 0).Select(part => part.Name))}.",
            ]);

    private static void WriteParts(Markdown page, WireDifference wire, Design a, Design b)
    {
        page.Paragraph("The same conversation from the same seed. Each phone has a stream of random numbers for each purpose, and a mechanism "
            + "has one of its own, so that it moves no key of the protocol: whether that is so, these counts show.");
        int alike = wire.Parts.Count(part => part.IsAlwaysEqual);
        PartTally[] others = [.. wire.Parts.Where(part => !part.IsAlwaysEqual)];
        page.Paragraph($"Of the {alike + others.Length} kinds of parts that occur in them, {alike} are the same, byte for byte, wherever they occur. "
            + "The others, and how often they occur:");
        page.Table([
            ["part", "same", "different", $"only in {a.Id}", $"only in {b.Id}"],
            .. others.Select(part => (string[])[part.Name, .. ((int[])[part.Equal, part.Different, part.OnlyInA, part.OnlyInB])
                .Select(count => count.ToString(CultureInfo.InvariantCulture))]),
        ]);
    }

    private static void Write(Markdown page, WireExample example, Design a, Design b)
    {
        var (from, to) = (Markdown.Foreign(example.Envelope.Either.Envelope.From), Markdown.Foreign(example.Envelope.Either.Envelope.To));
        var (lengthA, lengthB) = (example.Envelope.LengthA, example.Envelope.LengthB);
        page.Heading(3, string.Create(CultureInfo.InvariantCulture, $"Message {example.Envelope.Either.Message}: {example.Kind}"))
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"{from} to {to}; {lengthA} bytes in `{a.Id}`, {lengthB} in `{b.Id}`: {lengthB - lengthA:+0;-0;0}."))
            .Block("", HexColumns.Write(example.Envelope.Ranges(), a.Id, b.Id));
    }
}
