using System.Security.Cryptography;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>What a message says of the key that encrypts it: how short the key is that it follows from, and whether the message's header salts
/// it.</summary>
/// <remarks>It stands on the wire, as the export suites stood in the offer that a connection began with.</remarks>
/// <param name="Bits">Length of the short key, 1 to 64.</param>
/// <param name="Salted">Whether each message is a puzzle of its own.</param>
public readonly record struct KeyAnnouncement(int Bits, bool Salted)
{
    /// <summary>Number of the field with the length of a key that is not salted.</summary>
    public const int LengthField = 16;

    /// <summary>Number of the field with the length of a salted key.</summary>
    public const int SaltedLengthField = 17;

    /// <summary>What a message announces.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <returns>Null when it announces nothing, or no length that a short key can have: then its key is its slot's.</returns>
    public static KeyAnnouncement? In(ReadOnlySpan<byte> ciphertext)
    {
        var reader = new WireReader(ciphertext.Length < SignalMessage.MacSize ? [] : ciphertext[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if (field is { Number: LengthField or SaltedLengthField, Type: WireType.Varint, Value: >= 1 and <= ShortKey.MostBits })
                return new((int)field.Value, field.Number == SaltedLengthField);
        return null;
    }

    /// <summary>The field that says it.</summary>
    public byte[] Field() => new WireWriter().Varint(Salted ? SaltedLengthField : LengthField, (ulong)Bits).ToArray();

    /// <summary>The salt of a message's key: the hash of its header, or nothing.</summary>
    public byte[] Salt(ReadOnlySpan<byte> header) => Salted ? SHA256.HashData(header) : [];

    /// <summary>The key that encrypts a message.</summary>
    /// <param name="mk">The key of its slot.</param>
    /// <param name="header">Its header.</param>
    public MessageKey Shorten(MessageKey mk, ReadOnlySpan<byte> header) => ShortKey.Of(mk, Bits).Expand(Salt(header));
}
