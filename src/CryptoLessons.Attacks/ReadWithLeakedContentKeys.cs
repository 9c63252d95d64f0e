using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Attacks;

/// <summary>Opens with the authority's key the content keys that every client sealed to it, reads, and tries to write without the MAC key.</summary>
public sealed class ReadWithLeakedContentKeys : IAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (leaked, guesses) = (new LeakedKeys(view.Escrow, view.Transcript), new Dictionary<int, Guess>());
        foreach (TranscriptEntry entry in view.Transcript.Entries)
            if (!guesses.ContainsKey(entry.Message) && Open(view, leaked, entry) is var (message, key, how))
                using (key)
                    if (message.Decrypt(key) is { } plaintext)
                        guesses.Add(entry.Message, new(entry.Message, plaintext, how.Then("plaintext")));
        return [.. guesses.Values];
    }

    /// <summary>Writes other content into the messages in flight, under the MAC of the old: there is no key for a new one.</summary>
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (leaked, forged) = (new LeakedKeys(view.Escrow, view.Transcript), new List<ForgedEnvelope>());
        foreach (TranscriptEntry entry in view.Transcript.InFlight)
            if (Open(view, leaked, entry) is var (message, key, how))
                using (key)
                    forged.Add(new(Forged.Slot, message.Replace(key, plaintext.Span), how.Then("other content under the old MAC")));
        return forged;
    }

    private static (InterceptedMessage Message, ContentKey Key, Derivation How)? Open(EscrowLeakView view, LeakedKeys leaked, TranscriptEntry entry)
    {
        if (view.Transcript.Parse(entry) is not { } message)
            return null;
        string field = string.Create(CultureInfo.InvariantCulture, $"field {EscrowField.Number} of message {entry.Message}");
        foreach (var (authority, how) in leaked.At(entry.Envelope.Time))
            if (ContentKeyEscrow.Open(message.Ciphertext.Span, authority) is { } key)
                return (message, key, how.Then(field).Then("content key"));
        return null;
    }
}
