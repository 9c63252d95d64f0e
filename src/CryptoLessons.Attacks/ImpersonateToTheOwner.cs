using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
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
                   let message = Forge(loot.Device!, view.Transcript, person, random, plaintext.Span)
                   where message is not null
                   select new ForgedEnvelope(
                       Forged.Impersonate,
                       new(person, loot.Owner, view.Transcript.Now, message.Value),
                       new($"identity key and signed prekey of {loot.Owner}", $"public identity key of {person}", "a session of its own"))];
    }

    private static CiphertextMessage? Forge(
        DeviceState victim, Transcript transcript, string person, RandomSource random, ReadOnlySpan<byte> plaintext)
    {
        DhPublicKey pretended = transcript.IdentityKeys[person];
        using var baseKey = DhKeyPair.Generate(random);
        DhKeyPair signedPreKey = victim.SignedPreKey.KeyPair;
        KyberPreKey? kyber = StolenPreKeys.KyberPreKeys(victim).FirstOrDefault();
        byte[] ciphertext = [];
        if (kyber is not null)
        {
            (ciphertext, SharedSecret shared) = Kyber1024.Encapsulate(kyber.KeyPair.Public, random);
            shared.Dispose();
        }
        // Where the handshake wants a post-quantum prekey and the phone has none left, there is nothing to open a session with.
        using SessionSecret? secret = transcript.Profile.HandshakeFunctions(random).Accept(
            new(victim.Identity, signedPreKey, KyberPreKey: kyber?.KeyPair), new(pretended, baseKey.Public, ciphertext));
        if (secret is null)
            return null;
        RatchetFunctions functions = transcript.Phone(random);
        using RatchetState begun = secret.PostQuantum is null
            ? DoubleRatchet.Initiate(functions, secret, signedPreKey.Public)!.Snapshot()
            : TripleRatchet.Initiate(functions, secret, signedPreKey.Public, random)!.Snapshot();
        UsedKyberPreKey? usedKyber = kyber is null ? null : new(kyber.Id, ciphertext);
        var pending = new PendingPreKey(
            new(PreKeyId: null, victim.SignedPreKey.Id, baseKey.Public, usedKyber), DateTimeOffset.UnixEpoch, Further: default);
        var state = new SessionState(pretended, victim.Identity.Public, baseKey.Public, pending, begun);
        return Session.Resume(functions, state, random).Encrypt(plaintext, registrationId: 0);
    }
}
