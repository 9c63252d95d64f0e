using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Designs;

/// <summary>One or several authorities to whose keys everybody's phone seals.</summary>
/// <param name="court">The court whose warrants they honour.</param>
/// <param name="custodies">How each authority keeps its key.</param>
/// <param name="leak">What a theft finds in the custodies; null for a secret that they do not have.</param>
internal sealed class Agency(
    DhPublicKey court, IReadOnlyList<KeyCustody> custodies, Func<AccessSecret, IReadOnlyList<KeyCustody>, EscrowLoot?> leak) : Institution
{
    private readonly Authority[] authorities = [.. custodies.Select(custody => new Authority(custody, court))];

    public override void Advance(DateTimeOffset now)
    {
        foreach (KeyCustody custody in custodies)
            custody.Advance(now);
    }

    public override Institution Copy() => new Agency(court, [.. custodies.Select(custody => custody.Copy())], leak);

    public override EscrowLoot? Leak(AccessSecret secret) => leak(secret, custodies);

    /// <summary>The first authority is the one that is asked: the others could do the same.</summary>
    public override IReadOnlyList<Guess> Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
    {
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in intercepted)
            if (authorities[0].Open(warrant, envelope, identityKeys[envelope.From], identityKeys[envelope.To], out byte[] plaintext) == Outcome.Opened)
                opened.TryAdd(number, new(number, plaintext, new("warrant", "authority", "plaintext")));
        return [.. opened.Values];
    }
}
