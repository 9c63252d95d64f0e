using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Designs;

/// <summary>A judge and an agency with one share each, and the public ledger between them.</summary>
internal sealed class LedgerInstitution : Institution
{
    private const int Parts = 2;

    private readonly DhPublicKey publicKey;
    private readonly PlayClock clock;
    private readonly WarrantLedger ledger;
    private readonly Dictionary<ReadOnlyMemory<byte>, long> entries = [];
    private readonly JudgesShare judge;
    private readonly LedgerAuthority authority;

    /// <param name="keyPair">The key that is split; the caller wipes it.</param>
    /// <param name="court">The court whose warrants count.</param>
    /// <param name="random">Where the shares and the ledger's signatures come from.</param>
    public LedgerInstitution(DhKeyPair keyPair, Court court, SeededRandom random)
    {
        (publicKey, clock) = (keyPair.Public, new());
        ledger = new(random, clock);
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(keyPair.Private, Parts, Parts, random);
        judge = new(shares[0], court.PublicKey, ledger.Key);
        authority = new(publicKey, shares[1], judge, ledger, clock);
    }

    public override void Advance(DateTimeOffset now) => clock.Now = now;

    // The ledger is the public's: a copy of the messenger has the same one.
    public override Institution Copy() => this;

    public override Quorum Holders { get; } = new(Parts, Parts);

    public override long? LedgerEntries => ledger.Count;

    /// <summary>The agency's share is the part that an agency can lose.</summary>
    public override EscrowLoot? Leak(AccessSecret secret) => secret switch
    {
        AccessSecret.Escrow or AccessSecret.OneShare or AccessSecret.OneShareTooFew => new KeyShareLoot(publicKey, [authority.Leak()]),
        AccessSecret.JudgeAndKey => new KeyShareLoot(publicKey, [judge.Leak(), authority.Leak()]),
        _ => null,
    };

    public override WarrantAnswer Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
    {
        if (!entries.TryGetValue(warrant.Signature, out long entry))
            entries.Add(warrant.Signature, entry = ledger.Enter(warrant));
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in intercepted)
            if (authority.Open(warrant, entry, envelope, identityKeys[envelope.From], identityKeys[envelope.To], out byte[] plaintext) == Outcome.Opened)
                opened.TryAdd(number, new(number, plaintext, new("warrant", "entry in the ledger", "judge and agency together", "plaintext")));
        return new(
            [.. opened.Values],
            [
                new("agency", "enters the warrant into the public ledger", Trace.PublicLog),
                new("judge", "looks for the entry, and contributes the judge's share to each message"),
                new("agency", "contributes its own share and opens each message"),
            ]);
    }
}
