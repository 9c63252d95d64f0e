using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Format;

/// <summary>Reads notebooks. A file is hostile input: whatever is wrong with it is a sentence.</summary>
internal sealed partial class NotebookReader
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly HashSet<string> ids = [];
    private string? complaint;

    public static (Notebook? Notebook, string? Complaint) Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Span.StartsWith(Mark) ? file[Mark.Length..] : file);
            var reader = new NotebookReader();
            Notebook? notebook = reader.ReadNotebook(document.RootElement);

            // What tools noted on it is passed on unread: what cannot be passed on is found here, and not when the result is to be written.
            notebook?.Write(Stream.Null);
            return (notebook, reader.complaint);
        }
        catch (JsonException wrong)
        {
            return (null, string.Create(
                CultureInfo.InvariantCulture, $"is no notebook: at line {wrong.LineNumber + 1} it is no JSON. Save it anew where it came from."));
        }
        catch (InvalidOperationException)
        {
            // Kinds of values are asked before they are read: only text that is none is left.
            return (null, "holds text that is no Unicode. Save it anew where it came from.");
        }
    }

    private Notebook? ReadNotebook(JsonElement root)
    {
        if (Member(root, "nbformat", JsonValueKind.Number) is not { } format || !format.TryGetInt32(out int version))
            return Wrong<Notebook>("is no notebook: it does not say of which nbformat it is");
        if (version != 4)
            return Wrong<Notebook>(string.Create(
                CultureInfo.InvariantCulture, $"is of nbformat {version}, and only 4 is read: open it in Jupyter and save it"));
        if (Member(root, "cells", JsonValueKind.Array) is not { } cells)
            return Wrong<Notebook>("is no notebook: it has no list of cells");
        var read = new List<NotebookCell>();
        foreach (JsonElement cell in cells.EnumerateArray())
        {
            if (ReadCell(cell, read.Count) is not { } next)
                return null;
            read.Add(next);
        }
        return new(read) { Metadata = Member(root, "metadata", JsonValueKind.Object)?.Clone() };
    }

    private NotebookCell? ReadCell(JsonElement cell, int index)
    {
        string where = string.Create(CultureInfo.InvariantCulture, $"cannot be used: cell {index + 1}");
        CellKind? kind = Text(cell, "cell_type") switch
        {
            "markdown" => CellKind.Markdown,
            "code" => CellKind.Code,
            "raw" => CellKind.Raw,
            _ => null,
        };
        if (kind is null)
            return Wrong<NotebookCell>($"{where} is neither markdown nor code nor raw");
        if (Text(cell, "source") is not { } source)
            return Wrong<NotebookCell>($"{where} has no source, which is a text or a list of its lines");
        var made = NotebookCell.Of(index, kind.Value, source);
        string? id = Text(cell, "id");
        if (id is null || !Id().IsMatch(id) || !ids.Add(id))
            ids.Add(id = made.Id);
        return ReadOutputs(cell, kind.Value, where) is not { } outputs ? null : made with
        {
            Id = id,
            Outputs = outputs,
            ExecutionCount = Member(cell, "execution_count", JsonValueKind.Number) is { } count && count.TryGetInt32(out int number) ? number : null,
            Metadata = Member(cell, "metadata", JsonValueKind.Object)?.Clone(),
            Attachments = Member(cell, "attachments", JsonValueKind.Object)?.Clone(),
        };
    }

    private List<CellOutput>? ReadOutputs(JsonElement cell, CellKind kind, string where)
    {
        var read = new List<CellOutput>();
        if (kind == CellKind.Code && Member(cell, "outputs", JsonValueKind.Array) is { } outputs)
            foreach (JsonElement output in outputs.EnumerateArray())
            {
                if (ReadOutput(output) is not { } next)
                    return Wrong<List<CellOutput>>(string.Create(
                        CultureInfo.InvariantCulture, $"{where} has an output, number {read.Count + 1}, that nbformat 4 does not describe"));
                read.Add(next);
            }
        return read;
    }

    private static CellOutput? ReadOutput(JsonElement output)
    {
        switch (Text(output, "output_type"))
        {
            case "stream" when Text(output, "name") is { } name && Text(output, "text") is { } text:
                return new StreamOutput(name, text);
            case "display_data" or "execute_result" when Member(output, "data", JsonValueKind.Object) is { } data:
                return new DisplayOutput(MimeBundle.Read(type => Text(data, type)), Text(output, "output_type") == "execute_result");
            case "error" when Text(output, "ename") is { } name && Text(output, "evalue") is { } value:
                return new ErrorOutput(name, value, Lines(output, "traceback") ?? []);
            default:
                return null;
        }
    }

    // Any text may be a list of its lines, which then end as they end.
    private static string? Text(JsonElement parent, string name) => Member(parent, name, JsonValueKind.String)?.GetString()
        ?? (Lines(parent, name) is { } lines ? string.Concat(lines) : null);

    private static List<string>? Lines(JsonElement parent, string name) =>
        Member(parent, name, JsonValueKind.Array) is { } list && list.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(line => line.GetString()!)]
            : null;

    private static JsonElement? Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : null;

    private T? Wrong<T>(string sentence)
        where T : class
    {
        complaint = sentence + ".";
        return null;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Id();
}
