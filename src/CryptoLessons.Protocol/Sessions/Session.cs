using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A session between two devices: a ratchet, the identities it is bound to, and how it was opened.</summary>
/// <typeparam name="TFunctions">The device's suite.</typeparam>
public sealed class Session<TFunctions>
    where TFunctions : RatchetFunctions
{
    private readonly IRatchet ratchet;
    private readonly MessageAddresses? addresses;
    private readonly DhPublicKey localIdentity;
    private readonly byte[] sendingAd;
    private readonly byte[] receivingAd;
    private PendingPreKey? pending;

    internal Session(
        DhPublicKey localIdentity, DhPublicKey remoteIdentity, DhPublicKey baseKey, PendingPreKey? pending, IRatchet ratchet, MessageAddresses? addresses)
    {
        (this.localIdentity, RemoteIdentity, BaseKey) = (localIdentity, remoteIdentity, baseKey);
        (this.pending, this.ratchet, this.addresses) = (pending, ratchet, addresses);
        sendingAd = [.. localIdentity.Serialize(), .. remoteIdentity.Serialize()];
        receivingAd = [.. remoteIdentity.Serialize(), .. localIdentity.Serialize()];
    }

    /// <summary>The peer's identity key.</summary>
    public DhPublicKey RemoteIdentity { get; }

    /// <summary>The initiator's base key (EK_A), by which repeated prekey messages are recognised.</summary>
    public DhPublicKey BaseKey { get; }

    /// <summary>The next message; a prekey message as long as the peer has not answered.</summary>
    /// <param name="plaintext">Any bytes.</param>
    /// <param name="registrationId">Own registration number, which a prekey message carries.</param>
    public CiphertextMessage Encrypt(ReadOnlySpan<byte> plaintext, uint registrationId)
    {
        byte[] message = ratchet.Encrypt(plaintext, sendingAd, pending is null ? [] : addresses?.Field);
        return pending is null
            ? new(CiphertextType.Plain, message)
            : new(CiphertextType.PreKey, new PreKeySignalMessage(registrationId, pending.PreKeys, localIdentity, message, pending.Further).Serialize());
    }

    /// <summary>Opens a plain message, or the one inside a prekey message.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then.</returns>
    public DecryptFailure Decrypt(ReadOnlyMemory<byte> message, out byte[] plaintext)
    {
        plaintext = [];
        if (addresses?.Accept(message.Span) == false)
            return DecryptFailure.NotAuthentic;
        DecryptFailure failure = ratchet.Decrypt(message, receivingAd, out plaintext);
        if (failure == DecryptFailure.None)
            Acknowledge();
        return failure;
    }

    /// <summary>Stops repeating what opened the session: the peer has answered, or the session is archived.</summary>
    internal void Acknowledge() => pending = null;

    /// <summary>Overwrites every key: the session is dropped.</summary>
    internal void Wipe() => ratchet.Wipe();

    /// <summary>Whether the session was opened by this device, never answered, and is too old to send in.</summary>
    internal bool IsStale(DateTimeOffset now) => pending?.IsStale(now) == true;

    /// <summary>A copy of all that the session holds.</summary>
    public SessionState Snapshot() => new(localIdentity, RemoteIdentity, BaseKey, pending, ratchet.Snapshot());
}
