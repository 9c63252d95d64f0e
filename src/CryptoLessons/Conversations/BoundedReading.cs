namespace CryptoLessons.Conversations;

/// <summary>Reads streams that may be longer than they say.</summary>
internal static class BoundedReading
{
    private const int FirstBuffer = 1024 * 1024;

    /// <summary>Opens a file that another program may be writing.</summary>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

    /// <summary>All bytes of a stream, or <c>null</c> when there are more than <paramref name="limit"/>.</summary>
    /// <param name="stream">What to read.</param>
    /// <param name="said">The length that a header or directory claims: a hint for the buffer, never believed.</param>
    /// <param name="limit">The most bytes to return.</param>
    public static byte[]? ToEnd(Stream stream, long said, long limit)
    {
        var buffer = new byte[Math.Clamp(said, 1, FirstBuffer)];
        int count = 0;
        while (true)
        {
            if (count == buffer.Length)
            {
                // One byte more than allowed is enough to know.
                if (count > limit) return null;
                Array.Resize(ref buffer, (int)Math.Min(2L * count, limit + 1));
            }

            int read = stream.Read(buffer, count, buffer.Length - count);
            if (read == 0) break;
            count += read;
        }

        if (count > limit) return null;
        Array.Resize(ref buffer, count);
        return buffer;
    }
}
