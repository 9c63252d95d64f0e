using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>What the handshake hands to the post-quantum ratchet: its first chains and its first authenticator follow from it.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class SpqrAuthKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrAuthKey Copy() => new(Bytes);
}
