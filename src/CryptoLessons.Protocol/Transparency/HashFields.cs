using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>Hashes in wire fields, one behind the other; and the rule that a proof has one encoding.</summary>
internal static class HashFields
{
    /// <summary>Reads fields; false when one of them is not what it should be.</summary>
    public delegate bool Reader<T>(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out T? value)
        where T : class;

    /// <summary>Writes a list of hashes as one field; an empty list too.</summary>
    public static WireWriter Hashes(this WireWriter writer, int number, IReadOnlyList<TreeHash> hashes)
    {
        byte[] bytes = new byte[hashes.Count * TreeHash.Size];
        for (int i = 0; i < hashes.Count; i++)
            hashes[i].CopyTo(bytes.AsSpan(i * TreeHash.Size));
        return writer.Bytes(number, bytes);
    }

    /// <summary>The hashes of such a field; null when its length is no multiple of 32.</summary>
    public static TreeHash[]? HashesOf(WireField field)
    {
        if (field.Bytes.Length % TreeHash.Size != 0)
            return null;
        var hashes = new TreeHash[field.Bytes.Length / TreeHash.Size];
        for (int i = 0; i < hashes.Length; i++)
            hashes[i] = new(field.Bytes.Slice(i * TreeHash.Size, TreeHash.Size));
        return hashes;
    }

    /// <summary>Reads, writes again and compares: no two byte strings are the same proof, so a flipped bit never goes unseen.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> serialized, Reader<T> read, Func<T, byte[]> serialize, [NotNullWhen(true)] out T? value)
        where T : class
    {
        if (read(serialized, out value) && serialized.SequenceEqual(serialize(value)))
            return true;
        value = null;
        return false;
    }
}
