using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Recordings;

namespace CryptoLessons.Population;

/// <summary>Plays a population chunk by chunk, leaks one secret, and counts what it reads.</summary>
/// <remarks>
/// Each conversation is a deployment of its own from the same stream of the seed: every person's keys differ, and the authority, the directory, the
/// list and the court are the same everywhere, since their streams have no person in their names.
/// </remarks>
public static class PopulationRunner
{
    /// <summary>How many conversations make a chunk: enough to keep some cores busy, and few, since a run that is stopped finishes one.</summary>
    private const int ConversationsInAChunk = 8;

    /// <summary>How many messages the mass reader is timed on: a few batches.</summary>
    private const int MessagesInBulk = 2 * BulkOpening.BatchSize;

    /// <summary>Runs it; conversations of a chunk run side by side, and no figure depends on how many at a time.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Told after each chunk how many users have been played.</param>
    /// <param name="stop">Stops after the chunk that is being played, the first at the earliest; what was played by then is valid.</param>
    public static PopulationResult Run(PopulationRequest request, IProgress<int>? progress = null, CancellationToken stop = default) =>
        Run(request, ConversationsInAChunk, Environment.ProcessorCount, progress, stop);

    internal static PopulationResult Run(
        PopulationRequest request, int chunk, int cores, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        int conversations = Circle.CountOf(request.Played), done = 0;
        var (figures, cost) = (new PopulationFigures(), new MeasuredCost(default, 0, default, 0));
        do
        {
            var parts = new (PopulationFigures Figures, MeasuredCost Cost)[Math.Min(chunk, conversations - done)];
            Parallel.For(0, parts.Length, new() { MaxDegreeOfParallelism = cores }, i => parts[i] = Play(request, done + i + 1));
            done += parts.Length;
            foreach (var part in parts)
                (figures, cost) = (figures.And(part.Figures), cost.And(part.Cost));
            progress?.Report(figures.Users);
        }
        while (done < conversations && !stop.IsCancellationRequested);
        return new(request, done == conversations, figures, cost with { BulkMicroseconds = BulkRate.Measure(request.Design, MessagesInBulk) });
    }

    private static (PopulationFigures Figures, MeasuredCost Cost) Play(PopulationRequest request, int number)
    {
        var circle = new Circle(number, request.Played, request);
        StreamedGame game = Game(request, request.Design, circle);
        StreamedVerdict leak = Run(game);
        MeasuredCost cost = MeasuredCost.Of(game);
        bool warranted = number <= request.Warrants;
        var (opened, of) = warranted ? game.ServeWarrant() : default;
        // What needs no secret is held against a design that has one.
        StreamedVerdict? control = number == 1 ? Run(Game(request, request.Design.Control ?? request.Design, circle), Secrets.Unrelated) : null;
        return (new()
        {
            Users = circle.People.Count,
            Conversations = 1,
            Past = leak.Past,
            PastOf = leak.PastOf,
            Future = leak.Future,
            FutureOf = leak.FutureOf,
            Wrong = leak.Wrong,
            Acts = leak.Acted ? 1 : 0,
            Weakened = leak.Exposed.Count,
            UnderWarrant = warranted ? 1 : 0,
            WarrantOpened = opened,
            WarrantOf = of,
            Control = control is null ? 0 : control.Past + control.Future,
            ControlOf = control is null ? 0 : control.PastOf + control.FutureOf,
        }, cost);
    }

    private static StreamedGame Game(PopulationRequest request, Design design, Circle circle)
    {
        Script sketch = circle.Sketch();
        return new(stream => design.Deploy(sketch, stream), circle.Messages(), request.LeaksAt, circle.People[0], new SeededRandom(request.Seed));
    }

    private static StreamedVerdict Run(StreamedGame game, Secrets secrets = Secrets.Stolen) =>
        game.Run([.. AccessAttacks.OnTheRecord, AccessAttacks.Postcards, AccessAttacks.ShortKeys], AccessAttacks.OnTheWire, secrets);
}
