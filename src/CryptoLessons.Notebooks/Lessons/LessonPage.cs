using System.Net;
using System.Text;
using CryptoLessons.Lessons;
using CryptoLessons.Notebooks.Cells;
using Markdig;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>Lessons as pages: complete in themselves, without scripts, and with nothing to be fetched from anywhere.</summary>
public static class LessonPage
{
    /// <summary>The ending of a page's file.</summary>
    public const string Extension = ".html";

    /// <summary>Name of the page that lists all lessons.</summary>
    public const string Index = "index" + Extension;

    // Prose is Markdown alone: what looks like markup of HTML in it is text.
    private static readonly MarkdownPipeline Prose = new MarkdownPipelineBuilder().UseAutoIdentifiers().UsePipeTables().DisableHtml().Build();

    /// <summary>The page of a lesson that ran.</summary>
    /// <param name="run">The lesson, and what its cells put out.</param>
    /// <param name="before">The lesson before it; null for the first.</param>
    /// <param name="after">The lesson after it; null for the last.</param>
    public static string Write(LessonRun run, Lesson? before, Lesson? after)
    {
        ArgumentNullException.ThrowIfNull(run);
        var body = new StringBuilder();
        string way = Way(before, after);
        body.Append("<header>\n<nav class=\"way\" aria-label=\"Lessons\">").Append(way).Append("</nav>\n</header>\n<main>\n");
        foreach (var (cell, ran) in run.Lesson.Cells.Zip(run.Notebook.Cells))
            if (cell.IsCode)
                WriteCell(body, cell.Text, ran.Outputs, isLast: cell == run.Lesson.Cells[^1]);
            else
                body.Append(Markdown.ToHtml(LessonLinks.To(cell.Text, Extension), Prose));
        body.Append("</main>\n<footer>\n");
        body.Append("<p>To run it: <code>dotnet run samples/lessons/").Append(Text(run.Lesson.Name)).Append(Lesson.Extension)
            .Append("</code>, or open <code>samples/notebooks/").Append(Text(run.Lesson.Name)).Append(".ipynb</code> in Jupyter.</p>\n");
        body.Append("<nav class=\"way below\" aria-label=\"Lessons, again\">").Append(way).Append("</nav>\n</footer>\n");
        return Frame(run.Lesson.Title, body.ToString());
    }

    /// <summary>The page that lists lessons, each with what it asks; the figure that it ends with unfolds, so that nobody is told who wants to guess.</summary>
    public static string WriteIndex(IReadOnlyList<LessonRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var body = new StringBuilder("<main>\n<h1>Lessons</h1>\n");
        body.Append("<p>Each lesson is one program, one notebook and one page. It asks what you expect, runs, and ends with one figure.</p>\n<ul class=\"lessons\">\n");
        foreach (LessonRun run in runs)
            body.Append("<li><a class=\"title\" href=\"").Append(Text(run.Lesson.Name)).Append(Extension).Append("\">").Append(Text(run.Lesson.Title))
                .Append("</a>\n").Append(Markdown.ToHtml(LessonLinks.To(run.Lesson.Question, Extension), Prose))
                .Append("<details><summary>What was measured</summary><p>").Append(Text(run.Figure)).Append("</p></details></li>\n");
        return Frame("Lessons", body.Append("</ul>\n</main>\n").ToString());
    }

    private static void WriteCell(StringBuilder body, string code, IReadOnlyList<CellOutput> outputs, bool isLast)
    {
        body.Append("<div class=\"cell\">\n<pre class=\"code\" tabindex=\"0\" role=\"region\" aria-label=\"Program\"><code>").Append(CodeColours.Html(code)).Append("</code></pre>\n");
        string? figure = isLast && outputs is [DisplayOutput { Exhibit: { Html: null, Svg: null } sentence }] ? sentence.Text : null;
        foreach (CellOutput output in figure is null ? outputs : [])
            WriteOutput(body, output);
        body.Append("</div>\n");
        if (figure is not null)
            body.Append("<p class=\"figure\">").Append(Text(figure)).Append("</p>\n");
    }

    private static void WriteOutput(StringBuilder body, CellOutput output)
    {
        switch (output)
        {
            case DisplayOutput { Exhibit: { Svg: { } svg } }:
                body.Append("<div class=\"out\">").Append(svg).Append("</div>\n");
                break;
            case DisplayOutput { Exhibit: { Html: { } html } }:
                body.Append("<div class=\"out\" tabindex=\"0\" role=\"region\" aria-label=\"Result\">").Append(html).Append("</div>\n");
                break;
            case DisplayOutput { Exhibit: Exhibit shown }:
                body.Append("<div class=\"out\">").AppendJoin("", shown.Text.Split('\n').Select(line => $"<p>{Text(line)}</p>\n")).Append("</div>\n");
                break;
            case StreamOutput stream:
                body.Append("<div class=\"out text\"><pre tabindex=\"0\" role=\"region\" aria-label=\"Printed\">").Append(Text(stream.Text.TrimEnd('\n'))).Append("</pre></div>\n");
                break;
            default:
                throw new ArgumentException($"{output.GetType().Name} has no place in the page of a lesson that ran to its end.", nameof(output));
        }
    }

    private static string Way(Lesson? before, Lesson? after) => string.Concat(
        before is null ? "<span></span>" : $"<a rel=\"prev\" href=\"{Text(before.Name)}{Extension}\">&#8592; {Text(before.Title)}</a>",
        $"<a href=\"{Index}\">All lessons</a>",
        after is null ? "<span></span>" : $"<a rel=\"next\" href=\"{Text(after.Name)}{Extension}\">{Text(after.Title)} &#8594;</a>");

    private static string Frame(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{Text(title)}</title>
        <style>
        {Style("palette.css")}{Style("lesson.css")}</style>
        </head>
        <body>
        {body}</body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Style(string sheet)
    {
        using Stream stream = typeof(LessonPage).Assembly.GetManifestResourceStream($"{typeof(LessonPage).Namespace}.{sheet}")
            ?? throw new InvalidOperationException($"{sheet} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
