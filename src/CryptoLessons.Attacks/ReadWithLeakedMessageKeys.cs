using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>Opens with the authority's key the message keys that every client sealed to it: one key, and every message of everybody.</summary>
public sealed class ReadWithLeakedMessageKeys : MessageKeyAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    protected override KeySearch Search(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var leaked = new LeakedKeys(view.Escrow, view.Transcript);
        return (entry, message) => Open(leaked, entry, message);
    }

    private static IEnumerable<(MessageKey Key, Derivation How)> Open(LeakedKeys leaked, TranscriptEntry entry, InterceptedMessage message)
    {
        string field = string.Create(CultureInfo.InvariantCulture, $"field {EscrowField.Number} of message {entry.Message}");
        foreach (var (authority, how) in leaked.At(entry.Envelope.Time))
            if (MessageKeyEscrow.Open(message.Ciphertext.Span, authority) is { } key)
                yield return (key, how.Then(field).Then("message key"));
    }
}
