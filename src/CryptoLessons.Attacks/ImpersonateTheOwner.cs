using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Opens sessions in the name of the owner of a stolen identity key, from the bundles that the directory hands to anybody.</summary>
/// <remarks>
/// The identity key is all that it takes: no session, no prekey. The recipient sees the genuine identity key, so that safety numbers
/// are the same as ever.
/// </remarks>
public sealed class ImpersonateTheOwner : IForgery<DeviceSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(DeviceSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. from loot in view.Devices
                   where loot.Device is not null
                   from forged in Forge(view.Transcript, loot.Owner, loot.Device!.Identity, Acquaintances(loot.Device), plaintext)
                   select forged];
    }

    /// <summary>The forged opening messages to some people.</summary>
    /// <param name="transcript">The directory, and the time.</param>
    /// <param name="owner">Whose identity key was stolen.</param>
    /// <param name="identity">The stolen identity key pair.</param>
    /// <param name="people">To whom.</param>
    /// <param name="plaintext">What they shall say.</param>
    public static IEnumerable<ForgedEnvelope> Forge(
        Transcript transcript, string owner, DhKeyPair identity, IEnumerable<string> people, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(people);
        SeededRandom random = ThiefRandom.New();
        foreach (string person in people)
        {
            if (!transcript.Directory.TryGetValue(person, out PreKeyBundle? bundle))
                continue;
            using DeviceState impostor = Device.NewState(random, identityKey: identity);
            Device<RatchetFunctions> device = ThiefPhone.Resume(transcript, random, impostor);
            if (device.StartSession(person, bundle) == BundleFailure.None)
                yield return new(
                    Forged.Impersonate,
                    new(owner, person, transcript.Now, device.Encrypt(person, plaintext.Span)),
                    new($"identity key of {owner}", $"published bundle of {person}", "a session of its own"));
        }
    }

    /// <summary>Whoever knows the owner's identity key already: a stranger would trust any key that comes first.</summary>
    private static IEnumerable<string> Acquaintances(DeviceState device) => device.Sessions.Keys;
}
