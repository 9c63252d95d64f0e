using System.Buffers.Binary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Pictures that show nobody and nothing: light that changes over the picture, discs and boxes before it, grain over all.</summary>
/// <remarks>Drawn in integers, so that a seed gives the same picture on every machine. What holds for them need not hold for photographs.</remarks>
public static class SyntheticPicture
{
    private const int FewestShapes = 4;
    private const int MostShapes = 12;
    private const int Grain = 3;

    /// <summary>Draws a picture.</summary>
    /// <param name="random">Where everything in it comes from.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    public static GreyImage Draw(RandomSource random, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(random);
        byte[] pixels = new byte[width * height], grain = new byte[width * height];
        Light(pixels, width, height, random);
        for (int shapes = Next(random, FewestShapes, MostShapes); shapes > 0; shapes--)
            Shape(pixels, width, height, random);
        random.Fill(grain);
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(pixels[i] + (grain[i] % ((2 * Grain) + 1)) - Grain, byte.MinValue, byte.MaxValue);
        return new(width, height, pixels);
    }

    // One grey in each corner, and between them in proportion.
    private static void Light(byte[] pixels, int width, int height, RandomSource random)
    {
        Span<byte> corner = stackalloc byte[4];
        random.Fill(corner);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                long top = ((long)corner[0] * (width - x)) + ((long)corner[1] * x), bottom = ((long)corner[2] * (width - x)) + ((long)corner[3] * x);
                pixels[(y * width) + x] = (byte)(((top * (height - y)) + (bottom * y)) / ((long)width * height));
            }
    }

    private static void Shape(byte[] pixels, int width, int height, RandomSource random)
    {
        var (centreX, centreY) = (Next(random, 0, width - 1), Next(random, 0, height - 1));
        long radiusX = Next(random, 1, 1 + (width / 3)), radiusY = Next(random, 1, 1 + (height / 3));
        var (grey, disc) = ((byte)Next(random, byte.MinValue, byte.MaxValue), Next(random, 0, 1) == 0);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                long dx = (x - centreX) * radiusY, dy = (y - centreY) * radiusX, edge = radiusX * radiusY;
                if (disc ? (dx * dx) + (dy * dy) <= edge * edge : Math.Abs(dx) <= edge && Math.Abs(dy) <= edge)
                    pixels[(y * width) + x] = grey;
            }
    }

    // Safe because a remainder that is not quite even is even enough for pictures.
    private static int Next(RandomSource random, int least, int most)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        random.Fill(bytes);
        return least + (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes) % (uint)(most - least + 1));
    }
}
