using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>Opens with the authority's key the message keys that every client sealed to it: one key, and every message of everybody.</summary>
public sealed class ReadWithLeakedMessageKeys : MessageKeyAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    protected override IEnumerable<(MessageKey Key, Derivation How)> Candidates(EscrowLeakView view, TranscriptEntry entry, InterceptedMessage message)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(message);
        string field = string.Create(CultureInfo.InvariantCulture, $"field {EscrowField.Number} of message {entry.Message}");
        foreach (var (authority, how) in LeakedKeys.At(view.Escrow, entry.Envelope.Time))
            if (MessageKeyEscrow.Open(message.Ciphertext.Span, authority) is { } key)
                yield return (key, how.Then(field).Then("message key"));
    }
}
