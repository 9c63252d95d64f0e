using System.Buffers.Binary;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>Where a version of a name's key list stands in a directory's tree.</summary>
public static class DirectoryLabel
{
    /// <summary>SHA-256(version || name), the version in 4 bytes and the name in UTF-16, both big-endian.</summary>
    /// <remarks>
    /// Code units are hashed as they are: two names that differ have different labels, broken surrogates included. Whoever guesses a
    /// name can compute its label; real directories use a function that only the provider can compute.
    /// </remarks>
    /// <param name="name">Any text.</param>
    /// <param name="version">1 for the first key list; always 1 in a <see cref="DirectoryKind.Mutable"/> directory.</param>
    public static TreeHash Of(string name, int version)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] bytes = new byte[sizeof(int) + sizeof(char) * name.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, version);
        for (int i = 0; i < name.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(sizeof(int) + sizeof(char) * i), name[i]);
        return TreeHash.Of(bytes);
    }
}
