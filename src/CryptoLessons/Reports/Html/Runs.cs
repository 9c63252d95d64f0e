namespace CryptoLessons.Reports.Html;

/// <summary>Many message numbers in few words.</summary>
internal static class Runs
{
    private const int Most = 12;

    /// <summary>Such as <c>1 to 20, 25, 30 to 40</c>; of many runs the first twelve, and how many more there are.</summary>
    /// <param name="numbers">Ascending, each once.</param>
    public static string Of(IEnumerable<int> numbers)
    {
        var runs = new List<(int First, int Last)>();
        foreach (int number in numbers)
            if (runs.Count > 0 && runs[^1].Last == number - 1)
                runs[^1] = (runs[^1].First, number);
            else
                runs.Add((number, number));
        string shown = string.Join(", ", runs.Take(Most).Select(run =>
            run.First == run.Last ? FormattableString.Invariant($"{run.First}") : FormattableString.Invariant($"{run.First} to {run.Last}")));
        return runs.Count <= Most ? shown : shown + FormattableString.Invariant($", and {runs.Count - Most} more runs of messages");
    }
}
