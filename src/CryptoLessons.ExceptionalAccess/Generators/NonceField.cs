using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Signal's Double Ratchet with one more field in each message: a nonce, under the MAC.</summary>
/// <remarks>Many ciphers need one. This one would not, since no message key is used twice; but nobody is surprised to see one.</remarks>
/// <param name="inner">The suite to which this adds the field.</param>
public abstract class NonceField(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
{
    /// <summary>Number of the field.</summary>
    public const int Number = 13;

    /// <summary>Length of a nonce, in bytes.</summary>
    public const int Size = 12;

    /// <summary>The message with the field, under the MAC and behind the ciphertext.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad) =>
        Inner.Encrypt(mk, plaintext, ad.Append(new WireWriter().Bytes(Number, Nonce(mk, ad.Header)).ToArray()));

    /// <summary>The nonce in a message.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <returns>Empty when there is none of 12 bytes.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> ciphertext) => ciphertext.Length >= SignalMessage.MacSize
        && SignalMessage.TryFind(ciphertext[..^SignalMessage.MacSize], Number, out ReadOnlySpan<byte> nonce) && nonce.Length == Size ? nonce : [];

    /// <summary>The nonce of a message to be sent.</summary>
    /// <param name="mk">The message's key.</param>
    /// <param name="header">The message's header, which names its ratchet key and its index: no other message of anybody's has the same.</param>
    /// <returns>12 bytes.</returns>
    protected abstract byte[] Nonce(MessageKey mk, ReadOnlySpan<byte> header);
}
