using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Whatever opens what was sealed to a public key: the private key itself, or enough shares of one.</summary>
/// <param name="publicKey">The public key that senders seal to.</param>
public abstract class AuthorityKey(DhPublicKey publicKey)
{
    /// <summary>The public key that senders seal to.</summary>
    public DhPublicKey Public { get; } = publicKey;

    /// <summary>The agreement between the authority's private key and an ephemeral public key: all that opening takes.</summary>
    /// <returns>Null when there is none: a low-order point, or shares that belong to no key.</returns>
    public abstract SharedSecret? Agree(DhPublicKey ephemeral);

    /// <summary>A private key in one piece.</summary>
    /// <param name="keyPair">The key pair; not copied.</param>
    public static implicit operator AuthorityKey(DhKeyPair keyPair) => FromDhKeyPair(keyPair);

    /// <summary>A private key in one piece.</summary>
    /// <param name="keyPair">The key pair; not copied.</param>
    public static AuthorityKey FromDhKeyPair(DhKeyPair keyPair)
    {
        ArgumentNullException.ThrowIfNull(keyPair);
        return new Whole(keyPair);
    }

    private sealed class Whole(DhKeyPair keyPair) : AuthorityKey(keyPair.Public)
    {
        public override SharedSecret? Agree(DhPublicKey ephemeral) => X25519.Agree(keyPair.Private, ephemeral);
    }
}
