using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The key of one message: HKDF-Extract of its seed. Whoever holds it reads that message and can write another in its slot.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class MessageKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public MessageKey Copy() => new(Bytes);
}
