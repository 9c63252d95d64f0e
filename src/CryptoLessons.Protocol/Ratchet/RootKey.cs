using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The root key RK: the chain of Diffie-Hellman steps runs through it (Double Ratchet rev 1, 3.2 State variables).</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class RootKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public RootKey Copy() => new(Bytes);
}
