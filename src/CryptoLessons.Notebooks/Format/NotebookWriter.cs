using System.Text.Encodings.Web;
using System.Text.Json;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Format;

/// <summary>Writes notebooks as Jupyter does: members in the order of their names, texts as lists of lines, indented by one space.</summary>
internal static class NotebookWriter
{
    // A notebook is a file of its own and never stands in a page: letters may stand as they are.
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Notebook notebook, Stream file)
    {
        using (var json = new Utf8JsonWriter(file, Layout))
        {
            json.WriteStartObject();
            json.WriteStartArray("cells");
            foreach (NotebookCell cell in notebook.Cells)
                Write(cell, json);
            json.WriteEndArray();
            json.WritePropertyName("metadata");
            if (notebook.Metadata is { } metadata)
                metadata.WriteTo(json);
            else
                WriteKernel(json);
            json.WriteNumber("nbformat", 4);
            json.WriteNumber("nbformat_minor", 5);
            json.WriteEndObject();
        }
        file.WriteByte((byte)'\n');
    }

    private static void Write(NotebookCell cell, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (cell.Attachments is { } attachments)
            WriteMember("attachments", attachments, json);
        json.WriteString("cell_type", cell.Kind switch { CellKind.Code => "code", CellKind.Raw => "raw", _ => "markdown" });
        if (cell.Kind == CellKind.Code)
            WriteCount(cell.ExecutionCount, json);
        json.WriteString("id", cell.Id);
        if (cell.Metadata is { } metadata)
            WriteMember("metadata", metadata, json);
        else
            WriteEmpty("metadata", json);
        if (cell.Kind == CellKind.Code)
        {
            json.WriteStartArray("outputs");
            foreach (CellOutput output in cell.Outputs)
                Write(output, cell.ExecutionCount, json);
            json.WriteEndArray();
        }
        WriteLines("source", cell.Source, json);
        json.WriteEndObject();
    }

    private static void Write(CellOutput output, int? count, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        switch (output)
        {
            case StreamOutput stream:
                json.WriteString("name", stream.Name);
                json.WriteString("output_type", "stream");
                WriteLines("text", stream.Text, json);
                break;
            case DisplayOutput display:
                json.WriteStartObject("data");
                foreach (var (type, form) in MimeBundle.Of(display.Exhibit))
                    WriteLines(type, form, json);
                json.WriteEndObject();
                if (display.IsResult)
                    WriteCount(count, json);
                WriteEmpty("metadata", json);
                json.WriteString("output_type", display.IsResult ? "execute_result" : "display_data");
                break;
            case ErrorOutput error:
                json.WriteString("ename", error.Name);
                json.WriteString("evalue", error.Message);
                json.WriteString("output_type", "error");
                json.WriteStartArray("traceback");
                foreach (string line in error.Trace)
                    json.WriteStringValue(line);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"An output of a kind that nbformat does not have: {output.GetType()}.", nameof(output));
        }
        json.WriteEndObject();
    }

    private static void WriteKernel(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("kernelspec");
        json.WriteString("display_name", Notebook.KernelForPeople);
        json.WriteString("language", "C#");
        json.WriteString("name", Notebook.Kernel);
        json.WriteEndObject();
        json.WriteStartObject("language_info");
        json.WriteString("file_extension", ".cs");
        json.WriteString("mimetype", "text/x-csharp");
        json.WriteString("name", "C#");
        json.WriteString("pygments_lexer", "csharp");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLines(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            json.WriteStringValue(text.AsSpan(start, end - start));
            start = end;
        }
        json.WriteEndArray();
    }

    private static void WriteCount(int? count, Utf8JsonWriter json)
    {
        if (count is { } number)
            json.WriteNumber("execution_count", number);
        else
            json.WriteNull("execution_count");
    }

    private static void WriteMember(string name, JsonElement value, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private static void WriteEmpty(string name, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }
}
