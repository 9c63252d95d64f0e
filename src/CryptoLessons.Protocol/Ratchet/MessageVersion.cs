namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The version byte in front of every message: the session's version in the high nibble, the sender's newest in the low one.</summary>
/// <remarks>Only the high nibble is looked at; the low one is under the MAC all the same.</remarks>
public static class MessageVersion
{
    /// <summary>Version 3 by a sender that knows no newer one: sessions that began with X3DH.</summary>
    public const byte X3dh = 0x33;

    /// <summary>Version 4: sessions that began with PQXDH.</summary>
    public const byte Pqxdh = 0x44;

    /// <summary>Whether a message has the version that is spoken here.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="spoken">The version byte with which messages are sent here.</param>
    internal static DecryptFailure Check(ReadOnlySpan<byte> message, byte spoken) => message switch
    {
        [] => DecryptFailure.Malformed,
        [var version, ..] when version >> 4 == spoken >> 4 => DecryptFailure.None,
        [var version, ..] when version >> 4 < X3dh >> 4 => DecryptFailure.OldVersion,
        [var version, ..] when version >> 4 > spoken >> 4 => DecryptFailure.UnknownVersion,
        _ => DecryptFailure.OtherVersion,
    };

    /// <summary>Whether a message has one of the versions above.</summary>
    internal static DecryptFailure Check(ReadOnlySpan<byte> message) =>
        Check(message, Pqxdh) is var failure and not DecryptFailure.OtherVersion ? failure : DecryptFailure.None;
}
