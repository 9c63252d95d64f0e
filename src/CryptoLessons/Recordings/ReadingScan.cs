using System.Security.Cryptography;

namespace CryptoLessons.Recordings;

/// <summary>What a file holds of what was read: the head, and the parts that were finished, up to where it breaks off.</summary>
internal sealed class ReadingScan
{
    private readonly Stream stream;
    private readonly List<(FinishedPart Part, long Start, long End)> finished = [];
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    /// <summary>Reads a file from its beginning.</summary>
    public ReadingScan(Stream stream)
    {
        this.stream = stream;
        stream.Position = 0;
        if (!NextLine(out ReadOnlySpan<byte> line) || ReadingHead.Read(line) is not { } head)
            return;
        (Head, End) = (head, line.Length);
        using var checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = End;
        while (finished.Count < head.Own && NextLine(out line))
        {
            length += line.Length;
            if (!line.StartsWith(FinishedPart.Beginning))
                checksum.AppendData(line);
            else if (FinishedPart.Read(line) is { } part && part.Number == head.PartAt(finished.Count)
                && part.Checksum == Convert.ToHexStringLower(checksum.GetHashAndReset()))
            {
                finished.Add((part, End, length));
                End = length;
            }
            else
                break;
        }
    }

    /// <summary>The first line; null when it is none of ours.</summary>
    public ReadingHead? Head { get; }

    /// <summary>The finished parts in their order, and where the lines of each begin and end.</summary>
    public IReadOnlyList<(FinishedPart Part, long Start, long End)> Finished => finished;

    /// <summary>Where the last finished part ends, or the head when none is: what stands behind is not whole.</summary>
    public long End { get; }

    /// <summary>The next line with its end; false when there is none that is whole.</summary>
    private bool NextLine(out ReadOnlySpan<byte> line)
    {
        int searched = 0;
        while (true)
        {
            int end = buffer.AsSpan(at + searched, filled - at - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = buffer.AsSpan(at, searched + end + 1);
                at += line.Length;
                return true;
            }
            searched = filled - at;
            buffer.AsSpan(at, searched).CopyTo(buffer);
            (at, filled) = (0, searched);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
            int read = stream.Read(buffer.AsSpan(filled));
            if (read == 0)
            {
                line = [];
                return false;
            }
            filled += read;
        }
    }
}
