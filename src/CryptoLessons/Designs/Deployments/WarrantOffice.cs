using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>An authority that opens, message by message, what a warrant covers.</summary>
/// <param name="court">The court whose warrants it honours.</param>
internal abstract class WarrantOffice(DhPublicKey court) : Institution
{
    private Warrant? recognised;

    public override WarrantAnswer Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
    {
        var opened = new Dictionary<int, Guess>();
        foreach (TranscriptEntry entry in intercepted)
            if (Covers(warrant, entry.Envelope)
                && InterceptedMessage.Parse(entry.Envelope, identityKeys[entry.Envelope.From], identityKeys[entry.Envelope.To]) is { } message
                && Open(entry, message) is { } guess)
                opened.TryAdd(entry.Message, guess);
        return new([.. opened.Values], Steps);
    }

    /// <summary>What it does with one message; null when it cannot open it.</summary>
    protected abstract Guess? Open(TranscriptEntry entry, InterceptedMessage message);

    /// <summary>Who has to do what.</summary>
    protected abstract IReadOnlyList<LawfulStep> Steps { get; }

    /// <summary>One warrant comes with thousands of messages: its signature is checked when it is first shown.</summary>
    private bool Covers(Warrant warrant, Envelope envelope)
    {
        if (!ReferenceEquals(warrant, recognised) && warrant.IsSignedBy(court))
            recognised = warrant;
        return ReferenceEquals(warrant, recognised) && warrant.Names(envelope.From, envelope.To) && warrant.CoversTime(envelope.Time);
    }
}
