using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>One device of one person: its identity, its prekeys, the identities it trusts, and its sessions with each peer.</summary>
/// <remarks>
/// The identity key that first came with a peer's name belongs to that name until the owner says otherwise
/// (<see cref="Trust"/>); neither a session nor the loss of one changes that. What arrives spends a prekey, keeps a session
/// and gives a name its identity key only when it proves authentic: a message by its MAC, a bundle by its signature.
/// </remarks>
/// <typeparam name="TFunctions">The suite it runs the Double Ratchet under.</typeparam>
public sealed class Device<TFunctions>
    where TFunctions : RatchetFunctions
{
    private readonly TFunctions functions;
    private readonly HandshakeFunctions handshake;
    private readonly RandomSource random;
    private readonly TimeProvider clock;
    private readonly RatchetLimits limits;
    private readonly DhKeyPair identity;
    private readonly SignedPreKey signedPreKey;
    private readonly SortedDictionary<uint, PreKey> oneTimePreKeys = [];
    private readonly SortedDictionary<string, DhPublicKey> trustedIdentities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PeerSessions<TFunctions>> sessions = new(StringComparer.Ordinal);
    private uint nextPreKeyId;

    internal Device(
        TFunctions functions, HandshakeFunctions handshake, RandomSource random, TimeProvider clock, DeviceState state, RatchetLimits limits)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(state);
        (this.functions, this.handshake, this.random, this.clock, this.limits) = (functions, handshake, random, clock, limits);
        (identity, signedPreKey) = (state.Identity.Copy(), state.SignedPreKey.Copy());
        (RegistrationId, nextPreKeyId) = (state.RegistrationId, state.NextPreKeyId);
        foreach (PreKey preKey in state.OneTimePreKeys)
            oneTimePreKeys.Add(preKey.Id, preKey.Copy());
        foreach (var (peer, key) in state.TrustedIdentities)
            trustedIdentities.Add(peer, key);
        foreach (var (peer, record) in state.Sessions)
            sessions.Add(peer, new(record.Current is { } current ? Resume(current) : null, record.Previous.Select(Resume)));
    }

    /// <summary>The device's identity key.</summary>
    public DhPublicKey IdentityKey => identity.Public;

    /// <summary>The device's registration number.</summary>
    public uint RegistrationId { get; }

    /// <summary>Whether messages to <paramref name="peer"/> can be encrypted: there is a current session, with the identity key trusted for
    /// the peer, and it has been answered or is not older than <see cref="PendingPreKey.Patience"/>.</summary>
    public bool HasSession(string peer) => SendingSession(peer) is not null;

    /// <summary>The identity key that belongs to a peer's name; null when none came yet.</summary>
    public DhPublicKey? TrustedIdentity(string peer) => trustedIdentities.GetValueOrDefault(peer);

    /// <summary>The owner accepts an identity key for a peer, as after comparing safety numbers on a new phone.</summary>
    /// <remarks>Sessions with another identity key neither send nor receive from then on.</remarks>
    public void Trust(string peer, DhPublicKey identity)
    {
        ArgumentException.ThrowIfNullOrEmpty(peer);
        ArgumentNullException.ThrowIfNull(identity);
        trustedIdentities[peer] = identity;
    }

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

    /// <summary>Opens a session with a peer from the bundle it published; an older session is archived.</summary>
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
        using SessionSecret secret = handshake.Initiate(identity, baseKey, bundle.IdentityKey, bundle.SignedPreKey, bundle.PreKey)
            ?? throw LowOrderAfterAll();
        DoubleRatchet<TFunctions> ratchet = DoubleRatchet.Initiate(functions, secret, bundle.SignedPreKey, limits)
            ?? throw LowOrderAfterAll();
        var used = new UsedPreKeys(bundle.PreKeyId, bundle.SignedPreKeyId, baseKey.Public);
        var pending = new PendingPreKey(used, Now, handshake.Further(secret));
        trustedIdentities[peer] = bundle.IdentityKey;
        SessionsWith(peer).Promote(new(identity.Public, bundle.IdentityKey, baseKey.Public, pending, ratchet));
        return BundleFailure.None;
    }

    /// <summary>Archives the current session with a peer: nothing more is sent in it, and what still comes in it opens.</summary>
    public void ArchiveSession(string peer) => sessions.GetValueOrDefault(peer)?.Archive();

    /// <summary>The next message to a peer.</summary>
    /// <exception cref="InvalidOperationException"><see cref="HasSession"/> says that there is no session to send in.</exception>
    public CiphertextMessage Encrypt(string peer, ReadOnlySpan<byte> plaintext) =>
        SendingSession(peer) is { } session
            ? session.Encrypt(plaintext, RegistrationId)
            : throw new InvalidOperationException(
                $"There is no session with {peer} to send in (none, unanswered for too long, or with an identity no longer trusted): "
                + "start one from a prekey bundle first.");

    /// <summary>Opens a message that arrived from a peer.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then.</returns>
    public DecryptFailure Decrypt(string peer, CiphertextMessage message, out byte[] plaintext)
    {
        ArgumentException.ThrowIfNullOrEmpty(peer);
        if (message.Type == CiphertextType.PreKey)
            return DecryptPreKey(peer, message.Bytes, out plaintext);
        plaintext = [];
        return sessions.TryGetValue(peer, out PeerSessions<TFunctions>? known) && trustedIdentities.TryGetValue(peer, out DhPublicKey? trusted)
            ? known.Decrypt(message.Bytes, trusted, out plaintext)
            : DecryptFailure.NoSession;
    }

    /// <summary>A copy of every key on the device.</summary>
    public DeviceState Snapshot()
    {
        var records = new SortedDictionary<string, SessionRecord>(StringComparer.Ordinal);
        foreach (var (peer, known) in sessions)
            records.Add(peer, known.Snapshot());
        var identities = new SortedDictionary<string, DhPublicKey>(trustedIdentities, StringComparer.Ordinal);
        PreKey[] unspent = [.. oneTimePreKeys.Values.Select(key => key.Copy())];
        return new(identity.Copy(), RegistrationId, nextPreKeyId, signedPreKey.Copy(), unspent, identities, records);
    }

    /// <summary>A low-order point gives an all-zero agreement with every private key, so that no random one is needed to find it.</summary>
    private bool IsLowOrder(DhPublicKey key)
    {
        using SharedSecret? shared = X25519.Agree(identity.Private, key);
        return shared is null;
    }

    /// <summary>UTC, to the millisecond: no finer than what a state stores.</summary>
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private static InvalidOperationException LowOrderAfterAll() => new("A key that agreed with one private key did not with another.");

    private Session<TFunctions> Resume(SessionState state) => Session.Resume(functions, state, limits);

    private bool Trusts(string peer, DhPublicKey theirIdentity) => TrustedIdentity(peer) is not { } trusted || trusted.Equals(theirIdentity);

    private PeerSessions<TFunctions> SessionsWith(string peer)
    {
        if (!sessions.TryGetValue(peer, out PeerSessions<TFunctions>? known))
            sessions.Add(peer, known = new());
        return known;
    }

    private Session<TFunctions>? SendingSession(string peer) =>
        sessions.TryGetValue(peer, out PeerSessions<TFunctions>? known)
        && known.Current is { } current && Trusts(peer, current.RemoteIdentity) && !current.IsStale(Now)
            ? current
            : null;

    private DecryptFailure DecryptPreKey(string peer, ReadOnlyMemory<byte> bytes, out byte[] plaintext)
    {
        plaintext = [];
        if (PreKeySignalMessage.Parse(bytes, out PreKeySignalMessage? message) is var malformed and not DecryptFailure.None)
            return malformed;
        if (!Trusts(peer, message!.IdentityKey))
            return DecryptFailure.UntrustedIdentity;
        // A repeated prekey message belongs to the session that it opened; its one-time prekey is gone by then.
        return sessions.GetValueOrDefault(peer)?.OpenedBy(message.PreKeys.BaseKey) is { } known
            ? DecryptRepeated(peer, known, message, out plaintext)
            : DecryptOpening(peer, message, out plaintext);
    }

    /// <summary>Opens a prekey message of a session that there is. Nobody authenticates the numbers of the prekeys in it: none is spent.</summary>
    private DecryptFailure DecryptRepeated(string peer, Session<TFunctions> session, PreKeySignalMessage message, out byte[] plaintext)
    {
        plaintext = [];
        // The outer message says whose it is, but only the session knows.
        if (!session.RemoteIdentity.Equals(message.IdentityKey))
            return DecryptFailure.UntrustedIdentity;
        DecryptFailure failure = session.Decrypt(message.Message, out plaintext);
        if (failure == DecryptFailure.None)
            SessionsWith(peer).Promote(session);
        return failure;
    }

    /// <summary>Opens the first message of a session; identity, session and prekey follow only when it proves authentic.</summary>
    private DecryptFailure DecryptOpening(string peer, PreKeySignalMessage message, out byte[] plaintext)
    {
        plaintext = [];
        if (Accept(message, out Session<TFunctions>? session) is var refused and not DecryptFailure.None)
            return refused;
        DecryptFailure failure = session!.Decrypt(message.Message, out plaintext);
        if (failure != DecryptFailure.None)
        {
            session.Wipe();
            return failure;
        }
        trustedIdentities[peer] = message.IdentityKey;
        SessionsWith(peer).Promote(session);
        if (message.PreKeys.PreKeyId is { } used && oneTimePreKeys.Remove(used, out PreKey? spent))
            spent.Dispose();
        return DecryptFailure.None;
    }

    private DecryptFailure Accept(PreKeySignalMessage message, out Session<TFunctions>? session)
    {
        session = null;
        PreKey? oneTime = null;
        if (message.PreKeys.SignedPreKeyId != signedPreKey.Id
            || (message.PreKeys.PreKeyId is { } id && !oneTimePreKeys.TryGetValue(id, out oneTime)))
            return DecryptFailure.NoPreKey;
        using SessionSecret? secret = handshake.Accept(identity, signedPreKey.KeyPair, oneTime?.KeyPair, message.IdentityKey, message.PreKeys.BaseKey);
        if (secret is null)
            return DecryptFailure.LowOrderKey;
        // Other encodings of the base key would open the session of a message that was replayed under them.
        if (!CanonicalKey.Is(message.PreKeys.BaseKey))
            return DecryptFailure.Malformed;
        var ratchet = DoubleRatchet.Accept(functions, secret, signedPreKey.KeyPair, limits);
        session = new(identity.Public, message.IdentityKey, message.PreKeys.BaseKey, pending: null, ratchet);
        return DecryptFailure.None;
    }
}
