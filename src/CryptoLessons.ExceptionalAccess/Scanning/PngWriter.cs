using System.Buffers;
using System.Buffers.Binary;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Writes PNG files of 8-bit grey (PNG, third edition).</summary>
/// <remarks>The pixels are stored, not compressed: compressors differ between platforms, and a picture must give the same bytes everywhere.</remarks>
internal static class PngWriter
{
    private const int LongestBlock = ushort.MaxValue;
    private const uint AdlerBase = 65521;

    /// <summary>The file of a picture.</summary>
    public static byte[] Write(GreyImage image)
    {
        var file = new ArrayBufferWriter<byte>();
        file.Write(PngReader.Signature);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Stored(Rows(image)));
        WriteChunk(file, "IEND"u8, []);
        return file.WrittenSpan.ToArray();
    }

    private static byte[] Rows(GreyImage image)
    {
        // One byte more a row: filter 0, which changes nothing.
        byte[] rows = new byte[image.Height * (image.Width + 1)];
        for (int y = 0; y < image.Height; y++)
            image.Row(y).CopyTo(rows.AsSpan((y * (image.Width + 1)) + 1));
        return rows;
    }

    /// <summary>A zlib stream (RFC 1950) of stored blocks (RFC 1951, section 3.2.4).</summary>
    private static ReadOnlySpan<byte> Stored(ReadOnlySpan<byte> bytes)
    {
        var stream = new ArrayBufferWriter<byte>();
        stream.Write<byte>([0x78, 0x01]);
        Span<byte> number = stackalloc byte[5];
        for (int at = 0; at < bytes.Length; at += LongestBlock)
        {
            ReadOnlySpan<byte> block = bytes.Slice(at, Math.Min(LongestBlock, bytes.Length - at));
            number[0] = (byte)(at + block.Length == bytes.Length ? 1 : 0);
            BinaryPrimitives.WriteUInt16LittleEndian(number[1..], (ushort)block.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(number[3..], (ushort)~block.Length);
            stream.Write(number);
            stream.Write(block);
        }
        BinaryPrimitives.WriteUInt32BigEndian(number, Adler32(bytes));
        stream.Write(number[..4]);
        return stream.WrittenSpan;
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        uint a = 1, b = 0;
        foreach (byte value in bytes)
        {
            a = (a + value) % AdlerBase;
            b = (b + a) % AdlerBase;
        }
        return (b << 16) | a;
    }

    private static void WriteChunk(ArrayBufferWriter<byte> file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] summed = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(summed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(summed));
        file.Write(number);
    }
}
