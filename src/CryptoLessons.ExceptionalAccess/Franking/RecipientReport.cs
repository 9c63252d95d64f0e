using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>What a recipient hands to the provider to complain about one message: who wrote it, what it says, and what proves it.</summary>
/// <param name="From">The sender's name.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Time">When the message was sent, UTC.</param>
/// <param name="Said">Its content, with the key that opens the commitment.</param>
/// <param name="Tag">The provider's tag that came with the message.</param>
public sealed record RecipientReport(string From, string To, DateTimeOffset Time, FrankedContent Said, ReadOnlyMemory<byte> Tag)
{
    /// <summary>The report of a message as it arrived.</summary>
    /// <param name="envelope">The envelope in which it came.</param>
    /// <param name="said">What it says.</param>
    /// <param name="tag">The tag that came with it.</param>
    public static RecipientReport Of(Envelope envelope, FrankedContent said, ReadOnlyMemory<byte> tag)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return new(envelope.From, envelope.To, envelope.Time, said, tag);
    }
}
