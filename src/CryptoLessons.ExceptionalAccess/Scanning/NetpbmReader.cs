namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Reads binary PGM (<c>P5</c>) and PPM (<c>P6</c>) files with samples of one byte (Netpbm's pgm(5) and ppm(5)).</summary>
internal ref struct NetpbmReader
{
    private ReadOnlySpan<byte> rest;

    private NetpbmReader(ReadOnlySpan<byte> rest) => this.rest = rest;

    /// <summary>Reads a file; null when the bytes are none that we read. What follows the first picture is ignored.</summary>
    public static GreyImage? Read(ReadOnlySpan<byte> file)
    {
        int channels = file.StartsWith("P5"u8) ? 1 : file.StartsWith("P6"u8) ? 3 : 0;
        if (channels == 0)
            return null;
        var reader = new NetpbmReader(file[2..]);
        bool read = reader.TryNumber(out int width) & reader.TryNumber(out int height) & reader.TryNumber(out int most) && reader.TryWhite();
        if (!read || !GreyImage.Fits(width, height) || most is < 1 or > byte.MaxValue || reader.rest.Length < (long)width * height * channels)
            return null;
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.Length; i++)
        {
            ReadOnlySpan<byte> samples = reader.rest.Slice(i * channels, channels);
            int grey = channels == 1 ? samples[0] : GreyImage.Luminance(samples[0], samples[1], samples[2]);
            pixels[i] = (byte)Math.Min(((grey * 255) + (most / 2)) / most, byte.MaxValue);
        }
        return GreyImage.Around(width, height, pixels);
    }

    private bool TryNumber(out int number)
    {
        number = 0;
        bool white = false;
        while (TryWhite() || TryComment())
            white = true;
        int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (!white || digits is < 1 or > 9)
            return false;
        foreach (byte digit in rest[..digits])
            number = (10 * number) + digit - '0';
        rest = rest[digits..];
        return true;
    }

    private bool TryWhite()
    {
        bool white = !rest.IsEmpty && rest[0] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\v' or (byte)'\f' or (byte)'\r';
        if (white)
            rest = rest[1..];
        return white;
    }

    private bool TryComment()
    {
        int end = !rest.IsEmpty && rest[0] == '#' ? rest.IndexOf((byte)'\n') : -1;
        rest = rest[(end + 1)..];
        return end >= 0;
    }
}
