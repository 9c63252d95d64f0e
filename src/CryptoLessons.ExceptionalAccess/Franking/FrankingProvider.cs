using System.Security.Cryptography;
using System.Text;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>The provider's part in message franking: tags what it carries without reading it, and knows its tags again.</summary>
/// <remarks>
/// It keeps nothing but one key. A tag convinces the provider alone: whoever has the key can make one for words that were never said,
/// so that senders can deny towards everybody else what they could deny before.
/// </remarks>
/// <param name="random">Where its key comes from.</param>
public sealed class FrankingProvider(RandomSource random)
{
    private readonly FrankingKey key = FrankingKey.Generate(random);

    /// <summary>The tag over a message's commitment and over who writes to whom, when; the recipient gets it beside the message.</summary>
    /// <returns>32 bytes; null when the message carries no commitment.</returns>
    public byte[]? Tag(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return MessageFranking.CommitmentOf(envelope.Message) is { } commitment ? Tag(envelope.From, envelope.To, envelope.Time, commitment) : null;
    }

    /// <summary>Whether the message that a report shows is one that this provider carried, from that sender to that recipient at that time.</summary>
    public bool Verify(RecipientReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return CryptographicOperations.FixedTimeEquals(report.Tag.Span, Tag(report.From, report.To, report.Time, report.Said.Commitment()));
    }

    private byte[] Tag(string from, string to, DateTimeOffset time, ReadOnlySpan<byte> commitment)
    {
        byte[] signed = new WireWriter()
            .Bytes(1, Encoding.UTF8.GetBytes(from))
            .Bytes(2, Encoding.UTF8.GetBytes(to))
            .Varint(3, unchecked((ulong)time.UtcTicks))
            .Bytes(4, commitment)
            .ToArray();
        byte[] bytes = Hazmat.Reveal(key);
        byte[] tag = HMACSHA256.HashData(bytes, signed);
        CryptographicOperations.ZeroMemory(bytes);
        return tag;
    }
}
