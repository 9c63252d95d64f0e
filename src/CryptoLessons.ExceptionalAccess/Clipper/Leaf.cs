using System.Buffers.Binary;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>The Law Enforcement Access Field: E_family(unit id 32 || E_unit(K) 80 || checksum 16), 128 bits.</summary>
/// <remarks>
/// Mode and checksum of the chip were never published. Here all 128 bits are encrypted by CBC under the family key, with an IV of zeros, and then
/// once more with the two blocks exchanged. Safe because of the second time: after the first alone, whoever changes the first block of a genuine LEAF
/// keeps its checksum, and needs no search. Sizes: NIST's fact sheet of 1994 on the paper by Blaze.
/// </remarks>
/// <param name="UnitId">The number of the chip that made it, 32 bits.</param>
/// <param name="WrappedKey">The session key under the chip's unit key, 10 bytes.</param>
/// <param name="Checksum">The checksum of session key and IV, 16 bits.</param>
public sealed record Leaf(uint UnitId, ReadOnlyMemory<byte> WrappedKey, ushort Checksum)
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 2 * SkipjackKey.BlockSize;

    /// <summary>What goes over the wire.</summary>
    public byte[] Seal(FamilyKey family)
    {
        ArgumentNullException.ThrowIfNull(family);
        byte[] leaf = new byte[Size];
        BinaryPrimitives.WriteUInt32BigEndian(leaf, UnitId);
        WrappedKey.Span.CopyTo(leaf.AsSpan(sizeof(uint)));
        BinaryPrimitives.WriteUInt16BigEndian(leaf.AsSpan(Size - sizeof(ushort)), Checksum);
        family.EncryptBlocks(leaf);
        leaf = Exchange(leaf);
        family.EncryptBlocks(leaf);
        return leaf;
    }

    /// <summary>Takes the family key's layer off: any 16 bytes give some LEAF.</summary>
    public static Leaf Open(ReadOnlySpan<byte> leaf, FamilyKey family)
    {
        ArgumentNullException.ThrowIfNull(family);
        byte[] opened = leaf[..Size].ToArray();
        family.DecryptBlocks(opened);
        opened = Exchange(opened);
        family.DecryptBlocks(opened);
        return new(
            BinaryPrimitives.ReadUInt32BigEndian(opened),
            opened.AsMemory(sizeof(uint), SkipjackKey.Size),
            BinaryPrimitives.ReadUInt16BigEndian(opened.AsSpan(Size - sizeof(ushort))));
    }

    private static byte[] Exchange(byte[] blocks) => [.. blocks[SkipjackKey.BlockSize..], .. blocks[..SkipjackKey.BlockSize]];
}
