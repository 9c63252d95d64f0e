using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>All that a party of the post-quantum ratchet holds at one moment: what a phone stores, and what a thief of it gets.</summary>
/// <remarks>A copy through and through: wiping the ratchet it came from does not touch it.</remarks>
public sealed class SpqrState : IDisposable
{
    /// <summary>A state from its parts, which belong to it.</summary>
    /// <param name="braid">Where the agreement on the next epoch's secret stands; null without a post-quantum ratchet.</param>
    /// <param name="negotiation">What is kept until the peer's first message; null afterwards.</param>
    /// <param name="chains">The chains of message keys, where there are any.</param>
    public SpqrState(BraidState? braid, SpqrNegotiation? negotiation, SpqrChains? chains) =>
        (Braid, Negotiation, Chains) = (braid, negotiation, chains);

    /// <summary>The state of a session without a post-quantum ratchet: it stays so for life, and is saved as nothing.</summary>
    public static SpqrState None { get; } = new(null, null, null);

    /// <summary>Where the agreement on the next epoch's secret stands; null without a post-quantum ratchet.</summary>
    public BraidState? Braid { get; }

    /// <summary>What is kept until the peer's first message; null afterwards.</summary>
    public SpqrNegotiation? Negotiation { get; }

    /// <summary>The chains of message keys; null before the first message, and as long as the peer may turn out to speak no version 1.</summary>
    public SpqrChains? Chains { get; }

    /// <summary>The state in the versioned storage format; equal states give equal bytes.</summary>
    public byte[] Save() => SavedState.Save(SavedState.Spqr, writer => SavedSpqr.Write(writer, this));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="saved">Any bytes.</param>
    /// <param name="state">The state, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Save"/> would write for some state.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> saved, [NotNullWhen(true)] out SpqrState? state) =>
        SavedState.TryLoad(SavedState.Spqr, saved, SavedSpqr.TryRead, loaded => loaded.Save(), out state);

    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrState Copy() => new(Braid?.Copy(), Negotiation?.Copy(), Chains?.Copy());

    /// <summary>Wipes every secret.</summary>
    public void Dispose()
    {
        Braid?.Dispose();
        Negotiation?.Dispose();
        Chains?.Dispose();
    }
}
