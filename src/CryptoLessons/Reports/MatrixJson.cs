using System.Text;
using System.Text.Json;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;

namespace CryptoLessons.Reports;

/// <summary>The matrix as one JSON object: the stable form that scripts and courses rely on.</summary>
public static class MatrixJson
{
    /// <summary>The object, indented; the same for the same request on every machine, and without any timing.</summary>
    public static string Write(MatrixResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteConversation(json, result.Request);
            WriteDesigns(json, result.Designs);
            WriteCells(json, result);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What was played.</summary>
    internal static void WriteConversation(Utf8JsonWriter json, MatrixRequest request)
    {
        Conversation conversation = request.Conversation;
        json.WriteStartObject("conversation");
        json.WriteString("source", conversation.Source);
        json.WriteString("format", conversation.Format);
        json.WriteNumber("messages", conversation.Messages.Count);
        json.WriteNumber("people", conversation.People.Count);
        json.WriteNumber("attachments", conversation.Attachments);
        json.WriteNumber("unparsed", conversation.Unparsed.Count);
        json.WriteNumber("at", request.At);
        json.WriteString("target", request.Target);
        json.WriteNumber("seed", request.Seed);
        json.WriteString("profile", request.Profile.Name);
        json.WriteEndObject();
    }

    private static void WriteDesigns(Utf8JsonWriter json, IReadOnlyList<DesignResult> designs)
    {
        json.WriteStartArray("designs");
        foreach (DesignResult row in designs)
        {
            Design design = row.Design;
            json.WriteStartObject();
            json.WriteString("id", design.Id);
            json.WriteString("title", design.Title);
            json.WriteStartArray("claims");
            foreach (string claim in design.Claims)
                json.WriteStringValue(claim);
            json.WriteEndArray();
            json.WriteNumber("bytesPerMessage", Math.Round(row.BytesPerMessage, 2));
            json.WriteNumber("warrantOpened", row.Lawful.Opened);
            json.WriteNumber("warrantOf", row.Lawful.Of);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCells(Utf8JsonWriter json, MatrixResult result)
    {
        int at = result.Request.At, length = result.Request.Conversation.Messages.Count;
        json.WriteStartArray("cells");
        foreach (DesignResult row in result.Designs)
            foreach (Cell cell in row.Cells)
            {
                json.WriteStartObject();
                json.WriteString("design", row.Design.Id);
                json.WriteString("compromise", cell.Compromise);
                json.WriteNumber("past", cell.Verdict.Past);
                json.WriteNumber("pastOf", at);
                json.WriteNumber("future", cell.Verdict.Future);
                json.WriteNumber("futureOf", length - at);
                json.WriteNumber("bystanders", cell.Verdict.Bystanders);
                json.WriteNumber("bystandersOf", result.Bystanders);
                json.WriteNumber("history", cell.History);
                json.WriteNumber("historyOf", row.HistoryOf);
                json.WriteString("forged", Name(cell.Forged));
                json.WriteString("noticed", Name(cell.Noticed));
                json.WriteString("forgeryNoticed", Name(cell.ForgeryNoticed));
                json.WriteNumber("wrong", cell.Verdict.Wrong.Count);
                json.WriteNumber("control", cell.Control.Recovered.Count);
                json.WriteString("controlForged", Name(cell.ControlForged));
                json.WriteNumber("trials", cell.Verdict.Trials);
                json.WriteEndObject();
            }
        json.WriteEndArray();
    }

    /// <summary>The words of the stable form.</summary>
    internal static string Name(Forged forged) => forged switch
    {
        Forged.None => "none",
        Forged.Slot => "slot",
        Forged.Hijack => "hijack",
        Forged.Impersonate => "impersonate",
        _ => throw new ArgumentOutOfRangeException(nameof(forged), forged, null),
    };

    /// <summary>The words of the stable form.</summary>
    internal static string Name(Noticed noticed) => noticed switch
    {
        Noticed.No => "no",
        Noticed.IfCompared => "if-compared",
        Noticed.Automatically => "automatically",
        _ => throw new ArgumentOutOfRangeException(nameof(noticed), noticed, null),
    };
}
