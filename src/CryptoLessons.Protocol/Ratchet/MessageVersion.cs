namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The version byte in front of every message: the session's version in the high nibble, the sender's newest in the low one.</summary>
/// <remarks>Only the high nibble is looked at; the low one is under the MAC all the same.</remarks>
public static class MessageVersion
{
    /// <summary>Version 3 by a sender that knows no newer one: sessions that began with X3DH.</summary>
    public const byte X3dh = 0x33;

    private const int Current = 3;

    /// <summary>Whether a message's version is one that this library speaks.</summary>
    internal static DecryptFailure Check(ReadOnlySpan<byte> message) => message switch
    {
        [] => DecryptFailure.Malformed,
        [var version, ..] when version >> 4 < Current => DecryptFailure.OldVersion,
        [var version, ..] when version >> 4 > Current => DecryptFailure.UnknownVersion,
        _ => DecryptFailure.None,
    };
}
