using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>What a thief does with keys between phones and provider: reads both legs of every message, and writes to and from their owners.</summary>
/// <param name="keys">The stolen keys, by the phone's owner.</param>
/// <param name="from">Where they were stolen.</param>
internal sealed class StolenChannels(IReadOnlyDictionary<string, ChannelKey> keys, Derivation from)
{
    /// <summary>Reads what is on the record, and adds it to <paramref name="guesses"/>.</summary>
    public void Read(Transcript transcript, Dictionary<int, Guess> guesses)
    {
        foreach (var (number, envelope) in transcript.Entries)
            if (!guesses.ContainsKey(number) && (FromPhone(envelope) ?? ToPhone(envelope)) is var (owner, content))
                guesses.Add(number, new(number, content, from.Then($"key between {owner} and the provider").Then("plaintext")));
    }

    /// <summary>Messages to the owners of the keys, in the name of whoever wrote to them before.</summary>
    public IEnumerable<ForgedEnvelope> Forge(Transcript transcript, ReadOnlyMemory<byte> plaintext)
    {
        SeededRandom random = ThiefRandom.New();
        foreach (var (sender, owner) in transcript.Entries.Select(entry => (entry.Envelope.From, entry.Envelope.To)).Distinct())
            if (keys.TryGetValue(owner, out ChannelKey? key))
                yield return new(
                    Forged.Impersonate,
                    new(sender, owner, transcript.Now, new(CiphertextType.Plain, key.Seal(sender, owner, plaintext.Span, random))),
                    from.Then($"key between {owner} and the provider").Then("a message in anybody's name"));
    }

    private (string Owner, ReadOnlyMemory<byte> Content)? FromPhone(Envelope envelope) =>
        Open(envelope, envelope.From) is { } opened && Letter.TryParse(opened, out Letter? letter) ? (envelope.From, letter.Content) : null;

    private (string Owner, ReadOnlyMemory<byte> Content)? ToPhone(Envelope envelope) =>
        Open(envelope, envelope.To) is { } opened ? (envelope.To, opened) : null;

    private byte[]? Open(Envelope envelope, string owner) =>
        keys.GetValueOrDefault(owner)?.Open(envelope.From, envelope.To, envelope.Message.Bytes.Span);
}
