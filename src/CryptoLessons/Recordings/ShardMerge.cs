using System.Globalization;

namespace CryptoLessons.Recordings;

/// <summary>Joins what shards of one run wrote to exactly what the run would have written without shards.</summary>
public sealed class ShardMerge
{
    private const int Buffer = 1 << 16;

    private readonly ReadingHead whole;
    private readonly (Stream Stream, ReadingScan Scan)[] shards;

    private ShardMerge(ReadingHead whole, (Stream, ReadingScan)[] shards) => (this.whole, this.shards) = (whole, shards);

    /// <summary>How many parts there are.</summary>
    public int Parts => whole.Parts;

    /// <summary>What came of all messages.</summary>
    public ReadingTally Tally { get; } = new();

    /// <summary>Looks whether shards belong together and nothing is missing.</summary>
    /// <param name="files">The shards in any order, each with its name; they stay open.</param>
    /// <returns>The merge, or the sentence that says why there can be none.</returns>
    public static (ShardMerge? Merge, string? Complaint) Of(IReadOnlyList<(string Name, Stream Stream)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var shards = new SortedDictionary<int, (string Name, Stream Stream, ReadingScan Scan)>();
        foreach (var (name, stream) in files)
        {
            var scan = new ReadingScan(stream);
            if (scan.Head is not { } head)
                return (null, $"'{name}' is no output of cryptolessons read: leave it out.");
            var (firstName, first) = shards.Count == 0 ? (name, head) : (shards.Values.First().Name, shards.Values.First().Scan.Head!);
            if (head.Shard.Of != first.Shard.Of)
                return (null, $"'{name}' is shard {head.Shard} and '{firstName}' is shard {first.Shard}: they do not belong to one run.");
            if ((head with { Shard = first.Shard }).DifferenceFrom(first) is { } difference)
                return (null, $"'{name}' {difference} than '{firstName}': they do not belong to one run.");
            if (shards.TryGetValue(head.Shard.Number, out var same))
                return (null, $"'{name}' and '{same.Name}' are both shard {head.Shard}: leave out one.");
            if (scan.Finished.Count < head.Own || scan.End != stream.Length)
                return (null, string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}' is not complete: {scan.Finished.Count} of its {head.Own} parts are finished. "
                    + $"Run cryptolessons read --shard {head.Shard} again."));
            shards.Add(head.Shard.Number, (name, stream, scan));
        }
        if (shards.Count == 0)
            return (null, "There is nothing to merge: name the outputs of all shards.");
        ReadingHead any = shards.Values.First().Scan.Head!;
        int missing = Enumerable.Range(1, any.Shard.Of).FirstOrDefault(number => !shards.ContainsKey(number));
        return missing == 0
            ? (new(any with { Shard = Shard.Whole }, [.. shards.Values.Select(shard => (shard.Stream, shard.Scan))]), null)
            : (null, FormattableString.Invariant($"Shard {missing}/{any.Shard.Of} is missing: name the outputs of all shards."));
    }

    /// <summary>Writes all parts in their order.</summary>
    public void Write(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(whole.Line());
        byte[] buffer = new byte[Buffer];
        for (int i = 0; i < whole.Parts; i++)
        {
            var (stream, scan) = shards[i % shards.Length];
            var (part, start, end) = scan.Finished[i / shards.Length];
            stream.Position = start;
            for (long left = end - start; left > 0;)
            {
                int size = (int)Math.Min(left, buffer.Length);
                stream.ReadExactly(buffer, 0, size);
                output.Write(buffer, 0, size);
                left -= size;
            }
            Tally.Add(part.Tally);
        }
    }
}
