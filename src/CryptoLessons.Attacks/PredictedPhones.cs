using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Reads along on everybody's phones whose random generator is known: each is built once more, and does what the phone does.</summary>
/// <param name="search">Looks for the generators.</param>
/// <param name="profile">What of Signal's protocol the phones speak.</param>
/// <param name="identityKeys">Everybody's identity key, from the directory.</param>
public sealed class PredictedPhones(GeneratorSearch search, Profile profile, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
{
    private readonly Dictionary<string, (TwinPhone Twin, FoundGenerator Found)> twins = [];
    private readonly HashSet<int> told = [];
    private readonly HashSet<(DhPublicKey RatchetKey, uint Index)> slots = [];
    private readonly Dictionary<string, List<(TranscriptEntry Entry, InterceptedMessage Message)>> unread = [];

    /// <summary>Takes the next envelope of the record.</summary>
    /// <param name="entry">The envelope.</param>
    /// <param name="handedOut">The bundles that the directory has handed out by now.</param>
    /// <returns>What can be read now that could not be read before: this message, and earlier ones if it gave a generator away.</returns>
    public IReadOnlyList<Guess> Hear(TranscriptEntry entry, IReadOnlyList<PreKeyBundle> handedOut)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(handedOut);
        var (from, to) = (entry.Envelope.From, entry.Envelope.To);
        if (!identityKeys.TryGetValue(from, out DhPublicKey? sender) || !identityKeys.TryGetValue(to, out DhPublicKey? recipient)
            || InterceptedMessage.Parse(entry.Envelope, sender, recipient) is not { } message
            // A twin that followed a message twice would be ahead of its phone.
            || !slots.Add((message.Header.Dh, message.Header.N)))
            return [];
        var guesses = new List<Guess>();
        foreach (string person in (string[])[from, to])
            if (twins.TryGetValue(person, out var known))
                Follow(known, entry, message, handedOut, guesses);
            else
                Unread(person).Add((entry, message));
        if (!twins.ContainsKey(from) && search.Hear(from, sender, message) is { } found)
        {
            var begun = (new TwinPhone(from, found.Generator.Copy(), profile), found);
            twins.Add(from, begun);
            unread.Remove(from, out var earlier);
            foreach (var (each, read) in earlier!)
                Follow(begun, each, read, handedOut, guesses);
        }
        return guesses;
    }

    private void Follow(
        (TwinPhone Twin, FoundGenerator Found) known,
        TranscriptEntry entry,
        InterceptedMessage message,
        IReadOnlyList<PreKeyBundle> handedOut,
        List<Guess> guesses)
    {
        if (known.Twin.Follow(entry.Envelope, message, identityKeys[entry.Envelope.To], handedOut) is { } plaintext && told.Add(entry.Message))
            guesses.Add(new(entry.Message, plaintext, known.Found.How.Then("the phone built once more").Then("plaintext"))
            {
                Trials = known.Found.Trials,
            });
    }

    private List<(TranscriptEntry Entry, InterceptedMessage Message)> Unread(string person)
    {
        if (!unread.TryGetValue(person, out var messages))
            unread.Add(person, messages = []);
        return messages;
    }
}
