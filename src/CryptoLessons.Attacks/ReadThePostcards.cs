using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Reads what has no envelope around it, and writes the like in anybody's name: it takes nothing but a place on the way.</summary>
public sealed class ReadThePostcards : IAttack<View>, IForgery<View>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var guesses = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in view.Transcript.Entries)
        {
            // One ciphertext in 256 begins like a postcard: a messenger that sends postcards sends nothing else.
            if (Postcard.Read(envelope.Message.Bytes.Span) is not { } text)
                return [];
            guesses.TryAdd(number, new(number, text, new("wire", "postcard", "plaintext")));
        }
        return [.. guesses.Values];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(View view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        CiphertextMessage card = new(CiphertextType.Plain, Postcard.Write(plaintext.Span));
        return [.. from entry in view.Transcript.InFlight
                   let forged = new Envelope(entry.Envelope.From, entry.Envelope.To, view.Transcript.Now, card)
                   select new ForgedEnvelope(Forged.Impersonate, forged, new("a postcard", "the name of its sender"))];
    }
}
