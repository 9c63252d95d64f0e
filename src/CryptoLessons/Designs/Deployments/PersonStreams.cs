using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>The random streams of one person's phone, one for each purpose: what a mechanism draws for itself moves no other key.</summary>
/// <param name="Device">Identity key, prekeys, base keys, signatures, encapsulations.</param>
/// <param name="Ratchet">Ratchet keys.</param>
/// <param name="Mechanism">Whatever a variant of the protocol draws beyond that.</param>
/// <param name="Profile">What of Signal's protocol the phone speaks.</param>
internal sealed record PersonStreams(RandomSource Device, RandomSource Ratchet, SeededRandom Mechanism, Profile Profile)
{
    /// <param name="person">The person's stream.</param>
    /// <param name="profile">What of Signal's protocol the phone speaks.</param>
    /// <param name="generator">The one generator of a phone that draws all its keys from one; null for Signal's, of which nothing is known.</param>
    public static PersonStreams Of(SeededRandom person, Profile profile, Func<SeededRandom, RandomSource>? generator)
    {
        RandomSource? one = generator?.Invoke(person.Child("generator"));
        return new(one ?? person.Child("device"), one ?? person.Child("ratchet"), person.Child("mechanism"), profile);
    }

    /// <summary>Signal's own suite.</summary>
    public SignalFunctions Signal() => Profile.Functions(Ratchet);

    /// <summary>Signal's own handshake.</summary>
    public HandshakeFunctions Handshake() => Profile.HandshakeFunctions(Device);

    /// <summary>The same streams at the same places, to go on independently.</summary>
    public PersonStreams Copy()
    {
        RandomSource device = Device.Copy();
        RandomSource ratchet = Ratchet is AnamorphicGenerator hiding ? hiding.Copy(Device, device) : Ratchet == Device ? device : Ratchet.Copy();
        return new(device, ratchet, Mechanism.Copy(), Profile);
    }
}
