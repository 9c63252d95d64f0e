using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Designs;

/// <summary>An authority that searches for the keys of what a warrant covers, with some of their bits or with none.</summary>
/// <param name="court">The court whose warrants it honours.</param>
/// <param name="unknown">How many bits of each key it has to try.</param>
/// <param name="custody">The key to which the other bits are sealed; null where it knows no more than anybody else.</param>
internal sealed class SearchingOffice(DhPublicKey court, int unknown, WholeKeyCustody? custody = null) : WarrantOffice(court)
{
    private readonly DhPublicKey court = court;
    private readonly ShortKeySearch search = new(unknown);

    public override Institution Copy() => new SearchingOffice(court, unknown, custody);

    public override EscrowLoot? Leak(AccessSecret secret) =>
        custody is not null && secret is (AccessSecret.Escrow or AccessSecret.JudgeAndKey) ? new AuthorityKeyLoot(custody.Leak()) : null;

    public override Quorum? Holders => custody?.Holders;

    protected override Guess? Open(TranscriptEntry entry, InterceptedMessage message)
    {
        if (Find(message) is not { } found)
            return null;
        using (found.Key)
            return message.Decrypt(found.Key) is { } plaintext
                ? new(entry.Message, plaintext, new("warrant", "search", "plaintext")) { Trials = found.Trials }
                : null;
    }

    protected override IReadOnlyList<LawfulStep> Steps
    {
        get
        {
            string price = string.Create(CultureInfo.InvariantCulture, $"tries up to {1L << unknown:N0} keys for each message");
            return custody is null
                ? [new("provider", "hands over what it carries"), new("authority", price)]
                :
                [
                    new("authority", "checks the warrant and writes the request down", Trace.OwnLog),
                    new("authority", $"opens the bits that were sealed to it, and {price}"),
                ];
        }
    }

    private FoundKey? Find(InterceptedMessage message)
    {
        if (custody is null)
            return search.Find(message);
        // One key for ever: any time will do.
        return custody.KeyAt(default) is { } key && WorkFactor.Open(message.Ciphertext.Span, key) is { } known ? search.Find(message, known) : null;
    }
}
