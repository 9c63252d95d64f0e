using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Designs;

/// <summary>An authority that has some of the private keys to which messages are sealed, and opens what was sealed to those.</summary>
/// <param name="court">The court whose warrants it honours.</param>
/// <param name="known">The keys that it has.</param>
internal sealed class TranslucentOffice(DhPublicKey court, IReadOnlyList<DhKeyPair> known) : WarrantOffice(court)
{
    private readonly DhPublicKey court = court;

    public override Institution Copy() => new TranslucentOffice(court, known);

    public override EscrowLoot? Leak(AccessSecret secret) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new AuthorityKeysLoot([.. known.Select(key => key.Copy())]) : null;

    public override Quorum? Holders => Quorum.One;

    protected override Guess? Open(TranscriptEntry entry, InterceptedMessage message)
    {
        foreach (DhKeyPair key in known)
            if (message.Open(key, out byte[] plaintext) == Outcome.Opened)
                return new(entry.Message, plaintext, new("warrant", "one of the authority's keys", "plaintext"));
        return null;
    }

    protected override IReadOnlyList<LawfulStep> Steps =>
        [new("authority", "checks the warrant and writes the request down", Trace.OwnLog), new("authority", "opens the messages whose key it has")];
}
