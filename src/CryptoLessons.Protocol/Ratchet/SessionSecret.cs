namespace CryptoLessons.Protocol.Ratchet;

/// <summary>What a handshake agrees on: the first root key, and a chain key for the responder's first chain.</summary>
/// <param name="RootKey">First root key.</param>
/// <param name="ChainKey">Chain key at index 0 under the responder's signed prekey.</param>
public sealed record SessionSecret(RootKey RootKey, ChainKey ChainKey) : IDisposable
{
    /// <summary>Wipes both keys.</summary>
    public void Dispose()
    {
        RootKey.Dispose();
        ChainKey.Dispose();
    }
}
