using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>An authority that can open nothing alone: it has one share of two, and the judge who has the other wants to see an entry in a public ledger first.</summary>
/// <remarks>
/// Every lawful opening leaves a trace that anybody can count. It is procedure and not mathematics all the same: both shares together open everything, without any entry.
/// In outline after the prospective half of Green, Kaptchuk and Van Laer, "Abuse Resistant Law Enforcement Access Systems" (EUROCRYPT 2021),
/// whose ledger entry is part of the key itself; that is not built here.
/// </remarks>
/// <param name="publicKey">The public key that senders seal to.</param>
/// <param name="share">The authority's share; not copied.</param>
/// <param name="judge">The judge's share.</param>
/// <param name="ledger">The public ledger.</param>
/// <param name="clock">The time, to which a warrant expires.</param>
public sealed class LedgerAuthority(DhPublicKey publicKey, DhKeyShare share, JudgesShare judge, WarrantLedger ledger, TimeProvider clock)
{
    /// <summary>Opens one intercepted message under a warrant that was entered into the ledger.</summary>
    /// <param name="warrant">The court's order.</param>
    /// <param name="entry">The index of its entry in the ledger.</param>
    /// <param name="envelope">The message as it was intercepted.</param>
    /// <param name="sender">The sender's identity key, from the directory.</param>
    /// <param name="recipient">The recipient's identity key, from the directory.</param>
    /// <param name="plaintext">The content; empty when the message was not opened.</param>
    /// <returns>Whether it was opened, and if not, why.</returns>
    public Outcome Open(Warrant warrant, long entry, Envelope envelope, DhPublicKey sender, DhPublicKey recipient, out byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        ArgumentNullException.ThrowIfNull(envelope);
        plaintext = [];
        // A ledger that is shorter than the judge has seen it proves nothing.
        if (entry < 0 || entry >= ledger.Count || ledger.Count < judge.KnownSize)
            return Outcome.NotInLedger;
        if (judge.Refusal(warrant, envelope, ledger.Prove(entry, judge.KnownSize), clock.GetUtcNow()) is { } refusal)
            return refusal;
        return InterceptedMessage.Parse(envelope, sender, recipient) is { } message
            ? message.Open(new Both(publicKey, share, judge), out plaintext)
            : Outcome.NotAMessage;
    }

    /// <summary>The theft: a copy of the authority's share.</summary>
    public DhKeyShare Leak() => share.Copy();

    private sealed class Both(DhPublicKey publicKey, DhKeyShare share, JudgesShare judge) : AuthorityKey(publicKey)
    {
        public override SharedSecret? Agree(DhPublicKey ephemeral) =>
            share.Agree(ephemeral) is { } own && judge.Agree(ephemeral) is { } theirs ? DhKeyShare.Combine([own, theirs]) : null;
    }
}
