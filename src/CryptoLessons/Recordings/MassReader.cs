using System.Diagnostics;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Recordings;

/// <summary>Opens recordings of any size with one leaked key, on all cores, in constant memory.</summary>
/// <remarks>
/// One thread reads parts in their order and cuts them into batches; cores open batches; the same thread writes what came of them in the
/// order in which they were read, so that what is written does not depend on the number of cores. A few batches are under way at a time.
/// </remarks>
/// <param name="recordings">What was recorded.</param>
/// <param name="authority">The leaked key.</param>
/// <param name="shard">Which of the parts are read; all when left out.</param>
/// <param name="cores">How many cores open; all that there are when left out.</param>
public sealed class MassReader(RecordingFolder recordings, DhKeyPair authority, Shard? shard = null, int? cores = null)
{
    // While one batch waits to be written, the core that opened it has another.
    private const int BatchesForEachCore = 2;

    private readonly Shard shard = shard ?? Shard.Whole;
    private readonly int cores = cores ?? Environment.ProcessorCount;

    /// <summary>Reads what no run before has finished.</summary>
    /// <param name="output">A file that can be read, written and cut; null to count only. It must have no other user.</param>
    /// <param name="progress">Told after each part what was done.</param>
    /// <param name="stop">Stops between two batches; the parts that are finished stay.</param>
    /// <returns>The result, or, when the output is another run's, why not, as the rest of a sentence that begins with its name.</returns>
    /// <exception cref="IOException">The output cannot be written. What was finished stays, and a run after goes on behind it.</exception>
    public (ReadingResult? Result, string? Complaint) Run(
        Stream? output = null, IProgress<ReadingResult>? progress = null, CancellationToken stop = default)
    {
        var head = new ReadingHead(authority.Public.ToString(), recordings.Digest, recordings.Parts.Count, shard);
        var (written, complaint) = output is null ? (null, null) : ReadingOutput.Resume(output, head);
        return complaint is null ? (Run(head.Own, written, progress, stop), null) : (null, complaint);
    }

    private ReadingResult Run(int of, ReadingOutput? output, IProgress<ReadingResult>? progress, CancellationToken stop)
    {
        long began = Stopwatch.GetTimestamp();
        int before = output?.Finished ?? 0;
        var (result, part) = (new ReadingResult(before, of, before, output?.Tally ?? new(), new(0, default, default), null), new ReadingTally());
        var (spare, under) = (new Stack<ReadingBatch>(), new Queue<(ReadingBatch Batch, Task Opening)>());
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, cores).ConcurrentScheduler;

        void Finish()
        {
            var (batch, opening) = under.Dequeue();
            opening.GetAwaiter().GetResult();
            ReadingRate rate = result.Rate;
            rate = new(rate.Messages + batch.Tally.Messages, Stopwatch.GetElapsedTime(began), rate.Worked + batch.Time);
            result = result with { Rate = rate, Fault = batch.Fault is { } fault ? $"'{batch.Part.Path}' {fault}" : result.Fault };
            part.Add(batch.Tally);
            output?.Write(batch.Lines);
            if (batch.Ends && result.Fault is null)
            {
                output?.Finish(batch.Part, part);
                result.Tally.Add(part);
                part.Clear();
                result = result with { Parts = result.Parts + 1 };
                progress?.Report(result);
            }
            spare.Push(batch);
        }

        foreach (ReadingBatch batch in Batches(before, spare))
        {
            under.Enqueue((batch, Task.Factory.StartNew(() => batch.Open(write: output is not null), CancellationToken.None, default, scheduler)));
            if (stop.IsCancellationRequested)
                break;
            if (under.Count == BatchesForEachCore * cores)
                Finish();
        }
        while (under.Count > 0)
            Finish();
        output?.Abandon();
        return result;
    }

    /// <summary>The parts from a place on, cut into batches; the last is that of a part with a fault, if there is one.</summary>
    private IEnumerable<ReadingBatch> Batches(int before, Stack<ReadingBatch> spare)
    {
        foreach (RecordedPart part in recordings.Parts.Where(part => shard.Has(part.Number)).Skip(before))
        {
            using FileStream? stream = TryOpen(part.Path, out string? fault);
            using PartReader? reader = stream is null ? null : new PartReader(stream);
            long number = 1;
            for (bool more = true; more;)
            {
                ReadingBatch batch = spare.TryPop(out ReadingBatch? used) ? used : new(authority);
                batch.Begin(part, reader?.Head, number);
                while (!batch.IsFull && (more = reader is not null && reader.Next(out ReadOnlyMemory<byte> envelope) && Add(batch, envelope)))
                    number++;
                batch.Ends = !more;
                batch.Fault = fault ?? reader!.Fault
                    ?? (more || reader.Checksum == part.Checksum ? null : "was changed while it was being read. Start again.");
                bool stop = batch.Fault is not null;
                yield return batch;
                if (stop)
                    yield break;
            }
        }
    }

    private static bool Add(ReadingBatch batch, ReadOnlyMemory<byte> envelope)
    {
        batch.Add(envelope.Span);
        return true;
    }

    private static FileStream? TryOpen(string path, out string? fault)
    {
        fault = null;
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            fault = $"cannot be read: {failure.Message}";
            return null;
        }
    }
}
