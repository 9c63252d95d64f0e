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
internal sealed record PersonStreams(SeededRandom Device, SeededRandom Ratchet, SeededRandom Mechanism, Profile Profile)
{
    public static PersonStreams Of(SeededRandom person, Profile profile) =>
        new(person.Child("device"), person.Child("ratchet"), person.Child("mechanism"), profile);

    /// <summary>Signal's own suite.</summary>
    public SignalFunctions Signal() => Profile.Functions(Ratchet);

    /// <summary>Signal's own handshake.</summary>
    public HandshakeFunctions Handshake() => Profile.HandshakeFunctions(Device);

    /// <summary>The same streams at the same places, to go on independently.</summary>
    public PersonStreams Copy() => new(Device.Copy(), Ratchet.Copy(), Mechanism.Copy(), Profile);
}
