using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>How an authority keeps the private key that messages are sealed to: in one piece or many, for ever or for a while.</summary>
public abstract class KeyCustody
{
    /// <summary>The public key to which whatever is sent at some time is sealed.</summary>
    /// <param name="time">Any time, UTC.</param>
    public abstract DhPublicKey PublicKeyAt(DateTimeOffset time);

    /// <summary>What opens that which was sealed at some time.</summary>
    /// <param name="time">Any time, UTC.</param>
    /// <returns>Null when that key is gone, or not there yet.</returns>
    public abstract AuthorityKey? KeyAt(DateTimeOffset time);

    /// <summary>Who together has the key.</summary>
    public virtual Quorum Holders => Quorum.One;

    /// <summary>Time goes on; a custody that makes, changes or destroys keys does so now.</summary>
    /// <param name="now">The time, UTC; a phone's clock may step back, and no key comes back with it.</param>
    public virtual void Advance(DateTimeOffset now)
    {
    }

    /// <summary>The same custody as it stands, to go its own way.</summary>
    public abstract KeyCustody Copy();
}
