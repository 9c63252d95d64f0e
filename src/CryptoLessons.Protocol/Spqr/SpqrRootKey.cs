using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The next root of the chains: with the next epoch's secret it gives that epoch's chain keys.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class SpqrRootKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrRootKey Copy() => new(Bytes);
}
