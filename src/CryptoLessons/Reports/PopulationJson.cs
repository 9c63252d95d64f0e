using System.Text;
using System.Text.Json;
using CryptoLessons.Population;

namespace CryptoLessons.Reports;

/// <summary>A played population as one JSON object: the stable form that scripts and courses rely on.</summary>
public static class PopulationJson
{
    /// <summary>The object, indented; but for <c>measured</c> and <c>extrapolated</c> the same for the same request on every machine.</summary>
    public static string Write(PopulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteBoolean("complete", result.Complete);
            WriteRequest(json, result.Request);
            WritePlayed(json, result.Figures);
            json.WriteStartObject("measured");
            json.WriteNumber("playMicrosecondsPerMessage", Math.Round(result.Cost.PlayMicroseconds, 2));
            json.WriteNumber("readMicrosecondsPerMessage", Math.Round(result.Cost.ReadMicroseconds, 2));
            WriteNumber(json, "bulkMicrosecondsPerMessage", result.Cost.BulkMicroseconds is { } bulk ? Math.Round(bulk, 2) : null);
            json.WriteEndObject();
            WriteExtrapolated(json, result);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteRequest(Utf8JsonWriter json, PopulationRequest request)
    {
        json.WriteStartObject("population");
        json.WriteNumber("users", request.Users);
        json.WriteNumber("real", request.Played);
        json.WriteNumber("days", request.Days);
        json.WriteString("design", request.Design.Id);
        json.WriteNumber("leak", request.Leak);
        json.WriteNumber("seed", request.Seed);
        json.WriteNumber("messagesPerDay", request.MessagesPerDay);
        json.WriteEndObject();
    }

    private static void WritePlayed(Utf8JsonWriter json, PopulationFigures figures)
    {
        json.WriteStartObject("played");
        json.WriteNumber("users", figures.Users);
        json.WriteNumber("conversations", figures.Conversations);
        json.WriteNumber("messages", figures.Messages);
        json.WriteNumber("past", figures.Past);
        json.WriteNumber("pastOf", figures.PastOf);
        json.WriteNumber("future", figures.Future);
        json.WriteNumber("futureOf", figures.FutureOf);
        json.WriteNumber("wrong", figures.Wrong);
        json.WriteNumber("acts", figures.Acts);
        json.WriteNumber("weakened", figures.Weakened);
        json.WriteNumber("underWarrant", figures.UnderWarrant);
        json.WriteNumber("warrantOpened", figures.WarrantOpened);
        json.WriteNumber("warrantOf", figures.WarrantOf);
        json.WriteNumber("control", figures.Control);
        json.WriteNumber("controlOf", figures.ControlOf);
        json.WriteEndObject();
    }

    private static void WriteExtrapolated(Utf8JsonWriter json, PopulationResult result)
    {
        Assumptions assumptions = result.Request.Assumptions;
        json.WriteStartObject("extrapolated");
        json.WriteStartObject("assumptions");
        json.WriteNumber("holders", assumptions.Holders);
        json.WriteNumber("probability", assumptions.Probability);
        json.WriteNumber("picturesPerDay", assumptions.PicturesPerDay);
        json.WriteNumber("falseMatchRate", assumptions.FalseMatchRate);
        json.WriteEndObject();
        foreach (Extrapolation figure in (IEnumerable<Extrapolation>)[.. Extrapolation.FromCounts(result), .. Extrapolation.FromTimes(result)])
        {
            json.WriteStartObject(figure.Id);
            json.WriteString("formula", figure.Formula);
            WriteNumber(json, "users", figure.Users);
            WriteNumber(json, "billion", figure.Billion);
            json.WriteEndObject();
        }
        json.WriteStartArray("leak");
        foreach (var (needed, formula, probability) in Extrapolation.OfALeak(assumptions))
        {
            json.WriteStartObject();
            json.WriteNumber("needed", needed);
            json.WriteString("formula", formula);
            json.WriteNumber("probability", probability);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
