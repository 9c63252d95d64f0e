namespace CryptoLessons.Reports.Pictures;

/// <summary>The marks that a legend explains.</summary>
internal enum Swatch
{
    /// <summary>A message that was read: filled.</summary>
    Read,

    /// <summary>A message that was not: hollow.</summary>
    Unread,

    /// <summary>A message in its chain that was read: a filled bead.</summary>
    ReadBead,

    /// <summary>A message in its chain that was not: a hollow bead.</summary>
    Bead,

    /// <summary>A step of the Diffie-Hellman ratchet: an arrow.</summary>
    Step,

    /// <summary>The keys between the first and the last message of a chain that were read: striped.</summary>
    Held,

    /// <summary>The moment of the theft: a dashed line.</summary>
    Moment,
}
