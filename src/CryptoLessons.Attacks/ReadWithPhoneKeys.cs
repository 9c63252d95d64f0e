using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Attacks;

/// <summary>Reads with keys that do not change from message to message: the key between a phone and its provider, and the keys of secret chats.</summary>
public sealed class ReadWithPhoneKeys : IAttack<SessionSeizureView>, IForgery<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(SessionSeizureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var guesses = new Dictionary<int, Guess>();
        foreach (SessionLoot loot in view.Sessions)
        {
            Channels(loot).Read(view.Transcript, guesses);
            ReadSecretChats(loot, view.Transcript, guesses);
        }
        return [.. guesses.Values];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(SessionSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Sessions.SelectMany(loot => Channels(loot).Forge(view.Transcript, plaintext).Concat(ForgeInSecretChats(loot, view.Transcript, plaintext)))];
    }

    private static StolenChannels Channels(SessionLoot loot)
    {
        var keys = new Dictionary<string, ChannelKey>();
        if (loot.Channel is { } channel)
            keys.Add(loot.Owner, channel);
        return new(keys, new($"phone of {loot.Owner}"));
    }

    /// <summary>Every message under a key that the phone still had, sent before or after: until the two renewed it.</summary>
    private static void ReadSecretChats(SessionLoot loot, Transcript transcript, Dictionary<int, Guess> guesses)
    {
        foreach (var (number, envelope) in transcript.Entries)
            if (!guesses.ContainsKey(number) && Chat(loot, envelope) is { } chat
                && SecretChatMessage.TryParse(envelope.Message.Bytes, out SecretChatMessage? message)
                && chat.Keys.TryGetValue(message.Number, out SecretChatKey? key) && message.Open(key) is { } opened)
                guesses.Add(number, new(number, opened, new($"phone of {loot.Owner}", $"key {message.Number} of a secret chat", "plaintext")));
    }

    private static IEnumerable<ForgedEnvelope> ForgeInSecretChats(SessionLoot loot, Transcript transcript, ReadOnlyMemory<byte> plaintext)
    {
        foreach (var (peer, state) in loot.SecretChats)
        {
            byte[] message = new SecretChat(state, ThiefRandom.New()).Encrypt(plaintext.Span);
            foreach (var (from, to) in ((string, string)[])[(loot.Owner, peer), (peer, loot.Owner)])
                yield return new(
                    Forged.Hijack,
                    new(from, to, transcript.Now, new(Protocol.Sessions.CiphertextType.Plain, message)),
                    new($"phone of {loot.Owner}", $"key {state.Sending} of a secret chat", "a message of either side"));
        }
    }

    private static SecretChatState? Chat(SessionLoot loot, Protocol.Sessions.Envelope envelope) =>
        envelope.From == loot.Owner ? loot.SecretChats.GetValueOrDefault(envelope.To)
        : envelope.To == loot.Owner ? loot.SecretChats.GetValueOrDefault(envelope.From)
        : null;
}
