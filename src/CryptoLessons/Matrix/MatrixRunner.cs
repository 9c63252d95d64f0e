using System.Collections.Concurrent;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Matrix;

/// <summary>Plays a conversation through every design and lets the adversary try every compromise.</summary>
public static class MatrixRunner
{
    /// <summary>Runs the whole grid; designs and compromises run side by side, and the result does not depend on how many at a time.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Told in a few words, often and from several threads, how far the work is.</param>
    public static MatrixResult Run(MatrixRequest request, IProgress<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var seed = new SeededRandom(request.Seed);
        Script script = ConversationScript.Write(request.Conversation, seed.Child("bystanders"));
        var rows = new DesignResult[request.Designs.Count];
        Parallel.For(0, rows.Length, i => rows[i] = Run(request.Designs[i], request, script, seed, progress));
        return new(request, script, rows);
    }

    /// <summary>Runs the grid of a conversation, with defaults for what is not named.</summary>
    /// <param name="conversation">What is said.</param>
    /// <param name="at">Number of the message at which the compromise happens; null for half-way.</param>
    /// <param name="target">Whose phone; null for the sender of message <paramref name="at"/>.</param>
    /// <param name="designs">Names of designs; empty for all.</param>
    /// <exception cref="ArgumentException">There can be no such grid; the message says why, and what to name instead.</exception>
    public static MatrixResult Run(Conversation conversation, int? at = null, string? target = null, params IReadOnlyList<string> designs)
    {
        var (request, error) = MatrixRequest.Create(conversation, at, target, designs: designs);
        return Run(request ?? throw new ArgumentException(error, nameof(conversation)));
    }

    private static DesignResult Run(Design design, MatrixRequest request, Script script, SeededRandom seed, IProgress<string>? progress)
    {
        var played = progress is null ? null : new Handing<int>(count =>
            progress.Report(FormattableString.Invariant($"{design.Id}: {count} of {script.Messages.Count} messages played")));
        // Designs share the seed's stream: what differs between two of them on the wire is then the mechanism and nothing else.
        Game game = design.Play(script, request.At, request.Target, seed, played);
        return new()
        {
            Design = design,
            Transcript = game.Transcript,
            BytesPerMessage = game.BytesPerMessage,
            Arrived = game.Arrived,
            Lawful = game.ServeWarrant(),
            Holders = game.Holders,
            HistoryOf = game.HistoryOf,
            Cells = Try(game, compromise => progress?.Report($"{design.Id}: trying {compromise.Id}")),
        };
    }

    /// <summary>Runs every compromise, one after the other on as many cores as are free.</summary>
    private static Cell[] Try(Game game, Action<Compromise> begins)
    {
        var cells = new Cell[Compromise.All.Count];
        // What takes longest stands late in the list and is begun early, so that no core waits for it at the end.
        IEnumerable<int> lastFirst = Enumerable.Range(0, cells.Length).Reverse();
        Parallel.ForEach(Partitioner.Create(lastFirst, EnumerablePartitionerOptions.NoBuffering), i =>
        {
            begins(Compromise.All[i]);
            cells[i] = Compromise.All[i].Run(game);
        });
        return cells;
    }

    /// <summary>Progress handed on at once: the framework's own class would queue it for another thread.</summary>
    private sealed class Handing<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
