using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Transparency;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The judge's share of a key of two: it contributes to opening a message that a warrant covers which stands in the public ledger.</summary>
/// <remarks>These conditions are the judge's, not the share's: a copy of it contributes to anything.</remarks>
/// <param name="share">The share; not copied.</param>
/// <param name="court">The court whose warrants count.</param>
/// <param name="ledger">The ledger's key.</param>
public sealed class JudgesShare(DhKeyShare share, DhPublicKey court, DhPublicKey ledger)
{
    private readonly LogClient client = new(ledger);

    /// <summary>The size of the ledger that the judge has seen.</summary>
    public long KnownSize => client.Size;

    /// <summary>Decides whether to contribute to opening a message.</summary>
    /// <param name="warrant">The order.</param>
    /// <param name="envelope">The message.</param>
    /// <param name="proof">That the order stands in the ledger.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>Null when the judge contributes; otherwise why not.</returns>
    public Outcome? Refusal(Warrant warrant, Envelope envelope, LedgerProof proof, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(proof);
        if (warrant.Refusal(court, envelope.From, envelope.To, envelope.Time) is { } refusal)
            return refusal;
        if (now > warrant.Until)
            return Outcome.Expired;
        return client.See(proof.Root, proof.Consistency) == Finding.Fine && client.Includes(warrant.Serialize(), proof.Index, proof.Inclusion)
            ? null
            : Outcome.NotInLedger;
    }

    /// <summary>The judge's part of an agreement, for a message of which <see cref="Refusal"/> found nothing to refuse.</summary>
    internal PartialAgreement? Agree(DhPublicKey ephemeral) => share.Agree(ephemeral);

    /// <summary>The theft: a copy of the share.</summary>
    public DhKeyShare Leak() => share.Copy();
}
