using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A private key in shares: each holder contributes to an agreement, and the key is never put together.</summary>
/// <param name="publicKey">The public key that senders seal to.</param>
/// <param name="shares">The shares at hand; fewer than the threshold open nothing.</param>
public sealed class SharedAuthorityKey(DhPublicKey publicKey, IReadOnlyList<DhKeyShare> shares) : AuthorityKey(publicKey)
{
    /// <inheritdoc/>
    public override SharedSecret? Agree(DhPublicKey ephemeral)
    {
        PartialAgreement?[] parts = [.. shares.Select(share => share.Agree(ephemeral))];
        return parts.Length > 0 && parts.All(part => part is not null) ? DhKeyShare.Combine([.. parts.OfType<PartialAgreement>()]) : null;
    }
}
