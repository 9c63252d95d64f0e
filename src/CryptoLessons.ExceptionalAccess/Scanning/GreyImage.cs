namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>A picture as a scanner sees it: one byte of luminance a pixel, rows from the top, pixels from the left.</summary>
/// <remarks>
/// Colours become luminance with the weights of ITU-R BT.601, in integers. Transparency is not looked at, so that a picture drawn in
/// the alpha channel alone escapes every perceptual hash here. JPEG is not read: such files are found by their exact hash only.
/// </remarks>
public sealed class GreyImage
{
    /// <summary>The most pixels that a file may promise: 64 megapixels, more than the cameras of phones make in one picture of a chat.</summary>
    public const int MaxPixels = 64 << 20;

    /// <summary>The most pixels in a row or column, as in JPEG: what a row takes stays small, whatever a file promises.</summary>
    public const int MaxSide = ushort.MaxValue;

    private readonly byte[] pixels;

    /// <summary>Takes a copy of the pixels.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">width x height bytes; 0 is black.</param>
    /// <exception cref="ArgumentException">There are not that many pixels, or more than <see cref="MaxPixels"/> or <see cref="MaxSide"/>.</exception>
    public GreyImage(int width, int height, ReadOnlySpan<byte> pixels)
        : this(width, height, pixels.ToArray())
    {
    }

    private GreyImage(int width, int height, byte[] pixels)
    {
        if (!Fits(width, height) || pixels.Length != width * height)
            throw new ArgumentException($"{width} x {height} pixels do not come in {pixels.Length} bytes.", nameof(pixels));
        (Width, Height, this.pixels) = (width, height, pixels);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>All pixels, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>One row of pixels.</summary>
    /// <param name="y">Counted from the top, from 0.</param>
    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(y * Width, Width);

    /// <summary>Reads a picture file: PNG without interlacing, or PGM and PPM in their binary forms.</summary>
    /// <param name="file">Any bytes.</param>
    /// <returns>Null when the bytes are no such file, are damaged, or promise more than <see cref="MaxPixels"/> or <see cref="MaxSide"/>.</returns>
    public static GreyImage? Read(ReadOnlySpan<byte> file) => PngReader.Read(file) ?? NetpbmReader.Read(file);

    /// <summary>The picture as a PNG file of 8-bit grey: the same bytes on every machine.</summary>
    public byte[] ToPng() => PngWriter.Write(this);

    /// <summary>Whether a picture of that size is one that we keep.</summary>
    internal static bool Fits(long width, long height) =>
        width is >= 1 and <= MaxSide && height is >= 1 and <= MaxSide && width * height <= MaxPixels;

    /// <summary>A picture around pixels that nobody else keeps.</summary>
    internal static GreyImage Around(int width, int height, byte[] pixels) => new(width, height, pixels);

    /// <summary>Luminance of a colour, rounded.</summary>
    internal static byte Luminance(int red, int green, int blue) => (byte)(((299 * red) + (587 * green) + (114 * blue) + 500) / 1000);
}
