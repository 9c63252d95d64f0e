using System.Buffers.Binary;

namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>A piece of a message, or a command (ZMTP 3.0, "Framing").</summary>
/// <param name="IsCommand">Whether it is a command.</param>
/// <param name="HasMore">Whether more pieces of the same message follow.</param>
/// <param name="Body">What it carries.</param>
internal sealed record Frame(bool IsCommand, bool HasMore, byte[] Body)
{
    /// <summary>The longest command, in bytes. A READY command of a Jupyter client has about 60 bytes: the kind of its socket and an identity of at
    /// most 255 bytes. Anybody on the machine can send one, signature or not, so there is no reason to take more than a page of memory.</summary>
    public const int LongestCommand = 4096;

    // Memory grows with what has arrived, beginning with this: a length is quickly announced.
    private const int FirstPart = 64 * 1024;

    private const byte More = 1, Long = 2, Command = 4;

    /// <summary>Reads the next frame.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="longest">The longest body of a message's frame that is taken, in bytes.</param>
    /// <returns>Null when the stream ends, or what comes is no frame, or a longer one.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public static Frame? Read(Stream stream, int longest)
    {
        if (ReadBytes(stream, 1) is not [byte flags] || (flags & ~(More | Long | Command)) != 0 || (flags & (More | Command)) == (More | Command))
            return null;
        bool isCommand = (flags & Command) != 0;
        if (ReadBytes(stream, (flags & Long) != 0 ? sizeof(ulong) : 1) is not { } length)
            return null;
        ulong size = length.Length == 1 ? length[0] : BinaryPrimitives.ReadUInt64BigEndian(length);
        if (size > (ulong)(isCommand ? LongestCommand : longest))
            return null;
        return ReadBytes(stream, (int)size) is { } body ? new(isCommand, (flags & More) != 0, body) : null;
    }

    /// <summary>The bytes of a command.</summary>
    public static byte[] EncodeCommand(byte[] body) => [.. Head(Command, body.Length), .. body];

    /// <summary>The bytes of a message.</summary>
    public static byte[] EncodeMessage(IReadOnlyList<byte[]> frames)
    {
        using var bytes = new MemoryStream();
        for (int i = 0; i < frames.Count; i++)
        {
            bytes.Write(Head(i < frames.Count - 1 ? More : (byte)0, frames[i].Length));
            bytes.Write(frames[i]);
        }
        return bytes.ToArray();
    }

    private static byte[] Head(byte flags, int size)
    {
        if (size <= byte.MaxValue)
            return [flags, (byte)size];
        byte[] head = [(byte)(flags | Long), .. new byte[sizeof(ulong)]];
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(1), (ulong)size);
        return head;
    }

    private static byte[]? ReadBytes(Stream stream, int size)
    {
        byte[] bytes = new byte[Math.Min(size, FirstPart)];
        for (int filled = 0; ;)
        {
            filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
            if (filled < bytes.Length)
                return null;
            if (filled == size)
                return bytes;
            Array.Resize(ref bytes, Math.Min(size, 2 * filled));
        }
    }
}
