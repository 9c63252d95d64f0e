using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>One session as a phone stores it: whose it is, how it began, and the ratchet's state.</summary>
/// <param name="localIdentity">Own identity key.</param>
/// <param name="remoteIdentity">The peer's identity key.</param>
/// <param name="baseKey">The initiator's base key (EK_A), by which repeated prekey messages are recognised.</param>
/// <param name="pending">What to repeat until an answer arrives; null once one did, and for the responder.</param>
/// <param name="ratchet">The ratchet's state, owned by this.</param>
public sealed class SessionState(
    DhPublicKey localIdentity, DhPublicKey remoteIdentity, DhPublicKey baseKey, PendingPreKey? pending, RatchetState ratchet) : IDisposable
{
    /// <summary>Own identity key.</summary>
    public DhPublicKey LocalIdentity { get; } = localIdentity;

    /// <summary>The peer's identity key.</summary>
    public DhPublicKey RemoteIdentity { get; } = remoteIdentity;

    /// <summary>The initiator's base key (EK_A), by which repeated prekey messages are recognised.</summary>
    public DhPublicKey BaseKey { get; } = baseKey;

    /// <summary>What to repeat until an answer arrives; null once one did, and for the responder.</summary>
    public PendingPreKey? Pending { get; } = pending;

    /// <summary>The ratchet's state.</summary>
    public RatchetState Ratchet { get; } = ratchet;

    /// <summary>The state in the versioned storage format; equal states give equal bytes.</summary>
    public byte[] Save() => SavedState.Save(SavedState.Session, writer => SavedSession.Write(writer, this));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="saved">Any bytes.</param>
    /// <param name="state">The state, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Save"/> would write for some state.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> saved, [NotNullWhen(true)] out SessionState? state) =>
        SavedState.TryLoad(SavedState.Session, saved, SavedSession.TryRead, loaded => loaded.Save(), out state);

    /// <summary>A copy that is wiped on its own.</summary>
    public SessionState Copy() => new(LocalIdentity, RemoteIdentity, BaseKey, Pending, Ratchet.Copy());

    /// <summary>Wipes every key.</summary>
    public void Dispose() => Ratchet.Dispose();
}
