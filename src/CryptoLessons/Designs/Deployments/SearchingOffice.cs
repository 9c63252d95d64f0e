using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>An authority that searches for the keys of what a warrant covers, with some of their bits or with none.</summary>
/// <param name="court">The court whose warrants it honours.</param>
/// <param name="unknown">How many bits of each key it has to try.</param>
/// <param name="custody">The key to which the other bits are sealed; null where it knows no more than anybody else.</param>
internal sealed class SearchingOffice(DhPublicKey court, int unknown, WholeKeyCustody? custody = null) : Institution
{
    private readonly ShortKeySearch search = new(unknown);
    private Warrant? recognised;

    public override Institution Copy() => new SearchingOffice(court, unknown, custody);

    public override EscrowLoot? Leak(AccessSecret secret) =>
        custody is not null && secret is (AccessSecret.Escrow or AccessSecret.JudgeAndKey) ? new AuthorityKeyLoot(custody.Leak()) : null;

    public override Quorum? Holders => custody?.Holders;

    public override WarrantAnswer Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
    {
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in intercepted)
            if (Covers(warrant, envelope) && InterceptedMessage.Parse(envelope, identityKeys[envelope.From], identityKeys[envelope.To]) is { } message
                && Find(message, envelope) is { } found)
                using (found.Key)
                    if (message.Decrypt(found.Key) is { } plaintext)
                        opened.TryAdd(number, new(number, plaintext, new("warrant", "search", "plaintext")) { Trials = found.Trials });
        return new([.. opened.Values], Steps);
    }

    private FoundKey? Find(InterceptedMessage message, Envelope envelope)
    {
        if (custody is null)
            return search.Find(message);
        return custody.KeyAt(envelope.Time) is { } key && WorkFactor.Open(message.Ciphertext.Span, key) is { } known ? search.Find(message, known) : null;
    }

    /// <summary>One warrant comes with thousands of messages: its signature is checked when it is first shown.</summary>
    private bool Covers(Warrant warrant, Envelope envelope)
    {
        if (!ReferenceEquals(warrant, recognised) && warrant.IsSignedBy(court))
            recognised = warrant;
        return ReferenceEquals(warrant, recognised) && warrant.Names(envelope.From, envelope.To) && warrant.CoversTime(envelope.Time);
    }

    private IReadOnlyList<LawfulStep> Steps
    {
        get
        {
            string price = string.Create(CultureInfo.InvariantCulture, $"for each message tries up to {1L << unknown:N0} keys");
            return custody is null
                ? [new("provider", "hands over what it carries"), new("authority", price)]
                : [new("authority", "checks the warrant and writes the request down", Trace.OwnLog), new("authority", $"opens the bits that it holds, and {price}")];
        }
    }
}
