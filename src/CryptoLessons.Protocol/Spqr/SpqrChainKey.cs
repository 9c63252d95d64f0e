using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The chain key of one direction in one epoch: each message moves it one step on, and no step back can be computed.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class SpqrChainKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrChainKey Copy() => new(Bytes);
}
