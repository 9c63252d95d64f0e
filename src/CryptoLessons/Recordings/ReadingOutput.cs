using System.Security.Cryptography;

namespace CryptoLessons.Recordings;

/// <summary>The file that what was read goes into: lines of messages, and behind those of each part one that says that it is finished.</summary>
/// <remarks>Whatever stands behind the last finished part is what a run left that did not get further: it is cut off, and done again.</remarks>
internal sealed class ReadingOutput
{
    private readonly Stream stream;
    private readonly IncrementalHash checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long end;

    private ReadingOutput(Stream stream, long end, int finished) => (this.stream, this.end, Finished) = (stream, end, finished);

    /// <summary>How many parts were finished by runs before.</summary>
    public int Finished { get; }

    /// <summary>What came of them.</summary>
    public ReadingTally Tally { get; } = new();

    /// <summary>Goes on behind what a run before has finished, or begins.</summary>
    /// <param name="stream">The file: readable, writable, with a place to go to.</param>
    /// <param name="head">This run's.</param>
    /// <returns>The output, or why it cannot be written, as the rest of a sentence that begins with the file's name; it was not touched
    /// then.</returns>
    public static (ReadingOutput? Output, string? Complaint) Resume(Stream stream, ReadingHead head)
    {
        byte[] line = head.Line();
        if (IsBeginningOf(line, stream))
        {
            var begun = new ReadingOutput(stream, 0, 0);
            begun.Abandon();
            stream.Write(line);
            begun.Settle();
            return (begun, null);
        }
        var scan = new ReadingScan(stream);
        if (scan.Head is null)
            return (null, "holds something else, which stays as it is: choose another --out.");
        if (scan.Head.DifferenceFrom(head) is { } difference)
            return (null, $"{difference}: choose another --out, or go on with what it was read from.");
        var output = new ReadingOutput(stream, scan.End, scan.Finished.Count);
        foreach (var (part, _, _) in scan.Finished)
            output.Tally.Add(part.Tally);
        output.Abandon();
        return (output, null);
    }

    /// <summary>Adds lines of messages.</summary>
    public void Write(ReadOnlySpan<byte> lines)
    {
        stream.Write(lines);
        checksum.AppendData(lines);
    }

    /// <summary>Adds the line that says that a part is finished, and has all of it on the disk.</summary>
    public void Finish(RecordedPart part, ReadingTally tally)
    {
        stream.Write(new FinishedPart(part.Number, part.Name, tally, Convert.ToHexStringLower(checksum.GetHashAndReset())).Line());
        Settle();
    }

    /// <summary>Cuts off what stands behind the last finished part.</summary>
    public void Abandon()
    {
        stream.SetLength(end);
        stream.Position = end;
    }

    private void Settle()
    {
        if (stream is FileStream file)
            file.Flush(flushToDisk: true);
        else
            stream.Flush();
        end = stream.Position;
    }

    /// <summary>Whether a file is empty, or holds no more than a beginning of the first line.</summary>
    private static bool IsBeginningOf(byte[] line, Stream stream)
    {
        if (stream.Length >= line.Length)
            return false;
        byte[] held = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(held);
        return line.AsSpan().StartsWith(held);
    }
}
