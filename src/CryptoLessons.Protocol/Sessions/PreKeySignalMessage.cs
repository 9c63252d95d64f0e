using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A message that opens a session, ciphertext type 3: <c>version || fields</c>, with a whole <see cref="SignalMessage"/> inside.</summary>
/// <remarks>
/// Nothing of it is authenticated by itself. The identity key is, by the inner message's MAC; base key and ciphertext, by the agreement;
/// the registration number and the prekey numbers are not at all.
/// </remarks>
/// <param name="RegistrationId">The sender's registration number.</param>
/// <param name="PreKeys">Which prekeys were used, and the base key.</param>
/// <param name="IdentityKey">The sender's identity key.</param>
/// <param name="Message">The inner message, version byte to MAC.</param>
/// <param name="Further">Encoded fields beyond those of the handshake, one behind the other; Signal's receiver ignores those it does not know.</param>
public sealed record PreKeySignalMessage(
    uint RegistrationId, UsedPreKeys PreKeys, DhPublicKey IdentityKey, ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte> Further = default)
{
    private const int PreKeyId = 1;
    private const int BaseKey = 2;
    private const int Identity = 3;
    private const int Inner = 4;
    private const int Registration = 5;
    private const int SignedPreKeyId = 6;
    private const int KyberPreKeyId = 7;
    private const int KyberCiphertext = 8;

    // Signal's library writes the kind of KEM in front of its keys and ciphertexts; round 3 of Kyber-1024 is the one in use.
    private const byte Kyber1024Type = 0x08;

    /// <summary>The version byte of the session: version 4 has a post-quantum prekey, version 3 none.</summary>
    public byte Version => PreKeys.Kyber is null ? MessageVersion.X3dh : MessageVersion.Pqxdh;

    /// <summary>The message as it stands on the wire, fields ascending.</summary>
    public byte[] Serialize()
    {
        var message = new WireWriter()
            .Raw(Version)
            .Varint(PreKeyId, PreKeys.PreKeyId)
            .Bytes(BaseKey, PreKeys.BaseKey.Serialize())
            .Bytes(Identity, IdentityKey.Serialize())
            .Bytes(Inner, Message.Span)
            .Varint(Registration, RegistrationId)
            .Varint(SignedPreKeyId, PreKeys.SignedPreKeyId);
        if (PreKeys.Kyber is { } kyber)
            message.Varint(KyberPreKeyId, kyber.Id).Bytes(KyberCiphertext, [Kyber1024Type, .. kyber.Ciphertext.Span]);
        return message.Raw(Further.Span).ToArray();
    }

    /// <summary>Reads a message; any order and unknown fields are accepted, the last of several counts.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the bytes are not such a message; <paramref name="message"/> is null then.</returns>
    public static DecryptFailure Parse(ReadOnlyMemory<byte> bytes, out PreKeySignalMessage? message)
    {
        message = null;
        if (MessageVersion.Check(bytes.Span) is var version and not DecryptFailure.None)
            return version;
        bool postQuantum = bytes.Span[0] >> 4 == MessageVersion.Pqxdh >> 4;
        uint? preKeyId = null, signedPreKeyId = null, kyberPreKeyId = null;
        ReadOnlyMemory<byte>? ciphertext = null;
        uint registrationId = 0;
        ReadOnlySpan<byte> baseKeyBytes = [], identityBytes = [];
        ReadOnlyMemory<byte>? inner = null;
        var further = new WireWriter();
        var reader = new WireReader(bytes.Span[1..]);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (PreKeyId, WireType.Varint): preKeyId = unchecked((uint)field.Value); break;
                case (BaseKey, WireType.Bytes): baseKeyBytes = field.Bytes; break;
                case (Identity, WireType.Bytes): identityBytes = field.Bytes; break;
                case (Inner, WireType.Bytes): inner = bytes[(1 + field.End - field.Bytes.Length)..(1 + field.End)]; break;
                case (Registration, WireType.Varint): registrationId = unchecked((uint)field.Value); break;
                case (SignedPreKeyId, WireType.Varint): signedPreKeyId = unchecked((uint)field.Value); break;
                case (KyberPreKeyId, WireType.Varint) when postQuantum: kyberPreKeyId = unchecked((uint)field.Value); break;
                case (KyberCiphertext, WireType.Bytes) when postQuantum:
                    if (field.Bytes is not [Kyber1024Type, ..] || field.Bytes.Length != 1 + Kyber1024.CiphertextSize)
                        return DecryptFailure.Malformed;
                    ciphertext = field.Bytes[1..].ToArray();
                    break;
                case ( >= PreKeyId and <= SignedPreKeyId, _): return DecryptFailure.Malformed;
                case (KyberPreKeyId or KyberCiphertext, _) when postQuantum: return DecryptFailure.Malformed;
                default: further.Raw(bytes.Span[(1 + field.Start)..(1 + field.End)]); break;
            }
        if (reader.Malformed || inner is not { } signalMessage || signedPreKeyId is not { } signedId
            || !DhPublicKey.TryParse(baseKeyBytes, out DhPublicKey? baseKey) || !DhPublicKey.TryParse(identityBytes, out DhPublicKey? identity))
            return DecryptFailure.Malformed;
        UsedKyberPreKey? kyber = kyberPreKeyId is { } kyberId && ciphertext is { } encapsulated ? new(kyberId, encapsulated) : null;
        if (postQuantum != kyber is not null)
            return DecryptFailure.Malformed;
        message = new(registrationId, new(preKeyId, signedId, baseKey, kyber), identity, signalMessage, further.ToArray());
        return DecryptFailure.None;
    }
}
