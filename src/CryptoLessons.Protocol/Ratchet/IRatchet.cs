namespace CryptoLessons.Protocol.Ratchet;

/// <summary>What a session needs of its ratchet: the Double Ratchet alone, or with a post-quantum ratchet beside it.</summary>
internal interface IRatchet
{
    /// <summary>The next message.</summary>
    /// <param name="plaintext">Any bytes.</param>
    /// <param name="ad">The session's associated data: both serialized identity keys, sender first.</param>
    /// <param name="further">Whole fields, ascending, with numbers above those that a ratchet writes.</param>
    byte[] Encrypt(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> ad, ReadOnlySpan<byte> further = default);

    /// <summary>Opens a message, or says why it is refused; nothing has changed then.</summary>
    DecryptFailure Decrypt(ReadOnlyMemory<byte> message, ReadOnlySpan<byte> ad, out byte[] plaintext);

    /// <summary>A copy of all that the ratchet holds.</summary>
    RatchetState Snapshot();

    /// <summary>Overwrites every key: the session was dropped.</summary>
    void Wipe();
}
