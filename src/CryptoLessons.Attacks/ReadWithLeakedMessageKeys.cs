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
        if (MessageKeyEscrow.Open(message.Ciphertext.Span, view.Escrow.AuthorityKey) is { } key)
            yield return (key, new("authority key", string.Create(
                CultureInfo.InvariantCulture, $"field {EscrowField.Number} of message {entry.Message}"), "message key"));
    }
}
