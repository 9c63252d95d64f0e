using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>What a handshake agrees on: the first root key, a chain key for the responder's first chain, and a key for the post-quantum ratchet.</summary>
/// <param name="RootKey">First root key.</param>
/// <param name="ChainKey">Chain key at index 0 under the responder's signed prekey.</param>
/// <param name="PostQuantum">What the post-quantum ratchet begins with; null where none runs beside the Double Ratchet.</param>
public sealed record SessionSecret(RootKey RootKey, ChainKey ChainKey, SpqrAuthKey? PostQuantum = null) : IDisposable
{
    /// <summary>The keys that there are, in the order in which a handshake derives them.</summary>
    public IEnumerable<Secret> Keys => PostQuantum is null ? [RootKey, ChainKey] : [RootKey, ChainKey, PostQuantum];

    /// <summary>Wipes the keys.</summary>
    public void Dispose()
    {
        foreach (Secret key in Keys)
            key.Dispose();
    }
}
