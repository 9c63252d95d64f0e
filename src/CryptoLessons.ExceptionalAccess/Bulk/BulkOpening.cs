using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Opens many messages with an authority's private key: what <see cref="InterceptedMessage.Open"/> does to each, step by step.</summary>
/// <remarks>
/// Agreements and hashes are most of the work, and processors do several at a time. Whoever opens on several threads takes one of these
/// for each.
/// </remarks>
/// <param name="authority">The authority's key pair.</param>
public sealed class BulkOpening(DhKeyPair authority)
{
    /// <summary>How many messages are worth being opened together: many lanes' fill, and few enough to stay in a processor's cache.</summary>
    public const int BatchSize = 256;

    private readonly List<SealedField> fields = [];
    private readonly BulkKeys keys = new(authority.Public);
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
                Gather(i, message);
        int size = Agree();
        keys.Open(fields, agreed.AsSpan(0, size));
        int next = 0;
        for (int i = 0; i < messages.Length; i++)
        {
            int first = next;
            while (next < fields.Count && fields[next].Index == i)
                next++;
            results[i] = messages[i] is { } message ? Open(message, first, next) : new(Outcome.NotAMessage, false, default);
        }
        CryptographicOperations.ZeroMemory(agreed.AsSpan(0, size));
        keys.Wipe();
    }

    /// <summary>Every field of a message that may hold a key of either kind.</summary>
    private void Gather(int index, InterceptedMessage message)
    {
        ReadOnlyMemory<byte> ciphertext = message.Ciphertext;
        var reader = new WireReader(ciphertext.Span[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (EscrowField.Number, WireType.Bytes)
                && field.Bytes.Length is MessageKeyEscrow.Size or ContentKeyEscrow.Size)
                fields.Add(new(index, message, ciphertext[(field.End - field.Bytes.Length)..field.End]));
    }

    private int Agree()
    {
        int size = fields.Count * DhPublicKey.Size;
        if (size > ephemerals.Length)
            (ephemerals, agreed) = (new byte[size], new byte[size]);
        for (int i = 0; i < fields.Count; i++)
            fields[i].Value.Span[..DhPublicKey.Size].CopyTo(ephemerals.AsSpan(i * DhPublicKey.Size));
        X25519.Agree(authority.Private, ephemerals.AsSpan(0, size), agreed.AsSpan(0, size));
        return size;
    }

    /// <summary>Opens a message with the fields from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <remarks>Message keys come first, as they can be checked.</remarks>
    private OpenedMessage Open(InterceptedMessage message, int first, int end)
    {
        var outcome = Outcome.NoKey;
        for (int i = first; i < end; i++)
            if (keys[i] == BulkKey.Authentic && Decrypt(message, i) is { } plaintext)
                return new(Outcome.Opened, true, plaintext);
            else if (keys[i] is BulkKey.Authentic or BulkKey.AnotherMessages)
                // A sender may have put other keys beside the message's own.
                outcome = Outcome.WrongKey;
        if (outcome == Outcome.NoKey)
            for (int i = first; i < end; i++)
                if (keys[i] == BulkKey.Content)
                    return Decrypt(message, i) is { } plaintext ? new(Outcome.Opened, false, plaintext) : new(Outcome.WrongKey, false, default);
        return new(outcome, false, default);
    }

    private byte[]? Decrypt(InterceptedMessage message, int field) =>
        message.TryBody(out ReadOnlySpan<byte> body) ? ContentKey.Decrypt(keys.KeyIn(field), body) : null;
}
