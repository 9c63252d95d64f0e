using System.Text.Json;
using CryptoLessons.Conversations;

namespace CryptoLessons.Scoreboards;

/// <summary>What each criterion weighs for one reader: more than nothing where much of it is wanted, less than nothing where little is.</summary>
public sealed class Weights
{
    private readonly SortedDictionary<int, double> weights;

    private Weights(SortedDictionary<int, double> weights) => this.weights = weights;

    /// <summary>Reads weights such as <c>{"C4": -2, "C11": 1}</c>; a criterion that is not named weighs nothing.</summary>
    /// <param name="json">Any text.</param>
    /// <returns>The weights, or the sentence that says what is wrong with the text.</returns>
    public static (Weights? Weights, string? Error) Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            return (null, FormattableString.Invariant($"no JSON from line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1} on"));
        }
        using (document)
            return Read(document.RootElement);
    }

    /// <summary>The sum of what each criterion weighs, times how far the design goes in it.</summary>
    /// <remarks>How far is a share from 0 to 1 where there is an end, and beside the largest of all designs where there is none.</remarks>
    public double Of(Score score, Scoreboard scoreboard)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(scoreboard);
        return weights.Sum(weight => weight.Value * Share(weight.Key, score, scoreboard));
    }

    /// <summary>Writes them as they were read.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("weights");
        foreach (var (index, weight) in weights)
            json.WriteNumber(Criterion.All[index].Id, weight);
        json.WriteEndObject();
    }

    private static (Weights? Weights, string? Error) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (null, "one object is expected, such as {\"C4\": -2, \"C11\": 1}");
        string[] ids = [.. Criterion.All.Select(criterion => criterion.Id)];
        var weights = new SortedDictionary<int, double>();
        foreach (JsonProperty weight in root.EnumerateObject())
        {
            int index = Array.IndexOf(ids, weight.Name);
            if (index < 0)
                return (null, $"there is no criterion '{Shown.Of(weight.Name)}': choose from {ids[0]} to {ids[^1]}");
            if (weight.Value.ValueKind != JsonValueKind.Number || !weight.Value.TryGetDouble(out double number) || !double.IsFinite(number))
                return (null, $"the weight of {weight.Name} is no number");
            if (!weights.TryAdd(index, number))
                return (null, $"{weight.Name} has two weights");
        }
        return weights.Count == 0 ? (null, "no criterion has a weight") : (new(weights), null);
    }

    /// <summary>How far a design goes by a criterion: a share from 0 to 1 of what is possible, or of the largest where there is no end.</summary>
    internal static double Share(int criterion, Score score, Scoreboard scoreboard)
    {
        CriterionValue value = score.Values[criterion];
        if (value.Share is { } share)
            return share;
        double largest = scoreboard.Scores.Max(other => other.Values[criterion].Number);
        return largest > 0 ? value.Number / largest : 0;
    }
}
