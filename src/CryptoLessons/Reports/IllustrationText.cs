using System.Globalization;
using CryptoLessons.Illustrations;

namespace CryptoLessons.Reports;

/// <summary>An illustration for a console: each byte beside what it is, and below how keys, ciphertexts and proofs come about.</summary>
public static class IllustrationText
{
    private const int OffsetWidth = 6;
    private const int WideConsole = 110;
    private const int Indentation = 6;

    /// <summary>Writes it.</summary>
    /// <param name="illustration">What to write.</param>
    /// <param name="output">Where to; lines end as they do there.</param>
    /// <param name="width">How many characters a line may have; 60 or more.</param>
    public static void Write(Illustration illustration, TextWriter output, int width)
    {
        ArgumentNullException.ThrowIfNull(illustration);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 60);
        foreach (string line in Lines(illustration, width))
            output.WriteLine(line.TrimEnd());
    }

    private static IEnumerable<string> Lines(Illustration illustration, int width)
    {
        string heading = string.Create(
            CultureInfo.InvariantCulture,
            $"Every byte of a conversation: profile {illustration.Profile}, seed {Illustration.Seed}. Its keys are made for it, and printed.");
        foreach (string line in Wrap(heading, width))
            yield return line;
        var shown = new HashSet<Value>();
        foreach (var (number, plate) in illustration.Plates.Index())
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"{number + 1}. {plate.Title} ({plate.Bytes.Length} bytes)");
            string rule = new('\u2500', Math.Min(width, title.Length));
            foreach (string line in (string[])["", "", .. Wrap(title, width), rule, "", .. Wrap(plate.Caption, width), ""])
                yield return line;
            foreach (Annotation annotation in plate.Annotations)
                foreach (string line in Rows(annotation, width))
                    yield return line;
            foreach (Value value in plate.Behind.Concat(plate.Annotations.Select(annotation => annotation.Value)))
                if (value.Kind is not (ValueKind.Frame or ValueKind.Number) && shown.Add(value))
                    foreach (string line in Explanation(value, plate.Behind.Contains(value), width))
                        yield return line;
        }
    }

    /// <summary>A run of bytes, and beside its first rows what it is.</summary>
    private static IEnumerable<string> Rows(Annotation annotation, int width)
    {
        int perRow = width < WideConsole ? 8 : 16, hexWidth = OffsetWidth + (3 * perRow);
        string indent = new(' ', 2 * annotation.Depth);
        string[] names = [.. Wrap(annotation.Value.Name, width - hexWidth - 2 - indent.Length)];
        byte[][] rows = [.. annotation.Value.Bytes.ToArray().Chunk(perRow)];
        for (int i = 0; i < Math.Max(rows.Length, names.Length); i++)
        {
            string bytes = i < rows.Length ? string.Create(
                CultureInfo.InvariantCulture, $"{annotation.Start + (i * perRow),OffsetWidth - 2}  {Spaced(rows[i])}") : "";
            yield return bytes.PadRight(hexWidth) + "  " + (i < names.Length ? indent + names[i] : "");
        }
    }

    private static IEnumerable<string> Explanation(Value value, bool behind, int width)
    {
        string[] lines =
        [
            .. behind ? value.Hex.Chunk((width - Indentation) / 2 * 2).Select(piece => new string(piece)) : [],
            .. value.Preparation.SelectMany(statement => Wrap(statement, width - Indentation)),
            .. Wrap($"= {value.Expression}", width - Indentation),
            .. value.Inputs.SelectMany(input => Wrap($"  {input.Name}: {input.Value.Name}", width - Indentation)),
            .. Wrap($"{value.Meaning} [{value.Source}]", width - Indentation),
        ];
        return ["", $"  {value.Name}", .. lines.Select(line => new string(' ', Indentation) + line)];
    }

    /// <summary>Breaks text at blanks, and words that are longer than a line where the line ends. Blanks inside a line stay as they are: they stand
    /// in labels too.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            int blank = text.LastIndexOf(' ', width);
            int end = blank > width / 2 ? blank : width;
            yield return text[..end];
            text = text[end..].TrimStart(' ');
        }
        yield return text;
    }

    private static string Spaced(byte[] bytes) => string.Join(' ', bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
