using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The seed of one message, HMAC(CK, 01): what a skipped slot stores until its message arrives.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class MessageSeed(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public MessageSeed Copy() => new(Bytes);
}
