using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A suite whose MAC covers which versions the sender was told that the recipient's app speaks: a recipient of whom something else was said
/// refuses.</summary>
/// <remarks>
/// The other way to bind a version, in the associated data: nobody signs, and no message is longer. It is noticed with the first message, which by
/// then has been sent in the weaker version; a signed offer is refused before anything is.
/// </remarks>
/// <param name="inner">The suite to which this adds the check, the older version's too.</param>
/// <param name="own">What the owner's app really speaks.</param>
/// <param name="recipient">What the recipient's app speaks, as the sender was told.</param>
public sealed class OfferCheck(RatchetFunctions inner, VersionOffer own, VersionOffer recipient) : DelegatingRatchetFunctions(inner)
{
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad) =>
        Inner.Encrypt(mk, plaintext, Bind(ad, recipient));

    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad) => Inner.Decrypt(mk, ciphertext, Bind(ad, own));

    /// <summary>The associated data with an offer behind the identity keys, as both ends know it.</summary>
    public static AssociatedData Bind(AssociatedData ad, VersionOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return new((byte[])[.. ad.Session, .. offer.Serialize()], ad.Header, ad.Trailing);
    }
}
