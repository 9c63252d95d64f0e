using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The holder of the escrow's private key: opens one message at a time under a court's warrant, and writes each request down.</summary>
/// <remarks>
/// What this class refuses, it refuses by procedure. The key itself knows no warrants: whoever has a copy of it opens everything,
/// asks nobody, and appears in no log.
/// </remarks>
public sealed class Authority
{
    private readonly DhPublicKey court;
    private readonly List<LogEntry> log = [];
    private Warrant? recognised;

    /// <summary>An authority that keeps its key in some way.</summary>
    /// <param name="custody">How the key is kept.</param>
    /// <param name="court">The court whose warrants are honoured.</param>
    public Authority(KeyCustody custody, DhPublicKey court)
    {
        ArgumentNullException.ThrowIfNull(custody);
        ArgumentNullException.ThrowIfNull(court);
        (Custody, this.court) = (custody, court);
    }

    /// <summary>How the key is kept.</summary>
    public KeyCustody Custody { get; }

    /// <summary>Every request so far, opened or refused, in order.</summary>
    public IReadOnlyList<LogEntry> Log => log;

    /// <summary>Opens one intercepted message under a warrant.</summary>
    /// <param name="warrant">The court's order.</param>
    /// <param name="envelope">The message as it was intercepted.</param>
    /// <param name="sender">The sender's identity key, from the directory.</param>
    /// <param name="recipient">The recipient's identity key, from the directory.</param>
    /// <param name="plaintext">The content; empty when the message was not opened.</param>
    /// <returns>Whether it was opened, and if not, why; the log has it too.</returns>
    public Outcome Open(Warrant warrant, Envelope envelope, DhPublicKey sender, DhPublicKey recipient, out byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        ArgumentNullException.ThrowIfNull(envelope);
        Outcome outcome = Decide(warrant, envelope, sender, recipient, out plaintext);
        log.Add(new(warrant.Target, envelope.From, envelope.To, envelope.Time, outcome));
        return outcome;
    }

    private Outcome Decide(Warrant warrant, Envelope envelope, DhPublicKey sender, DhPublicKey recipient, out byte[] plaintext)
    {
        plaintext = [];
        if (!Recognises(warrant))
            return Outcome.NotSigned;
        if (warrant.Refusal(envelope.From, envelope.To, envelope.Time) is { } refusal)
            return refusal;
        if (Custody.KeyAt(envelope.Time) is not { } key)
            return Outcome.KeyGone;
        return InterceptedMessage.Parse(envelope, sender, recipient) is { } message ? message.Open(key, out plaintext) : Outcome.NotAMessage;
    }

    /// <summary>One warrant comes with thousands of messages: its signature is checked when it is first shown, and its words cannot change.</summary>
    private bool Recognises(Warrant warrant)
    {
        if (!ReferenceEquals(warrant, recognised) && warrant.IsSignedBy(court))
            recognised = warrant;
        return ReferenceEquals(warrant, recognised);
    }
}
