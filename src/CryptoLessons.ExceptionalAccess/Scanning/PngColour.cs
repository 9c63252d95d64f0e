namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>The colour types of PNG, by their numbers in the file.</summary>
internal enum PngColour
{
    /// <summary>One sample: grey.</summary>
    Grey = 0,

    /// <summary>Three samples: red, green, blue.</summary>
    Rgb = 2,

    /// <summary>One sample: an index into the palette.</summary>
    Palette = 3,

    /// <summary>Two samples: grey, alpha.</summary>
    GreyAlpha = 4,

    /// <summary>Four samples: red, green, blue, alpha.</summary>
    RgbAlpha = 6,
}
