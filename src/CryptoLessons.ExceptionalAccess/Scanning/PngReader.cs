using System.IO.Compression;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Reads PNG files of every colour type and depth, without interlacing (PNG, third edition).</summary>
/// <remarks>Every chunk's checksum is checked. What follows the last chunk is ignored, as viewers do.</remarks>
internal static class PngReader
{
    // A match of deflate has at least 2 bits and gives at most 258 bytes (RFC 1951, section 3.2.5): four such to the byte.
    private const int DeflateExpandsAtMost = 4 * 258;

    /// <summary>What every file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a file; null when the bytes are none that we read.</summary>
    public static GreyImage? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return null;
        var chunks = new PngChunkReader(file[Signature.Length..]);
        if (!chunks.Next() || !chunks.Type.SequenceEqual("IHDR"u8) || !PngHeader.TryRead(chunks.Data, out PngHeader header))
            return null;
        ReadOnlySpan<byte> palette = [];
        using var compressed = new MemoryStream();
        while (chunks.Next())
        {
            if (chunks.Type.SequenceEqual("IEND"u8))
                return PngSamples.For(header, palette) is { } samples ? Decode(header, compressed, samples) : null;
            else if (chunks.Type.SequenceEqual("IDAT"u8))
                compressed.Write(chunks.Data);
            else if (chunks.Type.SequenceEqual("PLTE"u8))
                palette = chunks.Data;
            else if (chunks.IsCritical)
                return null;
        }
        return null;
    }

    private static GreyImage? Decode(in PngHeader header, MemoryStream compressed, PngSamples samples)
    {
        // Before anything is set aside for it: a short file that promises a large picture is a lie.
        if ((header.Stride + 1L) * header.Height > compressed.Length * DeflateExpandsAtMost)
            return null;
        compressed.Position = 0;
        using var inflated = new ZLibStream(compressed, CompressionMode.Decompress);
        byte[] pixels = new byte[header.Width * header.Height], row = new byte[header.Stride], above = new byte[header.Stride];
        try
        {
            for (int y = 0; y < header.Height; y++)
            {
                int filter = inflated.ReadByte();
                if (inflated.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length
                    || !PngFilter.TryUndo(filter, row, above, header.FilterDistance)
                    || !samples.TryGrey(row, pixels.AsSpan(y * header.Width, header.Width)))
                    return null;
                (row, above) = (above, row);
            }
            // The end must be where the rows end; looking for it makes the stream check its own checksum.
            return inflated.ReadByte() < 0 ? GreyImage.Around(header.Width, header.Height, pixels) : null;
        }
        // Safe because the stream lies in memory: an IOException here is zlib's own word for bytes that it cannot use.
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
