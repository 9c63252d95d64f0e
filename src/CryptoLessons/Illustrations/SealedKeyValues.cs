using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Illustrations;

/// <summary>A message key, sealed to an authority, and what the authority makes of it.</summary>
internal sealed class SealedKeyValues
{
    private const string Source = "docs/spec/wire.md, The escrow fields";

    private readonly KeyValues authority, ephemeral;
    private readonly Value wrapped, tag;

    /// <summary>The field of a message.</summary>
    /// <param name="log">What was drawn.</param>
    /// <param name="recipient">The authority's public key.</param>
    /// <param name="ephemeralKey">The public key at the beginning of the field.</param>
    /// <param name="mk">The message key.</param>
    public SealedKeyValues(CallLog log, DhPublicKey recipient, DhPublicKey ephemeralKey, Value mk)
    {
        authority = new(log, recipient, "the authority's key", "", "Every message of everybody is sealed to this one key.", Source, ValueKind.Access);
        ephemeral = new(log, ephemeralKey, "ephemeral key", "",
            "Made by Bob's phone for this one field: the same key sealed twice would look different.", Source, ValueKind.Access);
        Value wrapping = Wrapping("by Bob", KeySchedule.Agree(
            "agreement with the authority", "By Bob's phone, which forgets its half at once.", Source, ephemeral.Private, authority.Public));
        wrapped = new Description(ValueKind.Access, "message key, encrypted",
            "AES-256-GCM under the wrapping key. Whoever has the authority's private key reads the message.", Source)
            .By(wrapping, mk, (wrapping, messageKey) =>
            {
                byte[] wrapped = new byte[32], tag = new byte[16];
                using var gcm = new AesGcm(wrapping.AsSpan(0, 32), 16);
                gcm.Encrypt(wrapping.AsSpan(32), messageKey, wrapped, tag);
                return wrapped;
            });
        tag = new Description(ValueKind.Access, "tag",
            "By which the authority knows that nobody changed the field, and that it was sealed to this key.", Source)
            .By(wrapping, mk, (wrapping, messageKey) =>
            {
                byte[] wrapped = new byte[32], tag = new byte[16];
                using var gcm = new AesGcm(wrapping.AsSpan(0, 32), 16);
                gcm.Encrypt(wrapping.AsSpan(32), messageKey, wrapped, tag);
                return tag;
            });
    }

    /// <summary>The parts of the field.</summary>
    public Value[] Parts => [ephemeral.Public, wrapped, tag];

    /// <summary>What the authority reads, with its private key and the message alone.</summary>
    /// <param name="ciphertext">The encrypted text of the message.</param>
    public Value Read(Value ciphertext)
    {
        Value wrapping = Wrapping("by the authority", KeySchedule.Agree(
            "agreement with the ephemeral key",
            "The same 32 bytes from the other side: private key of the authority, public key out of the field.",
            Source, authority.Private, ephemeral.Public));
        Value mk = new Description(ValueKind.Secret, "message key, opened",
            "The very key that Bob's phone used. No more than this message follows from it.", Source)
            .By(wrapping, wrapped, tag, (wrapping, wrapped, tag) =>
            {
                byte[] messageKey = new byte[32];
                using var gcm = new AesGcm(wrapping.AsSpan(0, 32), 16);
                gcm.Decrypt(wrapping.AsSpan(32), wrapped, tag, messageKey);
                return messageKey;
            });
        return new Description(ValueKind.Secret, "what Bob wrote", "Read without either phone, and without a trace on them.", "MessageKeyEscrow").By(
            SealedText.CipherKey(mk), SealedText.Iv(mk), ciphertext, (key, iv, ciphertext) => AesCbc.Decrypt(key, iv, ciphertext)!);
    }

    private Value Wrapping(string who, Value agreement) => new Description(
        ValueKind.Secret, $"wrapping key and nonce, {who}", "32 bytes of key and 12 of nonce, from the agreement and both public keys.", Source).By(
            agreement, ephemeral.Public, authority.Public,
            (agreed, ephemeral, authority) =>
            {
                byte[] info = [.. "CryptoLessons SealedKey"u8, .. ephemeral, .. authority];
                return HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, 44, [], info);
            });
}
