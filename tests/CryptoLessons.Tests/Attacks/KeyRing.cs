using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Attacks;

/// <summary>Some keys of a conversation, by the number of their chain, and all that follows from them and the public headers.</summary>
internal sealed class KeyRing
{
    private static readonly SignalFunctions Functions = new(RandomSource.System);

    private readonly Dictionary<int, RootKey> rootKeys = [];
    private readonly Dictionary<int, DhKeyPair> ratchetKeys = [];
    private readonly Dictionary<int, (ChainKey Key, uint Index)> chainKeys = [];

    public KeyRing Root(int chain, RootKey key)
    {
        rootKeys[chain] = key;
        return this;
    }

    public KeyRing Ratchet(int chain, DhKeyPair key)
    {
        ratchetKeys[chain] = key;
        return this;
    }

    public KeyRing Chain(int chain, ChainKey key, uint index)
    {
        if (!chainKeys.TryGetValue(chain, out var known) || index < known.Index)
            chainKeys[chain] = (key, index);
        return this;
    }

    /// <summary>The messages that really open.</summary>
    /// <param name="wire">Chain, index, bytes and associated data of each message, chains ascending.</param>
    /// <param name="publicKeys">The ratchet key in the header of each chain; that of chain -1 is the signed prekey.</param>
    public IEnumerable<(int Chain, uint Index)> Read(IReadOnlyList<WireMessage> wire, IReadOnlyDictionary<int, DhPublicKey> publicKeys)
    {
        for (int e = publicKeys.Keys.Min() + 1; e <= publicKeys.Keys.Max(); e++)
        {
            if (!rootKeys.TryGetValue(e - 1, out RootKey? previous))
                continue;
            SharedSecret? dh = ratchetKeys.TryGetValue(e, out DhKeyPair? newer) ? Functions.Dh(newer, publicKeys[e - 1])
                : ratchetKeys.TryGetValue(e - 1, out DhKeyPair? older) ? Functions.Dh(older, publicKeys[e])
                : null;
            if (dh is null)
                continue;
            var (rk, ck) = Functions.KdfRk(previous, dh);
            Root(e, rk).Chain(e, ck, 0);
        }
        return wire.Where(Opens).Select(message => (message.Chain, message.Index));
    }

    private bool Opens(WireMessage message)
    {
        if (!chainKeys.TryGetValue(message.Chain, out var known) || message.Index < known.Index)
            return false;
        var (ck, seed) = Functions.KdfCk(known.Key);
        for (uint i = known.Index; i < message.Index; i++)
            (ck, seed) = Functions.KdfCk(ck);
        using MessageKey mk = Functions.KdfHybrid(seed);
        return Functions.Parse(message.Bytes, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) == DecryptFailure.None
            && Functions.Decrypt(mk, ciphertext.Span, Functions.Concat(message.Ad, header)) is not null;
    }
}
