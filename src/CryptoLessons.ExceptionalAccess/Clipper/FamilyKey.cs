using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>The key that all chips share, 80 bits, under which every LEAF is encrypted once more: whoever has it reads which chip sent a
/// message.</summary>
/// <param name="bytes">10 bytes.</param>
public sealed class FamilyKey(ReadOnlySpan<byte> bytes) : SkipjackKey(bytes)
{
    /// <summary>A fresh key.</summary>
    public static FamilyKey Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> drawn = stackalloc byte[Size];
        random.Fill(drawn);
        return new(drawn);
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public FamilyKey Copy() => new(Bytes);

    /// <summary>The checksum that a LEAF carries: the low 16 bits of a MAC, CBC-MAC of Skipjack over session key and IV, padded with zeros.</summary>
    public ushort Checksum(SessionKey key, ReadOnlySpan<byte> iv)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] blocks = new byte[3 * BlockSize];
        key.Bytes.CopyTo(blocks);
        iv.CopyTo(blocks.AsSpan(Size));
        EncryptBlocks(blocks);
        return (ushort)((blocks[^2] << 8) | blocks[^1]);
    }
}
