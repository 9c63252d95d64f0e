using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The header of a message: the sender's ratchet key and the message's place (Double Ratchet rev 1, 3.1 HEADER).</summary>
/// <param name="dh">The sender's ratchet public key.</param>
/// <param name="pn">Previous counter, as sent.</param>
/// <param name="n">Message index.</param>
/// <param name="bytes">The header's bytes as sent or received: version byte and fields 1 to 3.</param>
public sealed class RatchetHeader(DhPublicKey dh, uint pn, uint n, ReadOnlyMemory<byte> bytes)
{
    /// <summary>The sender's ratchet public key.</summary>
    public DhPublicKey Dh { get; } = dh;

    /// <summary>Index of the last message in the sender's previous chain, 0 when there was none. For information only:
    /// a receiver keeps old chains instead of skipping up to it.</summary>
    public uint Pn { get; } = pn;

    /// <summary>Index of the message in its chain, from 0.</summary>
    public uint N { get; } = n;

    /// <summary>The message's version byte.</summary>
    public byte Version => Bytes.Span[0];

    /// <summary>The bytes under the MAC, exactly as they were sent or received.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;
}
