namespace CryptoLessons.Differences;

/// <summary>A range of two messages side by side.</summary>
/// <param name="A">The range in the first message; null when it has none.</param>
/// <param name="B">The range in the second message; null when it has none.</param>
public sealed record RangeDifference(WireRange? A, WireRange? B)
{
    /// <summary>How the bytes compare.</summary>
    public Likeness Likeness => (A, B) switch
    {
        (null, _) => Likeness.OnlyInB,
        (_, null) => Likeness.OnlyInA,
        var (a, b) => a.Bytes.Span.SequenceEqual(b.Bytes.Span) ? Likeness.Equal : Likeness.Different,
    };

    /// <summary>What it is; what either message has there, when that is not the same.</summary>
    public string Name => string.Join(" and ", ((string?[])[A?.Name, B?.Name]).OfType<string>().Distinct());

    /// <summary>Puts the ranges of two messages side by side: each range of either occurs exactly once, and in its order.</summary>
    public static IReadOnlyList<RangeDifference> Align(IReadOnlyList<WireRange> a, IReadOnlyList<WireRange> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (!a.Select(range => range.Path).Intersect(b.Select(range => range.Path)).Any())
            return [.. a.Select(range => new RangeDifference(range, null)), .. b.Select(range => new RangeDifference(null, range))];
        var places = a.Select((range, place) => (range.Path, place)).ToDictionary(entry => entry.Path, entry => entry.place);
        var aligned = new List<RangeDifference>();
        int next = 0;
        foreach (WireRange range in b)
        {
            // A range that stood further up in the first message has gone by already: in this order it is only in the second.
            int place = places.GetValueOrDefault(range.Path, -1);
            while (next < place)
                aligned.Add(new(a[next++], null));
            aligned.Add(place == next ? new(a[next++], range) : new(null, range));
        }
        aligned.AddRange(a.Skip(next).Select(range => new RangeDifference(range, null)));
        return aligned;
    }
}
