using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Designs;

/// <summary>One or several authorities to whose keys everybody's phone seals.</summary>
/// <typeparam name="TCustody">How they keep their keys.</typeparam>
/// <param name="court">The court whose warrants they honour.</param>
/// <param name="custodies">Each authority's key.</param>
/// <param name="leak">What a theft finds in the custodies; null for a secret that they do not have.</param>
internal sealed class Agency<TCustody>(
    DhPublicKey court, IReadOnlyList<TCustody> custodies, Func<AccessSecret, IReadOnlyList<TCustody>, EscrowLoot?> leak) : Institution
    where TCustody : KeyCustody
{
    // Any of several could be asked: one is enough.
    private readonly Authority authority = new(custodies[0], court);

    public override void Advance(DateTimeOffset now)
    {
        foreach (TCustody custody in custodies)
            custody.Advance(now);
    }

    public override Institution Copy() => new Agency<TCustody>(court, [.. custodies.Select(custody => (TCustody)custody.Copy())], leak);

    public override Quorum Holders => custodies.Count == 1 ? custodies[0].Holders : new(1, custodies.Count);

    public override EscrowLoot? Leak(AccessSecret secret) => leak(secret, custodies);

    public override WarrantAnswer Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
    {
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in intercepted)
            if (authority.Open(warrant, envelope, identityKeys[envelope.From], identityKeys[envelope.To], out byte[] plaintext) == Outcome.Opened)
                opened.TryAdd(number, new(number, plaintext, new("warrant", "authority", "plaintext")));
        return new([.. opened.Values], [.. Asked()]);
    }

    /// <summary>Each holder of a part writes nothing down by itself; the office that asks them does.</summary>
    private IEnumerable<LawfulStep> Asked()
    {
        yield return new("authority", "checks the warrant and writes the request down", Trace.OwnLog);
        int needed = custodies[0].Holders.Needed;
        for (int holder = 1; needed > 1 && holder <= needed; holder++)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"agency {holder}"), "contributes its share");
        yield return new("authority", "opens each message");
    }
}
