using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A court's order to read one person's messages of a period.</summary>
/// <param name="Target">Whose messages: those the person sent and those the person received.</param>
/// <param name="From">First moment covered, UTC.</param>
/// <param name="Until">Last moment covered, UTC.</param>
/// <param name="Signature">The court's XEdDSA signature over target and period, 64 bytes.</param>
public sealed record Warrant(string Target, DateTimeOffset From, DateTimeOffset Until, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Whether this order, word for word, was signed by that court.</summary>
    public bool IsSignedBy(DhPublicKey court)
    {
        ArgumentNullException.ThrowIfNull(court);
        return XEdDsa.Verify(court.U, SignedBytes(Target, From, Until), Signature.Span);
    }

    /// <summary>Whether a message lies within what the order covers.</summary>
    public bool Names(string sender, string recipient) => Target == sender || Target == recipient;

    /// <summary>Whether a moment lies within the order's period, both ends included.</summary>
    public bool CoversTime(DateTimeOffset time) => From <= time && time <= Until;

    /// <summary>Why this order does not reach a message.</summary>
    /// <param name="court">The court whose orders count.</param>
    /// <param name="sender">The message's sender.</param>
    /// <param name="recipient">The message's recipient.</param>
    /// <param name="time">When the message was sent, UTC.</param>
    /// <returns><see cref="Outcome.NotSigned"/>, <see cref="Outcome.NotNamed"/> or <see cref="Outcome.OutsidePeriod"/>; null when it does.</returns>
    public Outcome? Refusal(DhPublicKey court, string sender, string recipient, DateTimeOffset time) =>
        IsSignedBy(court) ? Refusal(sender, recipient, time) : Outcome.NotSigned;

    /// <summary>Why the words of this order, signed or not, do not reach a message.</summary>
    /// <returns><see cref="Outcome.NotNamed"/> or <see cref="Outcome.OutsidePeriod"/>; null when they do.</returns>
    internal Outcome? Refusal(string sender, string recipient, DateTimeOffset time)
    {
        if (!Names(sender, recipient))
            return Outcome.NotNamed;
        return CoversTime(time) ? null : Outcome.OutsidePeriod;
    }

    /// <summary>The order as it stands in a public ledger: its words and the signature under them.</summary>
    public byte[] Serialize() => [.. SignedBytes(Target, From, Until), .. Signature.Span];

    internal static byte[] SignedBytes(string target, DateTimeOffset from, DateTimeOffset until) =>
        new WireWriter()
            .Raw("CryptoLessons Warrant"u8)
            .Bytes(1, Encoding.UTF8.GetBytes(target))
            .Varint(2, unchecked((ulong)from.UtcTicks))
            .Varint(3, unchecked((ulong)until.UtcTicks))
            .ToArray();
}
