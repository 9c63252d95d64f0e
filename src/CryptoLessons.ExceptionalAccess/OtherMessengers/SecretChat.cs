using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>One device's end of a secret chat: a key agreed between two devices, and another after every hundred messages.</summary>
/// <remarks>
/// As Telegram's secret chats have it in outline: no key is known to the provider, and a key is renewed by a new agreement whose
/// messages travel under the old one. Between two renewals all messages have the same key, so that a seizure opens back to the
/// last renewal: coarser than a ratchet, in which it opens nothing back. An old key is kept until the other is known to have the new one.
/// Messages must arrive in order. A message that comes twice, or comes back to its sender, is not found out here: the sequence
/// numbers by which Telegram finds it out are left away. Source: Telegram, "End-to-End Encryption, Secret Chats" and "Perfect Forward Secrecy".
/// </remarks>
public sealed class SecretChat
{
    /// <summary>After how many messages under one key a new one is offered.</summary>
    public const int RenewalAfter = 100;

    private readonly RandomSource random;
    private readonly SortedDictionary<uint, SecretChatKey> keys = [];
    private uint sending;
    private int uses;
    private DhKeyPair? offer;
    private DhPublicKey? answer;

    /// <summary>Begins with a key that two devices agreed on.</summary>
    /// <param name="first">The key; copied.</param>
    /// <param name="random">Where nonces and key halves come from.</param>
    public SecretChat(SecretChatKey first, RandomSource random)
        : this(new SecretChatState(new Dictionary<uint, SecretChatKey> { [0] = first }, 0, 0, null, null), random)
    {
    }

    /// <summary>Goes on from a state.</summary>
    /// <param name="state">The state; copied.</param>
    /// <param name="random">Where nonces and key halves come from.</param>
    public SecretChat(SecretChatState state, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(random);
        foreach (var (number, key) in state.Keys)
            keys.Add(number, key.Copy());
        (this.random, sending, uses, offer, answer) = (random, state.Sending, state.Uses, state.Offer?.Copy(), state.Answer);
    }

    /// <summary>The next message.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        uses++;
        // Whoever was offered a key does not offer another.
        if (uses > RenewalAfter && answer is null)
            offer ??= DhKeyPair.Generate(random);
        return SecretChatMessage.Write(sending, keys[sending], offer?.Public, answer, plaintext, random);
    }

    /// <summary>Opens the next message.</summary>
    /// <returns>Null when it is refused; nothing has changed then.</returns>
    public byte[]? Decrypt(ReadOnlyMemory<byte> message)
    {
        if (!SecretChatMessage.TryParse(message, out SecretChatMessage? parsed) || !keys.TryGetValue(parsed.Number, out SecretChatKey? key)
            || parsed.Open(key) is not { } plaintext)
            return null;
        if (parsed.Number == sending + 1)
            Use(parsed.Number);
        if (parsed.Number == sending)
            uses++;
        Renew(parsed);
        DropBefore(parsed.Number);
        return plaintext;
    }

    /// <summary>A copy of all that this end holds.</summary>
    public SecretChatState Snapshot() => new(keys.ToDictionary(entry => entry.Key, entry => entry.Value.Copy()), sending, uses, offer?.Copy(), answer);

    private void Renew(SecretChatMessage received)
    {
        if (received.Number != sending)
            return;
        if (offer is { } own && received.Answer is { } theirs && SecretChatKey.Agree(own, theirs) is { } agreed)
        {
            keys[sending + 1] = agreed;
            Use(sending + 1);
        }
        // Where both offered at once, the larger public key wins on both ends.
        else if (received.Offer is { } offered && answer is null && (offer is null || offer.Public.U.SequenceCompareTo(offered.U) < 0))
        {
            using var half = DhKeyPair.Generate(random);
            if (SecretChatKey.Agree(half, offered) is not { } next)
                return;
            offer?.Dispose();
            (offer, answer) = (null, half.Public);
            keys[sending + 1] = next;
        }
    }

    private void Use(uint number)
    {
        offer?.Dispose();
        (sending, uses, offer, answer) = (number, 0, null, null);
    }

    /// <summary>The other end sends under a key: it needs no older one any more, and neither does this end.</summary>
    private void DropBefore(uint number)
    {
        foreach (uint old in keys.Keys.Where(old => old < number).ToArray())
            if (keys.Remove(old, out SecretChatKey? gone))
                gone.Dispose();
    }
}
