using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Designs;

/// <summary>The random streams of one person's phone, one for each purpose: what a mechanism draws for itself moves no other key.</summary>
/// <param name="Device">Identity key, prekeys, base keys, signatures.</param>
/// <param name="Ratchet">Ratchet keys.</param>
/// <param name="Mechanism">Whatever a variant of the protocol draws beyond that.</param>
internal sealed record PersonStreams(SeededRandom Device, SeededRandom Ratchet, SeededRandom Mechanism)
{
    public static PersonStreams Of(SeededRandom person) => new(person.Child("device"), person.Child("ratchet"), person.Child("mechanism"));

    /// <summary>The same streams at the same places, to go on independently.</summary>
    public PersonStreams Copy() => new(Device.Copy(), Ratchet.Copy(), Mechanism.Copy());
}
