using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Where everybody's identity key lies in copy, so that an agency can act in anybody's name.</summary>
/// <remarks>An identity key signs and authenticates; no message is encrypted with it. Whoever has it opens nothing that was recorded, and opens sessions in its
/// owner's name whose safety numbers are the genuine ones.</remarks>
public sealed class IdentityDepository
{
    private readonly SortedDictionary<string, DhKeyPair> keys = new(StringComparer.Ordinal);

    /// <summary>Takes a person's identity key.</summary>
    /// <param name="person">The person's name.</param>
    /// <param name="identity">The key pair; copied.</param>
    public void Deposit(string person, DhKeyPair identity)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        ArgumentNullException.ThrowIfNull(identity);
        keys[person] = identity.Copy();
    }

    /// <summary>The theft: copies of all keys, by name.</summary>
    public IReadOnlyDictionary<string, DhKeyPair> Leak() => keys.ToDictionary(key => key.Key, key => key.Value.Copy());
}
