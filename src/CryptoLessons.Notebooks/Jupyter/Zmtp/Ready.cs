using System.Buffers.Binary;
using System.Text;

namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>The command that ends the handshake and names the sender's kind of socket (ZMTP 3.0, "The NULL Security Mechanism").</summary>
internal static class Ready
{
    private const string SocketTypeProperty = "Socket-Type";

    private static ReadOnlySpan<byte> Name => "\x05READY"u8;

    /// <summary>The body of our command.</summary>
    public static byte[] Create(SocketType type)
    {
        byte[] value = Encoding.ASCII.GetBytes(type.Name);
        return [.. Name, (byte)SocketTypeProperty.Length, .. Encoding.ASCII.GetBytes(SocketTypeProperty), 0, 0, 0, (byte)value.Length, .. value];
    }

    /// <summary>The kind of socket that a command names; null when it is another command, is malformed or names none.</summary>
    public static string? SocketTypeIn(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith(Name))
            return null;
        string? type = null;
        for (ReadOnlySpan<byte> rest = body[Name.Length..]; rest.Length > 0;)
        {
            // A byte that is the name's length, the name, four bytes that are the value's length, the value.
            int nameEnd = 1 + rest[0];
            if (rest.Length < nameEnd + sizeof(uint))
                return null;
            string name = Encoding.ASCII.GetString(rest[1..nameEnd]);
            uint size = BinaryPrimitives.ReadUInt32BigEndian(rest[nameEnd..]);
            rest = rest[(nameEnd + sizeof(uint))..];
            if (rest.Length < size)
                return null;
            if (name.Equals(SocketTypeProperty, StringComparison.OrdinalIgnoreCase))
                type = Encoding.ASCII.GetString(rest[..(int)size]);
            rest = rest[(int)size..];
        }
        return type;
    }
}
