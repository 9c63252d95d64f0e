using System.Security.Cryptography;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Recordings;

/// <summary>Reads one part of a recording from its beginning to its end mark, holding one envelope at a time.</summary>
/// <remarks>Whether the part is whole shows at its end: until <see cref="Next"/> has returned false and <see cref="Fault"/> is null, nothing of it
/// is proven.</remarks>
public sealed class PartReader : IDisposable
{
    private const int LongestNumber = 10;
    private const int MostBytes = int.MaxValue / 2;

    private readonly Stream stream;
    private readonly IncrementalHash checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long offset;
    private ulong envelopes;
    private bool ended;

    /// <summary>Reads the head.</summary>
    /// <param name="stream">From the part's first byte on; stays open.</param>
    public PartReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        Fill(RecordingLayout.Beginning.Length);
        ReadOnlySpan<byte> beginning = buffer.AsSpan(0, Math.Min(filled, RecordingLayout.Beginning.Length));
        if (Fault is null && (Fault = RecordingLayout.FaultOf(beginning)) is null)
        {
            Take(beginning.Length);
            if (TryField(out int number, out int tagSize, out int size) && number == RecordingLayout.Head)
            {
                Head = RecordingHead.Decode(buffer.AsSpan(at + tagSize, size));
                Take(tagSize + size);
            }
            if (Head is null)
                Fault ??= $"has no head that can be read: it is damaged. {RecordingLayout.Advice}";
        }
        ended = Fault is not null;
    }

    /// <summary>What stands at the beginning; null when there is a <see cref="Fault"/>.</summary>
    public RecordingHead? Head { get; }

    /// <summary>What is wrong with the part, as the rest of a sentence that begins with its name; null when nothing is, so far.</summary>
    public string? Fault { get; private set; }

    /// <summary>The SHA-256 in the end mark, in lower-case hex, once the end was reached and nothing was wrong; empty before.</summary>
    public string Checksum { get; private set; } = "";

    /// <summary>Reads the next envelope.</summary>
    /// <param name="envelope">Its fields, which stay until the next call.</param>
    /// <returns>False at the end, and where the part has a <see cref="Fault"/>.</returns>
    public bool Next(out ReadOnlyMemory<byte> envelope)
    {
        envelope = default;
        if (ended)
            return false;
        if (!TryField(out int number, out int tagSize, out int size))
            Fault ??= Damaged();
        else if (number == RecordingLayout.Envelope)
        {
            envelope = buffer.AsMemory(at + tagSize, size);
            envelopes++;
            Take(tagSize + size);
            return true;
        }
        else
            Fault = FaultOfEnd(number, size);
        ended = true;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => checksum.Dispose();

    /// <summary>The end mark of a part from its last bytes; null when they are none.</summary>
    internal static (long Envelopes, byte[] Checksum)? End(ReadOnlySpan<byte> last)
    {
        var reader = new WireReader(last);
        if (last.Length != RecordingLayout.EndSize || !reader.Next(out WireField end)
            || (end.Number, end.Type) != (RecordingLayout.End, WireType.Bytes) || end.End != last.Length)
            return null;
        var fields = new WireReader(end.Bytes);
        return fields.Next(out WireField count) && (count.Number, count.Type) == (RecordingLayout.Count, WireType.Fixed64)
            && count.Value <= long.MaxValue
            && fields.Next(out WireField hash) && (hash.Number, hash.Type) == (RecordingLayout.Checksum, WireType.Bytes)
            && hash.Bytes.Length == SHA256.HashSizeInBytes && hash.End == end.Bytes.Length
            ? ((long)count.Value, hash.Bytes.ToArray())
            : null;
    }

    /// <summary>What is wrong at the end, which is where neither an envelope nor damage is.</summary>
    private string? FaultOfEnd(int number, int size)
    {
        // Longer by one than the mark, to see whether anything stands behind it.
        Fill(RecordingLayout.EndSize + 1);
        if (Fault is not null)
            return Fault;
        if (number != RecordingLayout.End || size + 2 != RecordingLayout.EndSize || filled - at < RecordingLayout.EndSize)
            return Damaged();
        if (filled - at > RecordingLayout.EndSize)
            return FormattableString.Invariant(
                $"goes on behind its end mark, at byte {offset + RecordingLayout.EndSize}: it is damaged. {RecordingLayout.Advice}");
        if (End(buffer.AsSpan(at, RecordingLayout.EndSize)) is not var (count, hash) || (ulong)count != envelopes
            || !hash.AsSpan().SequenceEqual(checksum.GetHashAndReset()))
            return $"is damaged: its checksum is another. {RecordingLayout.Advice}";
        Checksum = Convert.ToHexStringLower(hash);
        return null;
    }

    /// <summary>Tag and length of the next field, with the whole of it in the buffer.</summary>
    private bool TryField(out int number, out int tagSize, out int size)
    {
        (number, tagSize, size) = (0, 0, 0);
        Fill(1 + LongestNumber);
        if (at == filled || (buffer[at] & 7) != (int)WireType.Bytes || buffer[at] >= 0x80)
            return CutOff(at == filled);
        number = buffer[at] >> 3;
        long length = 0;
        int next = at + 1, shift = 0;
        do
        {
            if (next == filled || shift > 28)
                return CutOff(next == filled);
            length |= (long)(buffer[next] & 0x7F) << shift;
            shift += 7;
        }
        while (buffer[next++] >= 0x80);
        (tagSize, size) = (next - at, (int)Math.Min(length, MostBytes));
        Fill(tagSize + size);
        return length < MostBytes && filled - at >= tagSize + size || CutOff(length < MostBytes);
    }

    private bool CutOff(bool cut)
    {
        if (cut)
            Fault ??= FormattableString.Invariant(
                $"is cut off after byte {offset + filled - at}: it has no end mark. {RecordingLayout.Advice}");
        return false;
    }

    private string Damaged() => FormattableString.Invariant($"is damaged at byte {offset}. {RecordingLayout.Advice}");

    /// <summary>Has so many bytes in the buffer, or all that there are: room is made as they come, whatever length a damaged part claims.</summary>
    private void Fill(int count)
    {
        if (filled - at >= count || Fault is not null)
            return;
        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        (filled, at) = (filled - at, 0);
        try
        {
            while (filled < count)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, 2 * buffer.Length);
                int read = stream.Read(buffer.AsSpan(filled));
                if (read == 0)
                    return;
                filled += read;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Fault = $"cannot be read: {failure.Message}";
        }
    }

    private void Take(int count)
    {
        checksum.AppendData(buffer.AsSpan(at, count));
        (at, offset) = (at + count, offset + count);
    }
}
