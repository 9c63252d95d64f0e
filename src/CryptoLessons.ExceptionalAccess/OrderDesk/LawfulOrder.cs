using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A court's order as it reaches a provider's desk.</summary>
/// <param name="Terms">Its words.</param>
/// <param name="Signature">The court's XEdDSA signature over them, 64 bytes when it is one.</param>
public sealed record LawfulOrder(OrderTerms Terms, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Whether these words were signed by that court.</summary>
    public bool IsSignedBy(DhPublicKey court)
    {
        ArgumentNullException.ThrowIfNull(court);
        return XEdDsa.Verify(court.U, Terms.Serialize(), Signature.Span);
    }
}
