using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>What an app hands to the protocol when it franks: an opening key, and behind it what is said.</summary>
/// <remarks>Source: Grubbs, Lu and Ristenpart, "Message Franking via Committing Authenticated Encryption" (CRYPTO 2017).</remarks>
/// <param name="Key">Fresh for each message, so that the same words give another commitment each time.</param>
/// <param name="Content">What is said.</param>
public sealed record FrankedContent(OpeningKey Key, ReadOnlyMemory<byte> Content)
{
    /// <summary>Content with a fresh opening key.</summary>
    public static FrankedContent Create(ReadOnlyMemory<byte> content, RandomSource random) => new(OpeningKey.Generate(random), content);

    /// <summary>HMAC-SHA-256 of the content under the opening key: says nothing without the key, and fits no other content with any.</summary>
    public byte[] Commitment()
    {
        byte[] key = Hazmat.Reveal(Key);
        byte[] commitment = HMACSHA256.HashData(key, Content.Span);
        CryptographicOperations.ZeroMemory(key);
        return commitment;
    }

    /// <summary>The plaintext: opening key (32 bytes), content.</summary>
    public byte[] Serialize()
    {
        byte[] key = Hazmat.Reveal(Key);
        byte[] plaintext = [.. key, .. Content.Span];
        CryptographicOperations.ZeroMemory(key);
        return plaintext;
    }

    /// <summary>Reads a plaintext.</summary>
    /// <returns>Null when it is too short to hold an opening key.</returns>
    public static FrankedContent? Parse(ReadOnlyMemory<byte> plaintext) =>
        plaintext.Length < Secret.Size ? null : new(new(plaintext.Span[..Secret.Size]), plaintext[Secret.Size..]);
}
