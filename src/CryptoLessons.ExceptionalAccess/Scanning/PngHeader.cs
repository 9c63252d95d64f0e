using System.Buffers.Binary;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>The IHDR chunk of a PNG file that we read (PNG, third edition, section 11.2.1).</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of one sample: 1, 2, 4, 8 or 16, as far as the colour type has it.</param>
/// <param name="Colour">Which samples a pixel has.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, PngColour Colour)
{
    private const int Size = 13;

    /// <summary>Samples of one pixel.</summary>
    public int Channels => Colour switch { PngColour.Rgb => 3, PngColour.GreyAlpha => 2, PngColour.RgbAlpha => 4, _ => 1 };

    /// <summary>Bytes of a row, without the filter's number before it.</summary>
    public int Stride => (int)((((long)Width * Channels * Depth) + 7) / 8);

    /// <summary>How many bytes to the left a filter looks: a whole pixel, at least 1.</summary>
    public int FilterDistance => Math.Max(1, Channels * Depth / 8);

    /// <summary>Reads the chunk's data.</summary>
    /// <returns>False when it is none, when the picture is interlaced, and when it is larger than we keep.</returns>
    public static bool TryRead(ReadOnlySpan<byte> data, out PngHeader header)
    {
        header = default;
        if (data.Length != Size || data[10..].ContainsAnyExcept((byte)0))
            return false;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var (depth, colour) = (data[8], (PngColour)data[9]);
        if (!GreyImage.Fits(width, height) || !Goes(depth, colour))
            return false;
        header = new((int)width, (int)height, depth, colour);
        return true;
    }

    private static bool Goes(int depth, PngColour colour) => colour switch
    {
        PngColour.Grey => depth is 1 or 2 or 4 or 8 or 16,
        PngColour.Palette => depth is 1 or 2 or 4 or 8,
        PngColour.Rgb or PngColour.GreyAlpha or PngColour.RgbAlpha => depth is 8 or 16,
        _ => false,
    };
}
