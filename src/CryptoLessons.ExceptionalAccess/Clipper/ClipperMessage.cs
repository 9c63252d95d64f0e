using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>What a chip wrote of a message, as it stands on the wire: the encrypted content, and IV and LEAF beside it.</summary>
/// <param name="Body">The content, encrypted.</param>
/// <param name="Iv">8 bytes.</param>
/// <param name="Leaf">16 bytes.</param>
public sealed record ClipperMessage(ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Iv, ReadOnlyMemory<byte> Leaf)
{
    /// <summary>Number of the field with IV and LEAF.</summary>
    public const int Number = EscrowField.Number;

    /// <summary>Length of that field's value, in bytes.</summary>
    public const int Size = SkipjackKey.BlockSize + Clipper.Leaf.Size;

    /// <summary>Reads an intercepted message.</summary>
    /// <returns>Null when no chip wrote it.</returns>
    public static ClipperMessage? Of(InterceptedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Parse(message.Ciphertext.Span[..^SignalMessage.MacSize]);
    }

    /// <summary>The LEAF without the family key's layer.</summary>
    public Leaf OpenLeaf(FamilyKey family) => Clipper.Leaf.Open(Leaf.Span, family);

    /// <summary>The session key, as the agencies get it: the unit key opens it, and the checksum tells whether it is this message's.</summary>
    /// <param name="family">The family key.</param>
    /// <param name="unit">The key of the chip whose number the LEAF gives.</param>
    /// <returns>Null when the LEAF holds another key.</returns>
    public SessionKey? OpenKey(FamilyKey family, UnitKey unit)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(unit);
        Leaf leaf = OpenLeaf(family);
        SessionKey key = unit.Unwrap(leaf.WrappedKey.Span);
        if (family.Checksum(key, Iv.Span) == leaf.Checksum)
            return key;
        key.Dispose();
        return null;
    }

    /// <summary>The content under a session key; nothing here checks its MAC.</summary>
    /// <returns>Null when the padding does not fit.</returns>
    public byte[]? Decrypt(SessionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Decrypt(Iv.Span, Body.Span);
    }

    /// <summary>The fields of a message, the MAC not included.</summary>
    internal static ClipperMessage? Parse(ReadOnlySpan<byte> fields) =>
        SignalMessage.TryFind(fields, SignalMessage.Ciphertext, out ReadOnlySpan<byte> body)
        && SignalMessage.TryFind(fields, Number, out ReadOnlySpan<byte> field)
        && field.Length == Size
            ? new(body.ToArray(), field[..SkipjackKey.BlockSize].ToArray(), field[SkipjackKey.BlockSize..].ToArray())
            : null;

    /// <summary>The field with IV and LEAF.</summary>
    internal static byte[] Field(ReadOnlySpan<byte> iv, ReadOnlySpan<byte> leaf) => new WireWriter().Bytes(Number, [.. iv, .. leaf]).ToArray();
}
