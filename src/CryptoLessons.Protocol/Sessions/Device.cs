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
    private readonly string? address;
    private readonly DhKeyPair identity;
    private readonly OwnPreKeys preKeys;
    private readonly SortedDictionary<string, DhPublicKey> trustedIdentities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PeerSessions<TFunctions>> sessions = new(StringComparer.Ordinal);

    internal Device(
        TFunctions functions,
        HandshakeFunctions handshake,
        RandomSource random,
        TimeProvider clock,
        DeviceState state,
        RatchetLimits limits,
        string? address)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(state);
        (this.functions, this.handshake, this.random, this.clock) = (functions, handshake, random, clock);
        (this.limits, this.address) = (limits, address);
        identity = state.Identity.Copy();
        preKeys = new(identity, state, random);
        RegistrationId = state.RegistrationId;
        foreach (var (peer, key) in state.TrustedIdentities)
            trustedIdentities.Add(peer, key);
        foreach (var (peer, record) in state.Sessions)
            sessions.Add(peer, new(
                record.Current is { } current ? Resume(peer, current) : null, record.Previous.Select(archived => Resume(peer, archived))));
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
    /// <param name="oneTimePreKey">Whether to make fresh one-time prekeys for this bundle. Without them it has the post-quantum prekey of last
    /// resort, where the handshake takes one at all.</param>
    public PreKeyBundle Publish(bool oneTimePreKey = true) => preKeys.Publish(RegistrationId, oneTimePreKey, TakesKyberPreKey);

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
        if (TakesKyberPreKey && bundle.Kyber is null)
            return BundleFailure.NoKyberPreKey;
        if (TakesKyberPreKey && !XEdDsa.Verify(bundle.IdentityKey.U, bundle.Kyber!.Key.Serialize(), bundle.Kyber.Signature.Span))
            return BundleFailure.BadSignature;
        if (LowOrderKey.Is(bundle.IdentityKey) || LowOrderKey.Is(bundle.SignedPreKey) || (bundle.PreKey is { } preKey && LowOrderKey.Is(preKey)))
            return BundleFailure.LowOrderKey;
        using var baseKey = DhKeyPair.Generate(random);
        var theirKeys = new ResponderKeys(bundle.IdentityKey, bundle.SignedPreKey, bundle.PreKey, bundle.Kyber?.Key);
        using Initiation begun = handshake.Initiate(identity, baseKey, theirKeys) ?? throw LowOrderAfterAll();
        MessageAddresses? addresses = AddressesWith(peer);
        IRatchet ratchet = SessionRatchet.Initiate(functions, begun.Secret, bundle.SignedPreKey, random, LimitsOf(addresses, bundle.IdentityKey))
            ?? throw LowOrderAfterAll();
        UsedKyberPreKey? usedKyber = TakesKyberPreKey ? new(bundle.Kyber!.Id, begun.KyberCiphertext) : null;
        var used = new UsedPreKeys(bundle.PreKeyId, bundle.SignedPreKeyId, baseKey.Public, usedKyber);
        var pending = new PendingPreKey(used, Now, handshake.Further(begun.Secret));
        trustedIdentities[peer] = bundle.IdentityKey;
        SessionsWith(peer).Promote(new(identity.Public, bundle.IdentityKey, baseKey.Public, pending, ratchet, addresses));
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
        return preKeys.Snapshot(RegistrationId, identities, records);
    }

    /// <summary>Whether sessions begin with a post-quantum prekey too.</summary>
    private bool TakesKyberPreKey => handshake.Version != MessageVersion.X3dh;

    /// <summary>UTC, to the millisecond: no finer than what a state stores.</summary>
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private static InvalidOperationException LowOrderAfterAll() => new("A key that agreed with one private key did not with another.");

    private Session<TFunctions> Resume(string peer, SessionState state)
    {
        MessageAddresses? addresses = AddressesWith(peer);
        return Session.Resume(functions, state, random, LimitsOf(addresses, state.RemoteIdentity), addresses);
    }

    private MessageAddresses? AddressesWith(string peer) => address is null ? null : new(address, peer);

    /// <summary>Nobody forges messages to oneself: for a person's own devices there is no limit to what a message may skip.</summary>
    private RatchetLimits LimitsOf(MessageAddresses? addresses, DhPublicKey theirIdentity) =>
        addresses?.OfOnePerson == true && theirIdentity.Equals(identity.Public) ? limits.WithoutJumpLimit : limits;

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
        if (MessageVersion.Check(bytes.Span, handshake.Version) is var other and not DecryptFailure.None)
            return other;
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
        if (Accept(peer, message, out Session<TFunctions>? session) is var refused and not DecryptFailure.None)
            return refused;
        DecryptFailure failure = session!.Decrypt(message.Message, out plaintext);
        if (failure != DecryptFailure.None)
        {
            session.Wipe();
            return failure;
        }
        trustedIdentities[peer] = message.IdentityKey;
        SessionsWith(peer).Promote(session);
        preKeys.Spend(message.PreKeys);
        return DecryptFailure.None;
    }

    private DecryptFailure Accept(string peer, PreKeySignalMessage message, out Session<TFunctions>? session)
    {
        session = null;
        UsedPreKeys used = message.PreKeys;
        if (preKeys.Find(used, out ResponderKeyPairs? ownKeys) is var notHeld and not DecryptFailure.None)
            return notHeld;
        var theirKeys = new InitialKeys(message.IdentityKey, used.BaseKey, used.Kyber?.Ciphertext ?? default);
        using SessionSecret? secret = handshake.Accept(ownKeys!, theirKeys);
        if (secret is null)
            return DecryptFailure.LowOrderKey;
        // Other encodings of the base key would open the session of a message that was replayed under them.
        if (!CanonicalKey.Is(used.BaseKey))
            return DecryptFailure.Malformed;
        MessageAddresses? addresses = AddressesWith(peer);
        IRatchet ratchet = SessionRatchet.Accept(functions, secret, ownKeys!.SignedPreKey, random, LimitsOf(addresses, message.IdentityKey));
        session = new(identity.Public, message.IdentityKey, used.BaseKey, pending: null, ratchet, addresses);
        return DecryptFailure.None;
    }
}
