using System.Globalization;
using CryptoLessons.Illustrations;

namespace CryptoLessons.Reports.Html;

/// <summary>A plate on a page: all its bytes, and beside them what each run is, to be unfolded.</summary>
/// <param name="page">Where to.</param>
/// <param name="plate">What to show.</param>
/// <param name="places">Where each value was explained first; grows.</param>
internal sealed class PlateSection(HtmlWriter page, Plate plate, Dictionary<Value, string> places)
{
    private const int BytesInALine = 8;

    /// <summary>The class that colours a sort of bytes.</summary>
    public static string ClassOf(ValueKind kind) => $"k-{kind}".ToLowerInvariant();

    /// <summary>Writes the section.</summary>
    /// <param name="number">Its number on the page, from 1.</param>
    public void Write(int number)
    {
        foreach (Annotation annotation in plate.Annotations)
            places.TryAdd(annotation.Value, Place(annotation));
        foreach (var (at, value) in plate.Behind.Index())
            places.TryAdd(value, PlaceBehind(at));
        string heading = $"{plate.Id}-heading";
        using (page.Open("section", "plate", ("id", plate.Id), ("aria-labelledby", heading)))
        {
            page.Line("h2", string.Create(CultureInfo.InvariantCulture, $"{number}. {plate.Title}"), null, ("id", heading));
            page.Line("p", plate.Caption);
            using (page.Open("div", "under"))
            {
                // A region that scrolls must be reachable from the keyboard.
                using (page.Open("div", "bytes", ("tabindex", "0"), ("role", "region"), ("aria-label", "All bytes")))
                {
                    page.Line("p", string.Create(CultureInfo.InvariantCulture, $"{plate.Bytes.Length} bytes"), "small");
                    foreach (Annotation annotation in plate.Annotations)
                    {
                        Value value = annotation.Value;
                        string style = $"{(value.Bytes.Length <= BytesInALine ? "run short" : "run")} {ClassOf(value.Kind)}";
                        page.Line("a", Spaced(value.Bytes.Span), style, ("href", $"#{Place(annotation)}"), ("title", value.Name));
                        page.Text(" ");
                    }
                }
                using (page.Open("div", "values"))
                    foreach (Annotation annotation in plate.Annotations)
                        Write(annotation.Value, Place(annotation), string.Create(CultureInfo.InvariantCulture, $"d{annotation.Depth}"));
            }
            WriteBehind();
        }
    }

    private void WriteBehind()
    {
        if (plate.Behind.Count == 0)
            return;
        page.Line("h3", "What stands behind these bytes");
        using (page.Open("div", "values behind"))
            foreach (var (at, value) in plate.Behind.Index())
                Write(value, PlaceBehind(at), "d0");
    }

    private void Write(Value value, string place, string depth)
    {
        ReadOnlySpan<byte> bytes = value.Bytes.Span;
        bool cut = bytes.Length > BytesInALine;
        using (page.Open("details", $"value {ClassOf(value.Kind)} {depth}"))
        {
            using (page.Open("summary"))
            {
                page.Line("code", Spaced(bytes[..Math.Min(bytes.Length, BytesInALine)]) + (cut ? " \u2026" : ""));
                page.Line("span", value.Name, "name");
            }
            using (page.Open("div", "about", ("id", place)))
            {
                page.Line("p", value.Meaning);
                if (cut)
                    page.Line("p", Spaced(bytes), "hex");
                WriteOrigin(value);
                page.Line("pre", value.Program, "program");
                page.Line("p", value.Source, "small");
            }
        }
    }

    private void WriteOrigin(Value value)
    {
        Input[] inputs = [.. value.Inputs.Where(input => input.Value.Expression.Length > 0)];
        if (inputs.Length == 0)
            return;
        using (page.Open("p", "origin"))
        {
            page.Text("Made of ");
            foreach (var (number, input) in inputs.Index())
            {
                page.Text(number == 0 ? "" : number == inputs.Length - 1 ? " and " : ", ");
                page.Line("a", input.Value.Name, null, ("href", $"#{places[input.Value]}"));
            }
            page.Text(".");
        }
    }

    private string Place(Annotation annotation) => string.Create(CultureInfo.InvariantCulture, $"{plate.Id}-{annotation.Start}");

    private string PlaceBehind(int at) => string.Create(CultureInfo.InvariantCulture, $"{plate.Id}-behind-{at + 1}");

    private static string Spaced(ReadOnlySpan<byte> bytes) =>
        string.Join(' ', bytes.ToArray().Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
