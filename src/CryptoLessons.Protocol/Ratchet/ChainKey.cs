using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>A chain key CK: each message moves its chain one step on, and no step back can be computed (Double Ratchet rev 1, 2.2).</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class ChainKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public ChainKey Copy() => new(Bytes);
}
