using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>An attack that looks for the key of each message by itself: whoever finds it reads the message, and can write another in its slot.</summary>
/// <typeparam name="TView">What the adversary holds.</typeparam>
public abstract class MessageKeyAttack<TView> : IAttack<TView>, IForgery<TView>
    where TView : View
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(TView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (search, guesses) = (Search(view), new Dictionary<int, Guess>());
        foreach (TranscriptEntry entry in view.Transcript.Entries)
            if (!guesses.ContainsKey(entry.Message) && Find(view, search, entry) is { } found)
            {
                guesses.Add(entry.Message, new(entry.Message, found.Plaintext, found.How.Then("plaintext")) { Trials = found.How.Trials });
                found.Key.Dispose();
            }
        return [.. guesses.Values];
    }

    /// <summary>Writes other content into the slots of the messages in flight.</summary>
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(TView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (search, forged) = (Search(view), new List<ForgedEnvelope>());
        foreach (TranscriptEntry entry in view.Transcript.InFlight)
            if (Find(view, search, entry) is { } found)
            {
                forged.Add(new(Forged.Slot, found.Message.Replace(found.Key, plaintext.Span), found.How.Then("another message in its slot")));
                found.Key.Dispose();
            }
        return forged;
    }

    /// <summary>Begins to look for keys.</summary>
    /// <returns>What gives the keys that the adversary can try on a message, each with how it was come by.</returns>
    protected abstract KeySearch Search(TView view);

    private static (InterceptedMessage Message, MessageKey Key, byte[] Plaintext, Derivation How)? Find(TView view, KeySearch search, TranscriptEntry entry)
    {
        if (view.Transcript.Parse(entry) is not { } message)
            return null;
        foreach (var (key, how) in search(entry, message))
        {
            if (message.Decrypt(key) is { } plaintext)
                return (message, key, plaintext, how);
            key.Dispose();
        }
        return null;
    }
}
