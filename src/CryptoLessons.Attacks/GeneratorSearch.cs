using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>Looks for phones' random generators in what the phones send.</summary>
public abstract class GeneratorSearch
{
    /// <summary>Takes the next message that a phone sent.</summary>
    /// <param name="sender">Whose phone.</param>
    /// <param name="identityKey">The phone's identity key, from the directory: the first key that it ever drew.</param>
    /// <param name="message">The message.</param>
    /// <returns>The phone's generator; null when the messages so far do not give it.</returns>
    public abstract FoundGenerator? Hear(string sender, DhPublicKey identityKey, InterceptedMessage message);

    /// <summary>Whether a generator is the phone's: the first key pair out of it is the phone's identity key.</summary>
    protected static bool Is(Protocol.Primitives.RandomSource generator, DhPublicKey identityKey)
    {
        ArgumentNullException.ThrowIfNull(generator);
        using var first = DhKeyPair.Generate(generator.Copy());
        return first.Public.Equals(identityKey);
    }
}
