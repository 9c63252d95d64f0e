using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks;

/// <summary>Opens with the authority's key the secrets that sessions began with, follows them as far as they reach, and writes with them.</summary>
/// <remarks>
/// To read, a ratchet private key would be needed as well. To write, none: the initiator's first chain can be begun anew by anybody
/// who has the secret and the responder's published prekey, and the responder's has its key from the handshake itself.
/// </remarks>
public sealed class ReadWithLeakedSessionSecrets : IAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (leaked, guesses) = (new LeakedKeys(view.Escrow, view.Transcript), new Dictionary<int, Guess>());
        foreach (WirePair pair in WirePair.In(view.Transcript, view.Transcript.IdentityKeys.Keys.ToHashSet()).Values)
        {
            var stolen = new StolenRatchet(pair, view.Transcript.Profile);
            foreach (var (responder, opening, chain) in pair.Openings)
                if (Open(leaked, view.Transcript.Now, opening) is { } secret
                    && view.Transcript.Directory.TryGetValue(responder, out PreKeyBundle? bundle))
                    stolen.Learn(secret, opening, chain.Sender, bundle.SignedPreKey);
            stolen.Read(guesses);
        }
        return [.. guesses.Values];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (leaked, forged) = (new LeakedKeys(view.Escrow, view.Transcript), new List<ForgedEnvelope>());
        var opened = new HashSet<DhPublicKey>();
        foreach (TranscriptEntry entry in view.Transcript.Entries)
        {
            if (view.Transcript.Parse(entry) is not { PreKeyMessage: { } opening } || !opened.Add(opening.PreKeys.BaseKey)
                || Open(leaked, view.Transcript.Now, opening) is not { } secret
                || !view.Transcript.Directory.TryGetValue(entry.Envelope.To, out PreKeyBundle? bundle))
                continue;
            var how = new Derivation("authority key", $"field {SessionSecretEscrow.Number} of an opening message", "session secret");
            Profile profile = view.Transcript.Profile;
            CiphertextMessage answer = AsResponder(profile, secret, opening, bundle, plaintext.Span);
            Envelope asInitiator = entry.Envelope with { Message = AsInitiator(profile, secret, opening, bundle, plaintext.Span) };
            Envelope asResponder = new(entry.Envelope.To, entry.Envelope.From, view.Transcript.Now, answer);
            forged.Add(new(Forged.Hijack, asInitiator, how.Then("the initiator's first chain, begun anew")));
            forged.Add(new(Forged.Hijack, asResponder, how.Then("the responder's chain that the handshake gives a key for")));
        }
        return forged;
    }

    private static SessionSecret? Open(LeakedKeys leaked, DateTimeOffset now, PreKeySignalMessage opening) =>
        leaked.At(now).Select(authority => SessionSecretEscrow.Open(opening, authority.Key)).FirstOrDefault(secret => secret is not null);

    private static CiphertextMessage AsInitiator(
        Profile profile, SessionSecret secret, PreKeySignalMessage opening, PreKeyBundle bundle, ReadOnlySpan<byte> plaintext)
    {
        SeededRandom random = ThiefRandom.New();
        SignalFunctions functions = profile.Functions(random);
        RatchetState ec = DoubleRatchet.Initiate(functions, secret, bundle.SignedPreKey)!.Snapshot();
        using RatchetState begun = secret.PostQuantum is { } authKey ? ec.With(StalledSpqr.Begun(authKey, SpqrDirection.A2B)) : ec;
        var pending = new PendingPreKey(opening.PreKeys, DateTimeOffset.UnixEpoch, Further: default);
        var state = new SessionState(opening.IdentityKey, bundle.IdentityKey, opening.PreKeys.BaseKey, pending, begun);
        return Session.Resume(functions, state, random).Encrypt(plaintext, registrationId: 0);
    }

    private static CiphertextMessage AsResponder(
        Profile profile, SessionSecret secret, PreKeySignalMessage opening, PreKeyBundle bundle, ReadOnlySpan<byte> plaintext)
    {
        // Safe because moving a chain draws no randomness.
        SignalFunctions functions = profile.Functions(RandomSource.System);
        var (ck, seed) = functions.KdfCk(secret.ChainKey);
        using (ck)
        using (seed)
        {
            var (pqMessage, pqKey) = secret.PostQuantum is { } authKey
                ? StalledSpqr.Sender(StalledSpqr.Begun(authKey, SpqrDirection.B2A), mirrored: false).Send()
                : ([], null);
            using (pqKey)
            {
                using MessageKey mk = functions.KdfHybrid(seed, pqKey);
                return new(CiphertextType.Plain, InterceptedMessage.Write(
                    mk, functions.Version, bundle.SignedPreKey, 0, bundle.IdentityKey, opening.IdentityKey, plaintext, pqMessage));
            }
        }
    }
}
