using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Opens many messages with one authority's private key: what <see cref="InterceptedMessage.Open"/> does to each, with all agreements at once.</summary>
/// <remarks>The agreement is most of the work, and processors do several at a time. Whoever opens on several threads takes one of these for each.</remarks>
/// <param name="authority">The authority's key pair.</param>
public sealed class BulkOpening(DhKeyPair authority)
{
    /// <summary>How many messages are worth being opened together: many lanes' fill, and few enough to stay in a processor's cache.</summary>
    public const int BatchSize = 256;

    private const int MessageKeySize = MessageKeyEscrow.Size - SealedKey.Overhead;

    private readonly List<SealedField> fields = [];
    private byte[] ephemerals = new byte[BatchSize * DhPublicKey.Size];
    private byte[] agreed = new byte[BatchSize * DhPublicKey.Size];

    /// <summary>Opens messages, each with whatever kind of key its fields hold.</summary>
    /// <param name="messages">Any number; null for what is no message of the protocol.</param>
    /// <param name="results">As many: what came of each, the same whatever stands beside it.</param>
    /// <exception cref="ArgumentException"><paramref name="results"/> has another length.</exception>
    public void Open(ReadOnlySpan<InterceptedMessage?> messages, Span<OpenedMessage> results)
    {
        if (messages.Length != results.Length)
            throw new ArgumentException($"{messages.Length} messages give no {results.Length} results.", nameof(results));
        fields.Clear();
        for (int i = 0; i < messages.Length; i++)
            if (messages[i] is { } message)
                Gather(i, message.Ciphertext);
        Agree();
        int next = 0;
        for (int i = 0; i < messages.Length; i++)
        {
            int first = next;
            while (next < fields.Count && fields[next].Message == i)
                next++;
            results[i] = messages[i] is { } message ? Open(message, first, next) : new(Outcome.NotAMessage, false, default);
        }
        CryptographicOperations.ZeroMemory(agreed);
    }

    /// <summary>Every field of a message that may hold a key of either kind.</summary>
    private void Gather(int message, ReadOnlyMemory<byte> ciphertext)
    {
        var reader = new WireReader(ciphertext.Span[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (EscrowField.Number, WireType.Bytes) && field.Bytes.Length is MessageKeyEscrow.Size or ContentKeyEscrow.Size)
                fields.Add(new(message, ciphertext[(field.End - field.Bytes.Length)..field.End]));
    }

    private void Agree()
    {
        int size = fields.Count * DhPublicKey.Size;
        if (size > ephemerals.Length)
            (ephemerals, agreed) = (new byte[size], new byte[size]);
        for (int i = 0; i < fields.Count; i++)
            fields[i].Sealed.Span[..DhPublicKey.Size].CopyTo(ephemerals.AsSpan(i * DhPublicKey.Size));
        X25519.Agree(authority.Private, ephemerals.AsSpan(0, size), agreed.AsSpan(0, size));
    }

    /// <summary>Opens a message with the fields from <paramref name="first"/> to before <paramref name="end"/>: message keys first, as they can be checked.</summary>
    private OpenedMessage Open(InterceptedMessage message, int first, int end)
    {
        Span<byte> key = stackalloc byte[ContentKey.Size];
        OpenedMessage opened = OpenWithMessageKeys(message, first, end, key[..MessageKeySize]);
        if (opened.Outcome == Outcome.NoKey)
            opened = OpenWithContentKey(message, first, end, key);
        CryptographicOperations.ZeroMemory(key);
        return opened;
    }

    private OpenedMessage OpenWithMessageKeys(InterceptedMessage message, int first, int end, Span<byte> key)
    {
        var outcome = Outcome.NoKey;
        for (int i = first; i < end; i++)
            if (TryUnwrap(i, key))
            {
                using var mk = new MessageKey(key);
                if (message.Decrypt(mk) is { } plaintext)
                    return new(Outcome.Opened, true, plaintext);
                // A sender may have put other keys beside the message's own.
                outcome = Outcome.WrongKey;
            }
        return new(outcome, false, default);
    }

    private OpenedMessage OpenWithContentKey(InterceptedMessage message, int first, int end, Span<byte> key)
    {
        while (first < end && !TryUnwrap(first, key))
            first++;
        if (first == end)
            return new(Outcome.NoKey, false, default);
        using var content = new ContentKey(key);
        return message.Decrypt(content) is { } plaintext ? new(Outcome.Opened, false, plaintext) : new(Outcome.WrongKey, false, default);
    }

    private bool TryUnwrap(int field, Span<byte> key)
    {
        ReadOnlySpan<byte> value = fields[field].Sealed.Span, secret = agreed.AsSpan(field * DhPublicKey.Size, DhPublicKey.Size);
        // All zero: a low-order ephemeral key, with which there is no agreement.
        return value.Length == key.Length + SealedKey.Overhead && secret.ContainsAnyExcept((byte)0)
            && SealedKey.TryUnwrap(value, secret, authority.Public, key);
    }

    private readonly record struct SealedField(int Message, ReadOnlyMemory<byte> Sealed);
}
