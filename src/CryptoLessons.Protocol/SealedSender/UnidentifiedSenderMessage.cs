using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>A message whose sender only the recipient learns, version 1: <c>11 || fields</c>.</summary>
/// <remarks>
/// Two layers. The outer one, under an ephemeral key, hides the sender's identity key; the inner one, under that identity key, hides certificate
/// and message and proves that its owner sealed them. Who holds the recipient's identity key opens both, whenever: neither ratchets.
/// Fields: 1 ephemeral key (33 bytes), 2 encrypted identity key, 3 encrypted content. Source: Signal's library, sealed sender version 1.
/// </remarks>
public static class UnidentifiedSenderMessage
{
    private const byte Version = 0x11;
    private const int EphemeralField = 1;
    private const int EncryptedStaticField = 2;
    private const int EncryptedMessageField = 3;

    private static ReadOnlySpan<byte> SaltPrefix => "UnidentifiedDelivery"u8;

    /// <summary>Seals a content.</summary>
    /// <param name="content">Certificate and message; whether the certificate is the sender's own is for the recipient to find out.</param>
    /// <param name="sender">The sender's identity key pair.</param>
    /// <param name="recipient">The recipient's identity key.</param>
    /// <param name="random">Where the ephemeral key comes from.</param>
    /// <returns>The sealed message; null when the recipient's key is a low-order point.</returns>
    public static byte[]? Encrypt(UnidentifiedSenderMessageContent content, DhKeyPair sender, DhPublicKey recipient, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
        using DhKeyPair ephemeral = DhKeyPair.Generate(random);
        using SharedSecret? outerAgreement = X25519.Agree(ephemeral.Private, recipient), innerAgreement = X25519.Agree(sender.Private, recipient);
        if (outerAgreement is null || innerAgreement is null)
            return null;
        using SealedSenderKeys outer = Outer(outerAgreement, recipient, ephemeral.Public, stackalloc byte[SealedSenderKeys.Size]);
        byte[] encryptedStatic = outer.Encrypt(sender.Public.Serialize());
        using SealedSenderKeys inner = Inner(innerAgreement, outer, encryptedStatic, stackalloc byte[SealedSenderKeys.Size]);
        return new WireWriter()
            .Raw(Version)
            .Bytes(EphemeralField, ephemeral.Public.Serialize())
            .Bytes(EncryptedStaticField, encryptedStatic)
            .Bytes(EncryptedMessageField, inner.Encrypt(content.Serialize()))
            .ToArray();
    }

    /// <summary>Opens a sealed message and checks its sender's certificate.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="recipient">The recipient's identity key pair.</param>
    /// <param name="trustRoot">The key that every app has built in.</param>
    /// <param name="now">When the message was received.</param>
    /// <param name="content">The content; null when the message is refused.</param>
    /// <returns><see cref="SealedSenderFailure.None"/>, or why the message is refused.</returns>
    public static SealedSenderFailure Open(
        ReadOnlySpan<byte> message, DhKeyPair recipient, DhPublicKey trustRoot, DateTimeOffset now, out UnidentifiedSenderMessageContent? content)
    {
        SealedSenderFailure failure = Decrypt(message, recipient, out content);
        if (failure == SealedSenderFailure.None)
            failure = content!.Sender.Validate(trustRoot, now);
        if (failure != SealedSenderFailure.None)
            content = null;
        return failure;
    }

    /// <summary>Opens a sealed message without asking who vouches for its certificate: what a thief of the recipient's identity key does.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="recipient">The recipient's identity key pair.</param>
    /// <param name="content">The content; null when the message is refused.</param>
    /// <returns><see cref="SealedSenderFailure.None"/>, or why the message is refused.</returns>
    public static SealedSenderFailure Decrypt(ReadOnlySpan<byte> message, DhKeyPair recipient, out UnidentifiedSenderMessageContent? content)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        content = null;
        if (Parse(message, out DhPublicKey? ephemeral, out ReadOnlySpan<byte> encryptedStatic, out ReadOnlySpan<byte> encryptedMessage)
            is var malformed and not SealedSenderFailure.None)
            return malformed;
        using SharedSecret? outerAgreement = X25519.Agree(recipient.Private, ephemeral!);
        if (outerAgreement is null)
            return SealedSenderFailure.LowOrderKey;
        using SealedSenderKeys outer = Outer(outerAgreement, recipient.Public, ephemeral!, stackalloc byte[SealedSenderKeys.Size]);
        if (outer.Decrypt(encryptedStatic) is not { } identityBytes)
            return SealedSenderFailure.NotAuthentic;
        if (!DhPublicKey.TryParse(identityBytes, out DhPublicKey? identity))
            return SealedSenderFailure.Malformed;
        using SharedSecret? innerAgreement = X25519.Agree(recipient.Private, identity);
        if (innerAgreement is null)
            return SealedSenderFailure.LowOrderKey;
        using SealedSenderKeys inner = Inner(innerAgreement, outer, encryptedStatic, stackalloc byte[SealedSenderKeys.Size]);
        if (inner.Decrypt(encryptedMessage) is not { } plaintext)
            return SealedSenderFailure.NotAuthentic;
        if (!UnidentifiedSenderMessageContent.TryParse(plaintext, out UnidentifiedSenderMessageContent? opened))
            return SealedSenderFailure.Malformed;
        if (!CryptographicOperations.FixedTimeEquals(identityBytes, opened.Sender.Sender.IdentityKey.Serialize()))
            return SealedSenderFailure.ForeignCertificate;
        content = opened;
        return SealedSenderFailure.None;
    }

    private static SealedSenderKeys Outer(SharedSecret agreement, DhPublicKey recipient, DhPublicKey ephemeral, Span<byte> buffer) =>
        new([.. SaltPrefix, .. recipient.Serialize(), .. ephemeral.Serialize()], agreement, buffer);

    private static SealedSenderKeys Inner(
        SharedSecret agreement, scoped SealedSenderKeys outer, ReadOnlySpan<byte> encryptedStatic, Span<byte> buffer) =>
        new([.. outer.Chain, .. encryptedStatic], agreement, buffer);

    private static SealedSenderFailure Parse(
        ReadOnlySpan<byte> message, out DhPublicKey? ephemeral, out ReadOnlySpan<byte> encryptedStatic, out ReadOnlySpan<byte> encryptedMessage)
    {
        ephemeral = null;
        encryptedStatic = [];
        encryptedMessage = [];
        if (message.IsEmpty)
            return SealedSenderFailure.Malformed;
        // Major version 0 is version 1, as Signal's library has it.
        if (message[0] >> 4 > Version >> 4)
            return SealedSenderFailure.UnknownVersion;
        ReadOnlySpan<byte> ephemeralBytes = [];
        var (hasStatic, hasMessage) = (false, false);
        var reader = new WireReader(message[1..]);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (EphemeralField, WireType.Bytes): ephemeralBytes = field.Bytes; break;
                case (EncryptedStaticField, WireType.Bytes):
                    encryptedStatic = field.Bytes;
                    hasStatic = true;
                    break;
                case (EncryptedMessageField, WireType.Bytes):
                    encryptedMessage = field.Bytes;
                    hasMessage = true;
                    break;
                case ( >= EphemeralField and <= EncryptedMessageField, _): return SealedSenderFailure.Malformed;
            }
        bool whole = !reader.Malformed && hasStatic && hasMessage && DhPublicKey.TryParse(ephemeralBytes, out ephemeral);
        return whole ? SealedSenderFailure.None : SealedSenderFailure.Malformed;
    }
}
