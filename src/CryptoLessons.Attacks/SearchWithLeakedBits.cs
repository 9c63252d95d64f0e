using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>Opens with the authority's key the bits that every client sealed to it, and tries the rest of each message's key.</summary>
/// <param name="reach">How many bits of a key this adversary can afford to try for a message.</param>
public sealed class SearchWithLeakedBits(int reach = ShortKeySearch.DefaultReach) : MessageKeyAttack<EscrowLeakView>
{
    private readonly ShortKeySearch search = new(reach);

    /// <inheritdoc/>
    protected override KeySearch Search(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var leaked = new LeakedKeys(view.Escrow, view.Transcript);
        return (entry, message) => Search(leaked, entry, message);
    }

    private IEnumerable<(MessageKey Key, Derivation How)> Search(LeakedKeys leaked, TranscriptEntry entry, InterceptedMessage message)
    {
        string field = string.Create(CultureInfo.InvariantCulture, $"field {EscrowField.Number} of message {entry.Message}");
        foreach (var (authority, how) in leaked.At(entry.Envelope.Time))
            if (WorkFactor.Open(message.Ciphertext.Span, authority) is { } known && search.Find(message, known) is { } found)
                yield return (found.Key, SearchShortKeys.How(how.Then(field).Then(FormattableString.Invariant($"{known.Bits} bits")), found));
    }
}
