namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>One entry of the list that a message matched.</summary>
/// <param name="Kind">What of the message matched.</param>
/// <param name="Entry">The entry, in hex: 64 digits of a <see cref="SaltedHash"/>, or 16 of a <see cref="PerceptualHash"/>.</param>
/// <param name="Distance">In how many bits the picture's hash differs from the entry; 0 for texts and files.</param>
public sealed record ScanMatch(ScanMatchKind Kind, string Entry, int Distance);
