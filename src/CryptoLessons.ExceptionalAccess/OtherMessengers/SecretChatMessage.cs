using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A message of a secret chat: the number of its key, what it says about the next key, and the ciphertext.</summary>
/// <remarks>One marker byte, then 1 number of the key, 2 an offered public key, 3 the public key that answers an offer, 4 the ciphertext.
/// The first three are authenticated with the ciphertext.</remarks>
public sealed class SecretChatMessage
{
    /// <summary>The first byte of a secret chat's message. Its high half is no version of Signal's protocol.</summary>
    public const byte Marker = 0x53;

    private const int NumberField = 1, OfferField = 2, AnswerField = 3, CiphertextField = 4;

    private readonly ReadOnlyMemory<byte> header;
    private readonly ReadOnlyMemory<byte> ciphertext;

    private SecretChatMessage(uint number, DhPublicKey? offer, DhPublicKey? answer, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> ciphertext) =>
        (Number, Offer, Answer, this.header, this.ciphertext) = (number, offer, answer, header, ciphertext);

    /// <summary>Number of the key it is encrypted under, from 0.</summary>
    public uint Number { get; }

    /// <summary>The sender's half of the next key; null when it offers none.</summary>
    public DhPublicKey? Offer { get; }

    /// <summary>The sender's half that answers an offer; null when there is none to answer.</summary>
    public DhPublicKey? Answer { get; }

    /// <summary>Writes a message.</summary>
    /// <param name="number">Number of the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="offer">The sender's half of the next key, or null.</param>
    /// <param name="answer">The sender's answer to an offer, or null.</param>
    /// <param name="plaintext">The content.</param>
    /// <param name="random">Where the nonce comes from.</param>
    public static byte[] Write(
        uint number, SecretChatKey key, DhPublicKey? offer, DhPublicKey? answer, ReadOnlySpan<byte> plaintext, RandomSource random)
    {
        var header = new WireWriter().Varint(NumberField, number);
        if (offer is not null)
            header.Bytes(OfferField, offer.U);
        if (answer is not null)
            header.Bytes(AnswerField, answer.U);
        byte[] fields = header.ToArray();
        return [Marker, .. fields, .. new WireWriter().Bytes(CiphertextField, NoncedGcm.Seal(key, plaintext, fields, random)).Written];
    }

    /// <summary>Reads a message.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="parsed">The message, when the result is true.</param>
    /// <returns>False when the bytes are no message of a secret chat.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> message, [NotNullWhen(true)] out SecretChatMessage? parsed)
    {
        parsed = null;
        if (message.IsEmpty || message.Span[0] != Marker)
            return false;
        ReadOnlyMemory<byte> fields = message[1..];
        uint? number = null;
        DhPublicKey? offer = null, answer = null;
        var reader = new WireReader(fields.Span);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (NumberField, WireType.Varint) when field.Value <= uint.MaxValue: number = (uint)field.Value; break;
                case (OfferField, WireType.Bytes) when field.Bytes.Length == DhPublicKey.Size: offer = new(field.Bytes); break;
                case (AnswerField, WireType.Bytes) when field.Bytes.Length == DhPublicKey.Size: answer = new(field.Bytes); break;
                // Its length has one writing, since nothing authenticates it.
                case (CiphertextField, WireType.Bytes) when number is { } n
                    && fields.Span[field.Start..].SequenceEqual(new WireWriter().Bytes(CiphertextField, field.Bytes).Written):
                    parsed = new(n, offer, answer, fields[..field.Start], fields[^field.Bytes.Length..]);
                    break;
                default: return false;
            }
        return parsed is not null && !reader.Malformed;
    }

    /// <summary>Opens the message.</summary>
    /// <returns>Null when it was not written under this key, or was changed.</returns>
    public byte[]? Open(SecretChatKey key) => NoncedGcm.Open(key, ciphertext.Span, header.Span);
}
