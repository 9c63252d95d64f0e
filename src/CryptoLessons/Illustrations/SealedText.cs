using System.Security.Cryptography;
using System.Text;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Illustrations;

/// <summary>What becomes of a text under a message key: cipher key, IV and MAC key, the ciphertext, and the MAC.</summary>
internal sealed class SealedText
{
    private const string Source = "Double Ratchet rev 1, 5.2; docs/spec/wire.md, Ratchet";

    private readonly Value macKey;

    /// <summary>A text under a key.</summary>
    public SealedText(Value mk, string text)
    {
        Value cipherKey = CipherKey(mk), iv = Iv(mk);
        macKey = new Description(ValueKind.Secret, "MAC key", "The middle of the 80 bytes: it proves the sender, and opens nothing.", Source)
            .By(mk, messageKey => HKDF.Expand(HashAlgorithmName.SHA256, messageKey, 80, "WhisperMessageKeys"u8.ToArray())[32..64]);
        Value plain = new Description(ValueKind.Secret, "what is written",
            $"\u201C{text}\u201D, in UTF-8. Signal's apps pad it before; this library does not.", "chosen for this page")
            .Written(Encoding.UTF8.GetBytes(text), $"Encoding.UTF8.GetBytes(\"{text}\")");
        Ciphertext = new Description(
            ValueKind.Ciphertext, "encrypted text",
            "AES-256 in CBC mode, filled up to whole blocks of 16 bytes (PKCS #7): the length tells roughly how much was written.", Source)
            .By(cipherKey, iv, plain, (key, iv, text) => AesCbc.Encrypt(key, iv, text));
    }

    /// <summary>The encrypted text.</summary>
    public Value Ciphertext { get; }

    /// <summary>The cipher key of a message key.</summary>
    public static Value CipherKey(Value mk) => new Description(
        ValueKind.Secret, "cipher key", "The first 32 of 80 bytes that the message key expands to.", Source)
        .By(mk, messageKey => HKDF.Expand(HashAlgorithmName.SHA256, messageKey, 80, "WhisperMessageKeys"u8.ToArray())[..32]);

    /// <summary>The IV of a message key.</summary>
    public static Value Iv(Value mk) => new Description(
        ValueKind.Secret, "IV", "The last 16 of the 80 bytes. It is derived and not sent: each key is used once.", Source)
        .By(mk, messageKey => HKDF.Expand(HashAlgorithmName.SHA256, messageKey, 80, "WhisperMessageKeys"u8.ToArray())[64..]);

    /// <summary>The MAC of a message.</summary>
    /// <param name="sender">The sender's identity key.</param>
    /// <param name="recipient">The recipient's.</param>
    /// <param name="covered">The message so far, version byte included.</param>
    public Value Mac(Value sender, Value recipient, ReadOnlySpan<byte> covered)
    {
        Value before = new Description(ValueKind.Frame, "the message up to here", "", "").Written(covered, "");
        return new Description(
            ValueKind.Proof, "MAC",
            "Eight bytes of a MAC over both identity keys and all bytes before. With one bit flipped, or between other people, it does not fit.",
            "Double Ratchet rev 1, 5.2; docs/spec/wire.md, Plain message").By(
                macKey, sender, recipient, before,
                (key, sender, recipient, message) => HMACSHA256.HashData(key, (byte[])[5, .. sender, 5, .. recipient, .. message])[..8]);
    }
}
