namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Turns the samples of a PNG row into grey.</summary>
internal sealed class PngSamples
{
    private const int MostColours = 256;

    private readonly PngHeader header;
    private readonly byte[] greys;

    private PngSamples(PngHeader header, byte[] greys) => (this.header, this.greys) = (header, greys);

    /// <summary>For a file with this header.</summary>
    /// <param name="header">The file's header.</param>
    /// <param name="palette">The palette's colours, three bytes each.</param>
    /// <returns>Null when the palette that the header needs is missing or is none.</returns>
    public static PngSamples? For(PngHeader header, ReadOnlySpan<byte> palette)
    {
        if (header.Colour == PngColour.Palette)
            return palette.Length is > 0 and <= 3 * MostColours && palette.Length % 3 == 0 ? new(header, Greys(palette)) : null;
        // Depths below 8 spread evenly from black to white; of 16 bits the upper eight are enough.
        int values = 1 << Math.Min(header.Depth, 8);
        return new(header, [.. Enumerable.Range(0, values).Select(value => (byte)(value * 255 / (values - 1)))]);
    }

    /// <summary>The grey of every pixel of a row.</summary>
    /// <returns>False when a pixel has a colour that the palette does not.</returns>
    public bool TryGrey(ReadOnlySpan<byte> row, Span<byte> grey)
    {
        int channels = header.Channels;
        for (int x = 0; x < grey.Length; x++)
        {
            int value = Sample(row, x * channels);
            if (value >= greys.Length)
                return false;
            grey[x] = header.Colour is PngColour.Rgb or PngColour.RgbAlpha
                ? GreyImage.Luminance(value, Sample(row, (x * channels) + 1), Sample(row, (x * channels) + 2))
                : greys[value];
        }
        return true;
    }

    private static byte[] Greys(ReadOnlySpan<byte> palette)
    {
        byte[] greys = new byte[palette.Length / 3];
        for (int i = 0; i < greys.Length; i++)
            greys[i] = GreyImage.Luminance(palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2]);
        return greys;
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (header.Depth >= 8)
            return row[index * (header.Depth / 8)];
        int bit = index * header.Depth;
        return (row[bit / 8] >> (8 - header.Depth - (bit % 8))) & ((1 << header.Depth) - 1);
    }
}
