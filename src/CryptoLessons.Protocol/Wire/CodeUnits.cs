using System.Buffers.Binary;

namespace CryptoLessons.Protocol.Wire;

/// <summary>A name on the wire as its UTF-16 code units, little-endian: whatever somebody is called, half a surrogate pair included, comes back as it was.</summary>
internal static class CodeUnits
{
    public static byte[] Of(string name)
    {
        byte[] bytes = new byte[sizeof(char) * name.Length];
        for (int i = 0; i < name.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(sizeof(char) * i), name[i]);
        return bytes;
    }

    /// <returns>Null when the bytes are an odd number.</returns>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(char) != 0)
            return null;
        char[] name = new char[bytes.Length / sizeof(char)];
        for (int i = 0; i < name.Length; i++)
            name[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(sizeof(char) * i)..]);
        return new(name);
    }
}
