using System.Text;
using System.Text.Json;
using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Reports;

/// <summary>The scoreboard as one JSON object.</summary>
public static class ScoreboardJson
{
    /// <summary>The object, indented; the same for the same request on every machine, but for what stands under <c>measured</c>.</summary>
    /// <param name="scoreboard">The scoreboard.</param>
    /// <param name="weights">What each criterion weighs for the reader; null when nothing is to be added up.</param>
    public static string Write(Scoreboard scoreboard, Weights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(scoreboard);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            MatrixJson.WriteConversation(json, scoreboard.Matrix.Request);
            weights?.Write(json);
            json.WriteStartArray("designs");
            foreach (Score score in scoreboard.Scores)
                Write(json, score, scoreboard, weights);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Score score, Scoreboard scoreboard, Weights? weights)
    {
        json.WriteStartObject();
        json.WriteString("id", score.Design.Id);
        json.WriteString("title", score.Design.Title);
        Write(json, score.Row.Lawful);
        json.WriteStartObject("leak");
        Write(json, score, scoreboard, score.Cell("escrow-leak"));
        json.WriteStartObject("ofEverySecret");
        Write(json, score, scoreboard, score.Cell("judge-and-key"));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("criteria");
        foreach (var (criterion, value) in Criterion.All.Zip(score.Values))
            Write(json, criterion, value);
        json.WriteEndObject();
        if (weights is not null)
            json.WriteNumber("weighted", Math.Round(weights.Of(score, scoreboard), 4));
        json.WriteStartObject("measured");
        json.WriteNumber("microsecondsPerMessage", Math.Round(score.Microseconds, 1));
        json.WriteNumber("timesStrict", Math.Round(score.TimesStrict, 2));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LawfulAccess lawful)
    {
        json.WriteStartObject("lawful");
        json.WriteNumber("opened", lawful.Opened);
        json.WriteNumber("of", lawful.Of);
        json.WriteNumber("past", lawful.Past);
        json.WriteNumber("pastOf", lawful.PastOf);
        json.WriteNumber("future", lawful.Future);
        json.WriteNumber("futureOf", lawful.FutureOf);
        json.WriteNumber("others", lawful.Others);
        json.WriteStartArray("parties");
        foreach (string party in lawful.Parties)
            json.WriteStringValue(party);
        json.WriteEndArray();
        json.WriteStartArray("steps");
        foreach (LawfulStep step in lawful.Steps)
        {
            json.WriteStartObject();
            json.WriteString("party", step.Party);
            json.WriteString("act", step.Act);
            json.WriteString("trace", ScoreboardText.Of(step.Trace));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("trace", ScoreboardText.Of(lawful.Trace));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Score score, Scoreboard scoreboard, Cell cell)
    {
        json.WriteNumber("past", cell.Verdict.Past);
        json.WriteNumber("pastOf", score.At);
        json.WriteNumber("future", cell.Verdict.Future);
        json.WriteNumber("futureOf", score.Length - score.At);
        json.WriteNumber("bystanders", cell.Verdict.Bystanders);
        json.WriteNumber("bystandersOf", scoreboard.Matrix.Bystanders);
        json.WriteNumber("people", score.PeopleRead(cell));
        json.WriteNumber("peopleOf", score.People);
        json.WriteString("forged", MatrixJson.Name(cell.Forged));
        json.WriteString("noticed", MatrixJson.Name(cell.Noticed));
        json.WriteNumber("control", cell.Control.Recovered.Count);
    }

    private static void Write(Utf8JsonWriter json, Criterion criterion, CriterionValue value)
    {
        json.WriteStartObject(criterion.Id);
        if (value.Word is { } word)
            json.WriteString("value", word);
        else
            json.WriteNumber("value", value.Number);
        foreach (var (name, count) in value.Beside)
            json.WriteNumber(name, count);
        json.WriteString("unit", criterion.Unit);
        json.WriteString("how", criterion.How == How.Formula ? "formula" : "run");
        json.WriteEndObject();
    }
}
