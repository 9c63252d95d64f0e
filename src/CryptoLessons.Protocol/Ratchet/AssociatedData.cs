namespace CryptoLessons.Protocol.Ratchet;

/// <summary>What a message's MAC covers besides its ciphertext: what both ends know, the header, and the fields after the ciphertext.</summary>
/// <remarks>
/// The parameter AD of the paper's ENCRYPT and DECRYPT: Signal's library writes fields in ascending order, so that
/// whatever is added to a message stands behind field 4, the ciphertext. A view of bytes that lie elsewhere, made for one message.
/// </remarks>
/// <param name="session">Both identity keys as they are on the wire, sender first, 66 bytes.</param>
/// <param name="header">The header's bytes, as they are sent or were received.</param>
/// <param name="trailing">Whole fields, ascending, that stand behind the ciphertext.</param>
public readonly ref struct AssociatedData(ReadOnlySpan<byte> session, ReadOnlySpan<byte> header, ReadOnlySpan<byte> trailing = default)
{
    /// <summary>Both identity keys as they are on the wire, sender first; under the MAC, and not in the message.</summary>
    public ReadOnlySpan<byte> Session { get; } = session;

    /// <summary>The header, as it is sent or was received.</summary>
    public ReadOnlySpan<byte> Header { get; } = header;

    /// <summary>Whole fields, ascending, that stand behind the ciphertext under the MAC. Only a sender has any here:
    /// a receiver finds them in the ciphertext part of the message.</summary>
    public ReadOnlySpan<byte> Trailing { get; } = trailing;

    /// <summary>The same with one more field behind the ciphertext.</summary>
    /// <param name="field">One encoded protobuf field with a number above those already there, or nothing.</param>
    public AssociatedData Append(ReadOnlySpan<byte> field) =>
        field.IsEmpty ? this : new(Session, Header, Trailing.IsEmpty ? field : (byte[])[.. Trailing, .. field]);
}
