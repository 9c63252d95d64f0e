namespace CryptoLessons.Tests.Recordings;

/// <summary>A file on a disk that has room for so many bytes more, or that can be read so far.</summary>
internal sealed class FailingStream(byte[] content, int room) : Stream
{
    public const string Message = "No space left.";

    private readonly MemoryStream file = Growing(content);
    private int left = room;

    public byte[] Content => file.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = file.Read(buffer, offset, Math.Min(count, Math.Max(left, 1)));
        left -= read;
        return left < 0 ? throw new IOException(Message) : read;
    }

    /// <summary>What there is room for is written, as a disk does.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        file.Write(buffer, offset, Math.Min(count, left));
        left -= count;
        if (left < 0)
        {
            left = 0;
            throw new IOException(Message);
        }
    }

    public override void Flush() => file.Flush();

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void SetLength(long value) => file.SetLength(value);

    private static MemoryStream Growing(byte[] content)
    {
        var stream = new MemoryStream();
        stream.Write(content);
        stream.Position = 0;
        return stream;
    }
}
