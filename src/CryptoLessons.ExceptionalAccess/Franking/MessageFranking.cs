using System.Security.Cryptography;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>A suite that says in the open, in each message, to what its content is committed; whoever commits to something else is refused.</summary>
/// <remarks>
/// Its plaintexts are <see cref="FrankedContent"/>. The commitment stands under the MAC: nobody on the way changes it, and a sender
/// whose commitment does not fit is not shown, since such a message could not be reported. 34 bytes on the wire, and 32 in the content.
/// </remarks>
/// <param name="inner">The suite to which this adds the field.</param>
public sealed class MessageFranking(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
{
    /// <summary>Number of the field.</summary>
    public const int Number = 13;

    /// <summary>The message with its commitment, under the MAC and behind the ciphertext.</summary>
    /// <exception cref="ArgumentException">The plaintext is no <see cref="FrankedContent"/>.</exception>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        FrankedContent content = FrankedContent.Parse(plaintext.ToArray())
            ?? throw new ArgumentException("The plaintext holds no opening key.", nameof(plaintext));
        return Inner.Encrypt(mk, plaintext, ad.Append(new WireWriter().Bytes(Number, content.Commitment()).ToArray()));
    }

    /// <summary>Opens a message whose commitment fits its content.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (Inner.Decrypt(mk, ciphertext, ad) is not { } plaintext || FrankedContent.Parse(plaintext) is not { } content)
            return null;
        return SignalMessage.TryFind(ciphertext[..^SignalMessage.MacSize], Number, out ReadOnlySpan<byte> commitment)
            && CryptographicOperations.FixedTimeEquals(commitment, content.Commitment())
            ? plaintext
            : null;
    }

    /// <summary>What everybody on the way sees: the commitment that a message carries.</summary>
    /// <param name="message">Any bytes of any type.</param>
    /// <returns>Null when it carries none.</returns>
    public static byte[]? CommitmentOf(CiphertextMessage message)
    {
        ReadOnlyMemory<byte> bytes = message.Bytes;
        if (message.Type == CiphertextType.PreKey)
            bytes = PreKeySignalMessage.Parse(bytes, out PreKeySignalMessage? outer) == DecryptFailure.None ? outer!.Message : default;
        return bytes.Length > 1 + SignalMessage.MacSize
            && SignalMessage.TryFind(bytes.Span[1..^SignalMessage.MacSize], Number, out ReadOnlySpan<byte> commitment)
            ? commitment.ToArray()
            : null;
    }
}
