using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks.Means;

/// <summary>The state of one session in a thief's hands, and what can be written with it.</summary>
/// <remarks>
/// The owner is the person whose phone it lay on. The thief's copy and the owner's phone go on from the same state, so that what
/// one of them sends or receives the other does not know of. Everything here is the library's own code, used by the wrong person.
/// </remarks>
public sealed class StolenSession
{
    private readonly SignalFunctions signal;
    private readonly RatchetFunctions functions;
    private readonly string owner;
    private readonly string peer;
    private readonly SessionState state;
    private readonly UsedPreKeys? opening;
    private readonly RandomSource random;
    private SparsePostQuantumRatchet? ownersSlots;
    private SparsePostQuantumRatchet? peersSlots;

    /// <summary>Takes a stolen state.</summary>
    /// <param name="owner">Whose phone it lay on.</param>
    /// <param name="peer">With whom the session is.</param>
    /// <param name="state">The state.</param>
    /// <param name="random">Where the thief's own ratchet keys come from.</param>
    /// <param name="profile">What of Signal's protocol the two speak; <see cref="Profile.X3dh"/> when left out.</param>
    /// <param name="phone">The suite of the thief's own phone; Signal's when left out.</param>
    public StolenSession(
        string owner, string peer, SessionState state, RandomSource random, Profile? profile = null, RatchetFunctions? phone = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        (this.owner, this.peer, this.state, this.random) = (owner, peer, state, random);
        signal = (profile ?? Profile.X3dh).Functions(random);
        functions = phone ?? signal;
    }

    private StolenSession(
        string owner, string peer, SessionState state, UsedPreKeys opening, RandomSource random, Profile profile, RatchetFunctions? phone)
        : this(owner, peer, state, random, profile, phone) => this.opening = opening;

    /// <summary>Accepts in the owner's place a session that a peer opens with prekeys that lay on a stolen phone.</summary>
    /// <param name="owner">Whose phone it was.</param>
    /// <param name="peer">Who opens the session.</param>
    /// <param name="phone">The phone.</param>
    /// <param name="message">The message that opens it.</param>
    /// <param name="random">Where the thief's own ratchet keys come from.</param>
    /// <param name="profile">What of Signal's protocol the two speak; <see cref="Profile.X3dh"/> when left out.</param>
    /// <param name="suite">The suite of the thief's own phone; Signal's when left out.</param>
    /// <returns>Null when the phone did not hold the prekeys.</returns>
    public static StolenSession? Accept(
        string owner,
        string peer,
        DeviceState phone,
        PreKeySignalMessage message,
        RandomSource random,
        Profile? profile = null,
        RatchetFunctions? suite = null)
    {
        ArgumentNullException.ThrowIfNull(phone);
        ArgumentNullException.ThrowIfNull(message);
        if (StolenPreKeys.Accept(phone, message, profile ??= Profile.X3dh) is not { } secret)
            return null;
        SignalFunctions functions = profile.Functions(random);
        RatchetState begun = secret.PostQuantum is null
            ? DoubleRatchet.Accept(functions, secret, phone.SignedPreKey.KeyPair).Snapshot()
            : TripleRatchet.Accept(functions, secret, phone.SignedPreKey.KeyPair, random).Snapshot();
        SessionState accepted = new(phone.Identity.Public, message.IdentityKey, message.PreKeys.BaseKey, pending: null, begun);
        return new(owner, peer, accepted, message.PreKeys, random, profile, suite);
    }

    private RatchetState Ratchet => state.Ratchet;

    private SpqrState? PostQuantum => Ratchet.PostQuantum;

    /// <summary>The owner's ratchet key at the theft: what the peer's next chain answers.</summary>
    public DhPublicKey OwnRatchetKey => Ratchet.RatchetKeyPair.Public;

    /// <summary>Whether a message belongs to a chain that had begun before the theft, in either direction.</summary>
    public bool IsOfOldChain(RatchetHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Dh.Equals(OwnRatchetKey) || Ratchet.ReceivingChains.Any(chain => chain.RatchetKey.Equals(header.Dh));
    }

    /// <summary>The owner's end of the session: it reads and writes to the peer as the owner's phone does.</summary>
    public Session<RatchetFunctions> AsOwner() => Session.Resume(
        functions,
        PostQuantum is null
            ? state
            : new(state.LocalIdentity, state.RemoteIdentity, state.BaseKey, state.Pending, Ratchet.With(StalledSpqr.AsOwner(PostQuantum))),
        random);

    /// <summary>The peer's end of the session towards the owner, from the root key alone: a new chain under a ratchet key of the thief's.</summary>
    /// <remarks>It is what RatchetInitAlice does with a handshake's secret, and needs no private key of anybody's.</remarks>
    public Session<RatchetFunctions> AsPeer()
    {
        // A handshake would give a chain key beside the root key; nothing here is read with it, and zeros show that it is not needed.
        using var secret = new SessionSecret(Ratchet.RootKey.Copy(), new ChainKey(new byte[Secret.Size]));
        DoubleRatchet<RatchetFunctions> ratchet = DoubleRatchet.Initiate(functions, secret, OwnRatchetKey)
            ?? throw new InvalidOperationException("A phone's own ratchet key cannot be a low-order point.");
        RatchetState begun = PostQuantum is null ? ratchet.Snapshot() : ratchet.Snapshot().With(StalledSpqr.AsPeer(PostQuantum));
        // The owner's phone may not know of the session yet: then the peer's opening goes before, word for word.
        PendingPreKey? pending = opening is null ? null : new(opening, DateTimeOffset.UnixEpoch, Further: default);
        return Session.Resume(functions, new SessionState(state.RemoteIdentity, state.LocalIdentity, state.BaseKey, pending, begun), random);
    }

    /// <summary>A message of the owner's in a chosen slot of the chain that was open at the theft.</summary>
    /// <param name="n">Index in the chain.</param>
    /// <param name="plaintext">What it shall say.</param>
    /// <returns>Null when the slot lies before the theft.</returns>
    public CiphertextMessage? AsOwnerInSlot(uint n, ReadOnlySpan<byte> plaintext)
    {
        CiphertextMessage? message = Write(
            OwnRatchetKey, Ratchet.SendingChainKey, Ratchet.Sent, n, state.LocalIdentity, state.RemoteIdentity, plaintext);
        // As long as the owner had no answer, the peer may not know the session yet.
        if (message is not { } written || state.Pending is not { } pending)
            return message;
        var outer = new PreKeySignalMessage(RegistrationId: 0, pending.PreKeys, state.LocalIdentity, written.Bytes, pending.Further);
        return new(CiphertextType.PreKey, outer.Serialize());
    }

    /// <summary>A message of the peer's in a chosen slot of a chain that the owner kept at the theft.</summary>
    /// <param name="ratchetKey">The chain.</param>
    /// <param name="n">Index in the chain.</param>
    /// <param name="plaintext">What it shall say.</param>
    /// <returns>Null when the chain was not kept, or the slot's key was used up before the theft.</returns>
    public CiphertextMessage? AsPeerInSlot(DhPublicKey ratchetKey, uint n, ReadOnlySpan<byte> plaintext)
    {
        ReceivingChain? chain = Ratchet.ReceivingChains.FirstOrDefault(kept => kept.RatchetKey.Equals(ratchetKey));
        if (chain is null)
            return null;
        return chain.SkippedSeeds.TryGetValue(n, out MessageSeed? skipped)
            ? Write(ratchetKey, skipped, n, state.RemoteIdentity, state.LocalIdentity, plaintext)
            : Write(ratchetKey, chain.ChainKey, chain.Next, n, state.RemoteIdentity, state.LocalIdentity, plaintext);
    }

    /// <summary>A message of the peer's in a chosen slot of the peer's next chain, whose ratchet key stands in the header of any message of it.</summary>
    /// <param name="ratchetKey">The chain, which answers <see cref="OwnRatchetKey"/>.</param>
    /// <param name="n">Index in the chain.</param>
    /// <param name="plaintext">What it shall say.</param>
    /// <returns>Null when the ratchet key is a low-order point.</returns>
    public CiphertextMessage? AsPeerInNextChain(DhPublicKey ratchetKey, uint n, ReadOnlySpan<byte> plaintext)
    {
        using SharedSecret? dhOut = functions.Dh(Ratchet.RatchetKeyPair, ratchetKey);
        if (dhOut is null)
            return null;
        var (rk, ck) = functions.KdfRk(Ratchet.RootKey, dhOut);
        using (rk)
        using (ck)
            return Write(ratchetKey, ck, 0, n, state.RemoteIdentity, state.LocalIdentity, plaintext);
    }

    /// <summary>The session's people, for the derivation of what was forged.</summary>
    public override string ToString() => $"session of {owner} with {peer}";

    private CiphertextMessage? Write(
        DhPublicKey dh, ChainKey chainKey, uint from, uint n, DhPublicKey sender, DhPublicKey recipient, ReadOnlySpan<byte> plaintext)
    {
        if (n < from)
            return null;
        ChainKey ck = chainKey.Copy();
        for (uint i = from; ; i++)
        {
            var (next, seed) = functions.KdfCk(ck);
            ck.Dispose();
            ck = next;
            using (seed)
                if (i == n)
                    return Write(dh, seed, n, sender, recipient, plaintext);
        }
    }

    private CiphertextMessage Write(DhPublicKey dh, MessageSeed seed, uint n, DhPublicKey sender, DhPublicKey recipient, ReadOnlySpan<byte> plaintext)
    {
        var (pqMessage, pqKey) = sender.Equals(state.LocalIdentity)
            ? Slot(ref ownersSlots, mirrored: false)
            : Slot(ref peersSlots, mirrored: true);
        using (pqKey)
        {
            using MessageKey mk = functions.KdfHybrid(seed, pqKey);
            return new(CiphertextType.Plain, InterceptedMessage.Write(mk, signal.Version, dh, n, sender, recipient, plaintext, pqMessage));
        }
    }

    /// <summary>The next message of the post-quantum ratchet, in the owner's name or in the peer's, and its key; nothing where none runs.</summary>
    private (byte[] Message, SpqrMessageKey? Key) Slot(ref SparsePostQuantumRatchet? slots, bool mirrored) =>
        PostQuantum is null ? ([], null) : (slots ??= StalledSpqr.Sender(PostQuantum, mirrored)).Send();
}
