using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>One device of one person: its identity, its prekeys, and a session with each peer it has spoken to.</summary>
/// <typeparam name="TFunctions">The suite it runs the Double Ratchet under.</typeparam>
public sealed class Device<TFunctions>
    where TFunctions : RatchetFunctions
{
    private readonly TFunctions functions;
    private readonly RandomSource random;
    private readonly RatchetLimits limits;
    private readonly DhKeyPair identity;
    private readonly SignedPreKey signedPreKey;
    private readonly SortedDictionary<uint, PreKey> oneTimePreKeys = [];
    private readonly SortedDictionary<string, Session<TFunctions>> sessions = new(StringComparer.Ordinal);
    private uint nextPreKeyId;

    internal Device(TFunctions functions, RandomSource random, DeviceState state, RatchetLimits limits)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(state);
        (this.functions, this.random, this.limits) = (functions, random, limits);
        (identity, signedPreKey) = (state.Identity.Copy(), state.SignedPreKey.Copy());
        (RegistrationId, nextPreKeyId) = (state.RegistrationId, state.NextPreKeyId);
        foreach (PreKey preKey in state.OneTimePreKeys)
            oneTimePreKeys.Add(preKey.Id, preKey.Copy());
        foreach (var (peer, session) in state.Sessions)
            sessions.Add(peer, Session.Resume(functions, session, limits));
    }

    /// <summary>The device's identity key.</summary>
    public DhPublicKey IdentityKey => identity.Public;

    /// <summary>The device's registration number.</summary>
    public uint RegistrationId { get; }

    /// <summary>Whether messages to <paramref name="peer"/> can be encrypted.</summary>
    public bool HasSession(string peer) => sessions.ContainsKey(peer);

    /// <summary>What to publish so that others can open a session.</summary>
    /// <param name="oneTimePreKey">Whether to make a fresh one-time prekey for this bundle.</param>
    public PreKeyBundle Publish(bool oneTimePreKey = true)
    {
        PreKey? fresh = null;
        if (oneTimePreKey)
        {
            fresh = new(nextPreKeyId++, DhKeyPair.Generate(random));
            oneTimePreKeys.Add(fresh.Id, fresh);
        }
        return new(
            RegistrationId, fresh?.Id, fresh?.KeyPair.Public, signedPreKey.Id, signedPreKey.KeyPair.Public, signedPreKey.Signature, identity.Public);
    }

    /// <summary>Opens a session with a peer from the bundle it published; it replaces an older one.</summary>
    /// <returns><see cref="BundleFailure.None"/>, or why the bundle is refused; nothing has changed then.</returns>
    public BundleFailure StartSession(string peer, PreKeyBundle bundle)
    {
        ArgumentException.ThrowIfNullOrEmpty(peer);
        ArgumentNullException.ThrowIfNull(bundle);
        if (!Trusts(peer, bundle.IdentityKey))
            return BundleFailure.UntrustedIdentity;
        if (!XEdDsa.Verify(bundle.IdentityKey.U, bundle.SignedPreKey.Serialize(), bundle.SignedPreKeySignature.Span))
            return BundleFailure.BadSignature;
        if (IsLowOrder(bundle.IdentityKey) || IsLowOrder(bundle.SignedPreKey) || (bundle.PreKey is { } preKey && IsLowOrder(preKey)))
            return BundleFailure.LowOrderKey;
        using var baseKey = DhKeyPair.Generate(random);
        using SessionSecret secret = X3dh.Initiate(identity, baseKey, bundle.IdentityKey, bundle.SignedPreKey, bundle.PreKey)
            ?? throw LowOrderAfterAll();
        DoubleRatchet<TFunctions> ratchet = DoubleRatchet.Initiate(functions, secret, bundle.SignedPreKey, limits)
            ?? throw LowOrderAfterAll();
        var pending = new PendingPreKey(bundle.PreKeyId, bundle.SignedPreKeyId, baseKey.Public);
        sessions[peer] = new(identity.Public, bundle.IdentityKey, baseKey.Public, pending, ratchet);
        return BundleFailure.None;
    }

    /// <summary>The next message to a peer.</summary>
    /// <exception cref="InvalidOperationException">There is no session with <paramref name="peer"/>.</exception>
    public CiphertextMessage Encrypt(string peer, ReadOnlySpan<byte> plaintext) =>
        sessions.TryGetValue(peer, out Session<TFunctions>? session)
            ? session.Encrypt(plaintext, RegistrationId)
            : throw new InvalidOperationException($"There is no session with {peer}: start one from a prekey bundle first.");

    /// <summary>Opens a message that arrived from a peer.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then.</returns>
    public DecryptFailure Decrypt(string peer, CiphertextMessage message, out byte[] plaintext)
    {
        ArgumentException.ThrowIfNullOrEmpty(peer);
        if (message.Type == CiphertextType.PreKey)
            return DecryptPreKey(peer, message.Bytes, out plaintext);
        plaintext = [];
        return sessions.TryGetValue(peer, out Session<TFunctions>? session) ? session.Decrypt(message.Bytes, out plaintext) : DecryptFailure.NoSession;
    }

    /// <summary>A copy of every key on the device.</summary>
    public DeviceState Snapshot()
    {
        var copies = new SortedDictionary<string, SessionState>(StringComparer.Ordinal);
        foreach (var (peer, session) in sessions)
            copies.Add(peer, session.Snapshot());
        return new(identity.Copy(), RegistrationId, nextPreKeyId, signedPreKey.Copy(), [.. oneTimePreKeys.Values.Select(key => key.Copy())], copies);
    }

    /// <summary>A low-order point gives an all-zero agreement with every private key, so that no random one is needed to find it.</summary>
    private bool IsLowOrder(DhPublicKey key)
    {
        using SharedSecret? shared = X25519.Agree(identity.Private, key);
        return shared is null;
    }

    private static InvalidOperationException LowOrderAfterAll() => new("A key that agreed with one private key did not with another.");

    private bool Trusts(string peer, DhPublicKey theirIdentity) =>
        !sessions.TryGetValue(peer, out Session<TFunctions>? session) || session.RemoteIdentity.Equals(theirIdentity);

    private DecryptFailure DecryptPreKey(string peer, ReadOnlyMemory<byte> bytes, out byte[] plaintext)
    {
        plaintext = [];
        if (PreKeySignalMessage.Parse(bytes, out PreKeySignalMessage? message) is var malformed and not DecryptFailure.None)
            return malformed;
        if (!Trusts(peer, message!.IdentityKey))
            return DecryptFailure.UntrustedIdentity;
        // A repeated prekey message belongs to the session that it opened; its one-time prekey is gone by then.
        if (sessions.TryGetValue(peer, out Session<TFunctions>? session) && session.BaseKey.Equals(message.PreKey.BaseKey))
            return session.Decrypt(message.Message, out plaintext);
        if (Accept(message, out Session<TFunctions>? fresh) is var refused and not DecryptFailure.None)
            return refused;
        DecryptFailure failure = fresh!.Decrypt(message.Message, out plaintext);
        if (failure != DecryptFailure.None)
            return failure;
        sessions[peer] = fresh;
        if (message.PreKey.PreKeyId is { } used && oneTimePreKeys.Remove(used, out PreKey? spent))
            spent.Dispose();
        return DecryptFailure.None;
    }

    private DecryptFailure Accept(PreKeySignalMessage message, out Session<TFunctions>? session)
    {
        session = null;
        PreKey? oneTime = null;
        if (message.PreKey.SignedPreKeyId != signedPreKey.Id
            || (message.PreKey.PreKeyId is { } id && !oneTimePreKeys.TryGetValue(id, out oneTime)))
            return DecryptFailure.NoPreKey;
        using SessionSecret? secret = X3dh.Accept(identity, signedPreKey.KeyPair, oneTime?.KeyPair, message.IdentityKey, message.PreKey.BaseKey);
        if (secret is null)
            return DecryptFailure.LowOrderKey;
        // Other encodings of the base key would open the session of a message that was replayed under them.
        if (!CanonicalKey.Is(message.PreKey.BaseKey))
            return DecryptFailure.Malformed;
        var ratchet = DoubleRatchet.Accept(functions, secret, signedPreKey.KeyPair, limits);
        session = new(identity.Public, message.IdentityKey, message.PreKey.BaseKey, pending: null, ratchet);
        return DecryptFailure.None;
    }
}
