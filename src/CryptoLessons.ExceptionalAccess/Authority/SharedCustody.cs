using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A key in n shares at n agencies, of which t together open a message: the escrow that no single theft, and no single office, opens.</summary>
/// <remarks>Clients seal to one public key and need not know of it. Below t shares nothing opens, whatever the thief's means; from t on
/// everything does, for ever, as with one key: the shares know no warrants either.</remarks>
public sealed class SharedCustody : KeyCustody
{
    private readonly DhPublicKey publicKey;
    private readonly int threshold;
    private readonly IReadOnlyList<DhKeyShare> shares;

    /// <summary>A fresh key, split once and forgotten.</summary>
    /// <param name="threshold">How many agencies have to agree: t, at least 1.</param>
    /// <param name="count">How many agencies there are: n, at least t.</param>
    /// <param name="random">Where key and shares come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is below 1 or above n.</exception>
    public SharedCustody(int threshold, int count, RandomSource random)
    {
        using var keyPair = DhKeyPair.Generate(random);
        (publicKey, this.threshold) = (keyPair.Public, threshold);
        shares = DhKeyShare.Split(keyPair.Private, threshold, count, random);
    }

    private SharedCustody(DhPublicKey publicKey, int threshold, IReadOnlyList<DhKeyShare> shares) =>
        (this.publicKey, this.threshold, this.shares) = (publicKey, threshold, shares);

    /// <summary>How many shares open a message.</summary>
    public int Threshold => threshold;

    /// <inheritdoc/>
    public override Quorum Holders => new(threshold, shares.Count);

    /// <inheritdoc/>
    public override DhPublicKey PublicKeyAt(DateTimeOffset time) => publicKey;

    /// <summary>The first t agencies, working together.</summary>
    /// <inheritdoc/>
    public override AuthorityKey? KeyAt(DateTimeOffset time) => new SharedAuthorityKey(publicKey, [.. shares.Take(threshold)]);

    /// <summary>The theft: the shares of some agencies.</summary>
    /// <param name="count">How many agencies were broken into.</param>
    public IReadOnlyList<DhKeyShare> Leak(int count) => [.. shares.Take(count).Select(share => share.Copy())];

    /// <inheritdoc/>
    public override KeyCustody Copy() => new SharedCustody(publicKey, threshold, [.. shares.Select(share => share.Copy())]);
}
