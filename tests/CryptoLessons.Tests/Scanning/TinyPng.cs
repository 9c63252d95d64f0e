using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CryptoLessons.Tests.Scanning;

/// <summary>PNG files made by hand, whole or broken on purpose. Shares no code with the reader that they test.</summary>
internal static class TinyPng
{
    public static readonly byte[] Signature = [137, 80, 78, 71, 13, 10, 26, 10];

    /// <summary>A file of rows that are filtered already, each with its filter's number before it.</summary>
    public static byte[] File(int width, int height, int depth, int colour, byte[] filtered, byte[]? palette = null, int parts = 1, int interlace = 0)
    {
        var chunks = new List<byte[]> { Header(width, height, depth, colour, interlace) };
        if (palette is not null)
            chunks.Add(Chunk("PLTE", palette));
        byte[] data = Deflate(filtered);
        foreach (byte[] part in data.Chunk((data.Length + parts - 1) / parts))
            chunks.Add(Chunk("IDAT", part));
        chunks.Add(Chunk("IEND", []));
        return Of([.. chunks]);
    }

    public static byte[] Of(params byte[][] chunks) => [.. Signature, .. chunks.SelectMany(chunk => chunk)];

    public static byte[] Header(int width, int height, int depth, int colour, int interlace = 0)
    {
        byte[] data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9], data[12]) = ((byte)depth, (byte)colour, (byte)interlace);
        return Chunk("IHDR", data);
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] chunk = [0, 0, 0, 0, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Remainder(body));
        return chunk;
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            stream.Write(bytes);
        return compressed.ToArray();
    }

    /// <summary>Filters raw rows, each under the filter that <paramref name="filters"/> names for it, in turn.</summary>
    public static byte[] Filter(byte[][] rows, int distance, params int[] filters)
    {
        var filtered = new List<byte>();
        for (int y = 0; y < rows.Length; y++)
        {
            int filter = filters[y % filters.Length];
            filtered.Add((byte)filter);
            for (int x = 0; x < rows[y].Length; x++)
            {
                int a = x < distance ? 0 : rows[y][x - distance], b = y == 0 ? 0 : rows[y - 1][x];
                int c = x < distance || y == 0 ? 0 : rows[y - 1][x - distance];
                filtered.Add((byte)(rows[y][x] - Prediction(filter, a, b, c)));
            }
        }
        return [.. filtered];
    }

    private static int Prediction(int filter, int a, int b, int c)
    {
        if (filter < 4)
            return ((int[])[0, a, b, (a + b) / 2])[filter];
        int p = a + b - c;
        return ((int[])[a, b, c]).MinBy(candidate => Math.Abs(p - candidate));
    }

    // The checksum as the remainder of a division of polynomials, bit by bit.
    private static uint Remainder(byte[] bytes)
    {
        uint crc = 0xFFFFFFFF;
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            uint next = (uint)(bytes[bit / 8] >> (bit % 8)) & 1;
            crc = ((crc ^ next) & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
