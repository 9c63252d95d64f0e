using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>One private key in one piece, for everybody and for ever.</summary>
/// <param name="keyPair">The key pair; not copied.</param>
public sealed class WholeKeyCustody(DhKeyPair keyPair) : KeyCustody
{
    /// <summary>With a fresh key.</summary>
    /// <param name="random">Where the key pair comes from.</param>
    public WholeKeyCustody(RandomSource random)
        : this(DhKeyPair.Generate(random))
    {
    }

    /// <summary>The key that every client seals to.</summary>
    public DhPublicKey PublicKey => keyPair.Public;

    /// <inheritdoc/>
    public override DhPublicKey PublicKeyAt(DateTimeOffset time) => PublicKey;

    /// <inheritdoc/>
    public override AuthorityKey? KeyAt(DateTimeOffset time) => keyPair;

    /// <summary>The theft: a copy of the private key.</summary>
    public DhKeyPair Leak() => keyPair.Copy();

    /// <inheritdoc/>
    public override KeyCustody Copy() => new WholeKeyCustody(keyPair.Copy());
}
