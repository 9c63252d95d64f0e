using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>All that a party of a Double Ratchet, or of a Triple Ratchet, holds at one moment: what a phone stores, and what a thief of it gets.</summary>
/// <remarks>
/// It knows no suite of functions: the same saved state goes on under another suite, and that is what a compelled
/// app update is. A copy through and through: wiping the ratchet it came from does not touch it.
/// Source: Double Ratchet rev 1, 3.2 State variables.
/// </remarks>
public sealed class RatchetState : IDisposable
{
    internal RatchetState(
        DhKeyPair ratchetKeyPair,
        RootKey rootKey,
        ChainKey sendingChainKey,
        uint sent,
        uint previousSent,
        IReadOnlyList<ReceivingChain> receivingChains,
        SpqrState? postQuantum = null) =>
        (RatchetKeyPair, RootKey, SendingChainKey, Sent, PreviousSent, ReceivingChains, PostQuantum) =
        (ratchetKeyPair, rootKey, sendingChainKey, sent, previousSent, receivingChains, postQuantum);

    /// <summary>The party's own ratchet key pair (DHs).</summary>
    public DhKeyPair RatchetKeyPair { get; }

    /// <summary>The root key after the last Diffie-Hellman step (RK).</summary>
    public RootKey RootKey { get; }

    /// <summary>The sending chain's key at index <see cref="Sent"/> (CKs).</summary>
    public ChainKey SendingChainKey { get; }

    /// <summary>Number of messages sent in the current sending chain (Ns).</summary>
    public uint Sent { get; }

    /// <summary>Number of messages sent in the previous sending chain (PN).</summary>
    public uint PreviousSent { get; }

    /// <summary>The receiving chains kept, oldest first.</summary>
    public IReadOnlyList<ReceivingChain> ReceivingChains { get; }

    /// <summary>The state of the post-quantum ratchet beside it; null for a Double Ratchet alone.</summary>
    public SpqrState? PostQuantum { get; }

    /// <summary>The state in the versioned storage format; equal states give equal bytes.</summary>
    public byte[] Save() => SavedState.Save(SavedState.Ratchet, writer => SavedRatchet.Write(writer, this));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="saved">Any bytes.</param>
    /// <param name="state">The state, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Save"/> would write for some state.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> saved, [NotNullWhen(true)] out RatchetState? state) =>
        SavedState.TryLoad(SavedState.Ratchet, saved, SavedRatchet.TryRead, loaded => loaded.Save(), out state);

    /// <summary>A copy that is wiped on its own.</summary>
    public RatchetState Copy() => new(
        RatchetKeyPair.Copy(),
        RootKey.Copy(),
        SendingChainKey.Copy(),
        Sent,
        PreviousSent,
        [.. ReceivingChains.Select(chain => chain.Copy())],
        PostQuantum?.Copy());

    /// <summary>The same Double Ratchet with a post-quantum ratchet beside it; both belong to the new state.</summary>
    public RatchetState With(SpqrState postQuantum) =>
        new(RatchetKeyPair, RootKey, SendingChainKey, Sent, PreviousSent, ReceivingChains, postQuantum);

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        RatchetKeyPair.Dispose();
        RootKey.Dispose();
        SendingChainKey.Dispose();
        foreach (ReceivingChain chain in ReceivingChains)
            chain.Dispose();
        PostQuantum?.Dispose();
    }
}
