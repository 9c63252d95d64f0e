namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>The chip in a phone: it makes a LEAF for any session key it is given, and opens nothing before it was shown one that fits.</summary>
/// <remarks>Escrowed Encryption Standard, FIPS 185, 1994, withdrawn in 2015. The owner cannot read the keys in it, and can feed it whatever fits the
/// pins: that is all that the rogue of Blaze, "Protocol Failure in the Escrowed Encryption Standard" (ACM CCS 1994), needs.</remarks>
/// <param name="unitId">The chip's number, 32 bits.</param>
/// <param name="unitKey">The chip's own key.</param>
/// <param name="family">The key that all chips share.</param>
/// <param name="checksumBits">How many bits of a LEAF's checksum the chip looks at, from 1 to 16; fewer than the real 16 make small examples.</param>
public sealed class ClipperChip(uint unitId, UnitKey unitKey, FamilyKey family, int checksumBits = ClipperChip.ChecksumBits)
{
    /// <summary>How many bits of a checksum the real chip looked at.</summary>
    public const int ChecksumBits = 16;

    private readonly int mask = checksumBits is >= 1 and <= ChecksumBits
        ? (1 << checksumBits) - 1
        : throw new ArgumentOutOfRangeException(nameof(checksumBits), checksumBits, $"A checksum has 1 to {ChecksumBits} bits.");

    /// <summary>The chip's number.</summary>
    public uint UnitId => unitId;

    /// <summary>The LEAF that goes with a session key and an IV.</summary>
    public byte[] MakeLeaf(SessionKey key, ReadOnlySpan<byte> iv) => new Leaf(unitId, unitKey.Wrap(key), family.Checksum(key, iv)).Seal(family);

    /// <summary>Whether a LEAF fits a session key and an IV: its checksum does, and the chip looks at nothing else. It has no other chip's unit
    /// key.</summary>
    public bool Accepts(ReadOnlySpan<byte> leaf, SessionKey key, ReadOnlySpan<byte> iv) =>
        leaf.Length == Leaf.Size && ((Leaf.Open(leaf, family).Checksum ^ family.Checksum(key, iv)) & mask) == 0;

    /// <summary>Decrypts content under a session key, once a LEAF is accepted.</summary>
    /// <returns>Null when it is not, or when the padding does not fit.</returns>
    public byte[]? Decrypt(SessionKey key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> leaf, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Accepts(leaf, key, iv) ? key.Decrypt(iv, body) : null;
    }
}
