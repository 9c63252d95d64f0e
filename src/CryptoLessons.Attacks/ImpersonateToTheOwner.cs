using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Key-compromise impersonation: opens sessions towards the owner of a stolen phone in the name of anybody whose public identity key is known.</summary>
/// <remarks>
/// The owner's own identity key and signed prekey make all agreements of the handshake that the pretended sender's private key
/// would make. Source: X3DH rev 1, 4.6 Key compromise.
/// </remarks>
public sealed class ImpersonateToTheOwner : IForgery<DeviceSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(DeviceSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        SeededRandom random = ThiefRandom.New();
        // Somebody of whom the owner's phone has no key yet could be anybody: only those it knows count.
        return [.. from loot in view.Devices
                   where loot.Device is not null
                   from person in loot.Device!.TrustedIdentities.Keys
                   where view.Transcript.IdentityKeys.ContainsKey(person)
                   select new ForgedEnvelope(
                       Forged.Impersonate,
                       new(person, loot.Owner, view.Transcript.Now, Forge(loot.Device!, view.Transcript.IdentityKeys[person], random, plaintext.Span)),
                       new($"identity key and signed prekey of {loot.Owner}", $"public identity key of {person}", "a session of its own"))];
    }

    private static CiphertextMessage Forge(DeviceState victim, DhPublicKey pretended, RandomSource random, ReadOnlySpan<byte> plaintext)
    {
        using var baseKey = DhKeyPair.Generate(random);
        DhKeyPair signedPreKey = victim.SignedPreKey.KeyPair;
        using SessionSecret secret = X3dh.Functions.Accept(new(victim.Identity, signedPreKey), new(pretended, baseKey.Public))
            ?? throw new InvalidOperationException("The pretended sender's identity key is a low-order point.");
        var functions = new SignalFunctions(random);
        using RatchetState begun = DoubleRatchet.Initiate(functions, secret, signedPreKey.Public)!.Snapshot();
        var pending = new PendingPreKey(new(PreKeyId: null, victim.SignedPreKey.Id, baseKey.Public), DateTimeOffset.UnixEpoch, Further: default);
        var state = new SessionState(pretended, victim.Identity.Public, baseKey.Public, pending, begun);
        return Session.Resume(functions, state, random).Encrypt(plaintext, registrationId: 0);
    }
}
