using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>What both messages about sender keys have in common: version byte and first three fields.</summary>
internal static class SenderKeyLayout
{
    /// <summary>Version 3, by a sender that knows no newer one.</summary>
    public const byte Version = 0x33;

    public const int DistributionId = 1;
    public const int ChainId = 2;
    public const int Iteration = 3;

    /// <summary>Length of a distribution's UUID, in bytes.</summary>
    public const int UuidSize = 16;

    private const int Known = 3;

    /// <summary>Sender keys have version 3 whatever the sessions beside them have.</summary>
    public static DecryptFailure CheckVersion(ReadOnlySpan<byte> message) => message switch
    {
        [] => DecryptFailure.Malformed,
        [var version, ..] when version >> 4 < Known => DecryptFailure.OldVersion,
        [var version, ..] when version >> 4 > Known => DecryptFailure.UnknownVersion,
        _ => DecryptFailure.None,
    };

    /// <summary>The distribution's UUID in the order of RFC 9562; null when it has not 16 bytes.</summary>
    public static Guid? ReadUuid(ReadOnlySpan<byte> bytes) => bytes.Length == UuidSize ? new(bytes, bigEndian: true) : null;
}
