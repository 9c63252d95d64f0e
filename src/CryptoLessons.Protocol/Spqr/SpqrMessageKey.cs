using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The post-quantum half of one message's key: the salt under which the Double Ratchet's half is extracted.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class SpqrMessageKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrMessageKey Copy() => new(Bytes);
}
