using System.Security.Cryptography;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Recordings;

/// <summary>Writes one part of a recording: the head, envelopes as they come, and the end mark that tells a whole part from a half one.</summary>
public sealed class PartWriter : IDisposable
{
    private readonly Stream stream;
    private readonly IncrementalHash checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ulong envelopes;

    /// <summary>Begins a part.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="head">What everybody knows.</param>
    public PartWriter(Stream stream, RecordingHead head)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(head);
        this.stream = stream;
        Write(new WireWriter().Raw(RecordingLayout.Beginning).Bytes(RecordingLayout.Head, head.Encode()));
    }

    /// <summary>How many bytes have been written.</summary>
    public long Length { get; private set; }

    /// <summary>Adds an envelope; of its time, whole milliseconds are kept.</summary>
    public void Write(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        Write(new WireWriter().Bytes(RecordingLayout.Envelope, RecordedEnvelope.Encode(envelope)));
        envelopes++;
    }

    /// <summary>Writes the end mark: how many envelopes there are, and the SHA-256 of all that stands before it.</summary>
    public void Complete() => Write(new WireWriter().Bytes(RecordingLayout.End, new WireWriter()
        .Fixed64(RecordingLayout.Count, envelopes)
        .Bytes(RecordingLayout.Checksum, checksum.GetHashAndReset()).Written));

    /// <inheritdoc/>
    public void Dispose() => checksum.Dispose();

    private void Write(WireWriter bytes)
    {
        stream.Write(bytes.Written);
        checksum.AppendData(bytes.Written);
        Length += bytes.Written.Length;
    }
}
