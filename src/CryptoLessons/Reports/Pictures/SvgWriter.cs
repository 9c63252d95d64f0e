using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Html;

namespace CryptoLessons.Reports.Pictures;

/// <summary>Draws shapes and lettering into one <c>svg</c> element, 360 units wide: as a phone is, so that 12 units stay legible on one.</summary>
/// <remarks>
/// There is no way to write an element but by its shape, and texts go through <see cref="HtmlText"/>: foreign text cannot become markup.
/// Lengths are rounded to a tenth of a unit and written alike everywhere: the same picture has the same bytes.
/// </remarks>
internal class SvgWriter
{
    /// <summary>Width of every picture.</summary>
    public const double Width = 360;

    // How wide a picture is where there is room, in pixels. It says so itself: a page that gives it as much room as it asks for would otherwise give it none.
    private const double Shown = 512;

    /// <summary>Free space at each side.</summary>
    public const double Margin = 12;

    private const string StyleSheet = "CryptoLessons.Reports.Pictures.picture.css";

    // Stands for the picture's name until all is drawn from which the name is computed; as text it is written as its code, never as itself.
    private const char Name = '\u0001';

    private static readonly Lazy<string> Style = new(ReadStyle);

    private readonly StringBuilder body = new();

    /// <summary>What the shading of a thief's holdings is filled with.</summary>
    public static string Stripes => $"url(#{Name}-stripes)";

    /// <summary>Draws a rectangle.</summary>
    public void Rect(
        double x,
        double y,
        double width,
        double height,
        string style,
        double radius = 0,
        params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Shape("rect", style, [("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)), ("rx", N(radius)), .. attributes]);

    /// <summary>Draws a circle.</summary>
    public void Circle(double x, double y, double radius, string style, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Shape("circle", style, [("cx", N(x)), ("cy", N(y)), ("r", N(radius)), .. attributes]);

    /// <summary>Draws a line through points.</summary>
    public void Line(string style, params ReadOnlySpan<(double X, double Y)> points) => Shape("path", style, [("d", Path(points))]);

    /// <summary>Draws a line through points that ends in an arrow's head.</summary>
    public void Arrow(params ReadOnlySpan<(double X, double Y)> points)
    {
        const double Length = 7, HalfWidth = 3.2;
        var (end, before) = (points[^1], points[^2]);
        double way = Math.Sqrt(Math.Pow(end.X - before.X, 2) + Math.Pow(end.Y - before.Y, 2));
        var (dx, dy) = ((end.X - before.X) / way, (end.Y - before.Y) / way);
        (double X, double Y) foot = (end.X - (Length * dx), end.Y - (Length * dy));
        Line("p-arrow", [.. points[..^1], foot]);
        Line("p-head", end, (foot.X - (HalfWidth * dy), foot.Y + (HalfWidth * dx)), (foot.X + (HalfWidth * dy), foot.Y - (HalfWidth * dx)));
    }

    /// <summary>Writes lettering, whole; whoever writes foreign text has it fitted by <see cref="Lettering"/> before.</summary>
    /// <param name="x">Where it begins, is centred or ends, as <paramref name="anchor"/> says.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any characters.</param>
    /// <param name="style">Its classes; null for plain lettering.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="upright">Whether it runs from the bottom to the top.</param>
    public void Text(double x, double y, string text, string? style = null, string anchor = "start", bool upright = false)
    {
        Begin("text", style, ("x", N(x)), ("y", N(y)));
        if (anchor != "start")
            Attribute("text-anchor", anchor);
        if (upright)
            Attribute("transform", $"rotate(-90 {N(x)} {N(y)})");
        body.Append('>');
        Escape(body, text);
        body.Append("</text>\n");
    }

    /// <summary>The picture, with a name of its own that follows from what is in it.</summary>
    /// <param name="height">Its height in units.</param>
    /// <param name="title">What it is, in one sentence.</param>
    /// <param name="description">What it shows, in words.</param>
    /// <param name="text">What a terminal shows instead.</param>
    protected Exhibit Finish(double height, string title, string description, string text)
    {
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" viewBox=\"0 0 {N(Width)} {N(height)}\"");
        svg.Append($" width=\"{N(Shown)}\" height=\"{N(height * Shown / Width)}\"");
        svg.Append($" aria-labelledby=\"{Name}-title {Name}-desc\"><title id=\"{Name}-title\">");
        Escape(svg, title);
        svg.Append($"</title><desc id=\"{Name}-desc\">");
        Escape(svg, description);
        svg.Append($"</desc><style>\n{Style.Value}</style><defs><pattern id=\"{Name}-stripes\" width=\"5\" height=\"5\"");
        svg.Append(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"p-stripe\" d=\"M0 0V5\"/></pattern></defs>\n");
        svg.Append($"<rect class=\"p-paper\" x=\"0.5\" y=\"0.5\" width=\"{N(Width - 1)}\" height=\"{N(height - 1)}\" rx=\"8\"/>\n{body}</svg>\n");
        string drawn = svg.ToString();
        string name = "picture-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(drawn)).AsSpan(0, 6));
        return new(text) { Svg = drawn.Replace(Name.ToString(), name, StringComparison.Ordinal) };
    }

    private void Shape(string element, string style, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, style, attributes);
        body.Append("/>\n");
    }

    private void Begin(string element, string? style, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        body.Append('<');
        body.Append(element);
        if (style is not null)
            Attribute("class", style);
        foreach (var (name, value) in attributes)
            if (name != "rx" || value != "0")
                Attribute(name, value);
    }

    private void Attribute(string name, string value)
    {
        body.Append($" {name}=\"");
        // Safe because nobody else's text becomes a fill: the name that is still to come must not be written as its code.
        if (value == Stripes)
            body.Append(value);
        else
            Escape(body, value);
        body.Append('"');
    }

    private static void Escape(StringBuilder output, string text)
    {
        using var writer = new StringWriter(output, CultureInfo.InvariantCulture);
        HtmlText.Write(writer, text);
    }

    private static string Path(ReadOnlySpan<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(N(x)).Append(' ').Append(N(y));
        return path.ToString();
    }

    // Adding zero makes of minus zero a zero.
    private static string N(double length) => (Math.Round(length, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private static string ReadStyle()
    {
        using Stream stream = typeof(SvgWriter).Assembly.GetManifestResourceStream(StyleSheet)
            ?? throw new InvalidOperationException($"{StyleSheet} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
