using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A message that opens a session, ciphertext type 3: <c>version || fields</c>, with a whole <see cref="SignalMessage"/> inside.</summary>
/// <remarks>
/// Nothing of it is authenticated by itself. The identity key is, by the inner message's MAC; the base key, by the agreement;
/// the registration number and the prekey numbers are not at all.
/// </remarks>
/// <param name="RegistrationId">The sender's registration number.</param>
/// <param name="PreKeys">Which prekeys were used, and the base key.</param>
/// <param name="IdentityKey">The sender's identity key.</param>
/// <param name="Message">The inner message, version byte to MAC.</param>
/// <param name="Further">Encoded fields beyond those of X3DH, one behind the other; Signal's receiver ignores those it does not know.</param>
public sealed record PreKeySignalMessage(
    uint RegistrationId, UsedPreKeys PreKeys, DhPublicKey IdentityKey, ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte> Further = default)
{
    private const int PreKeyId = 1;
    private const int BaseKey = 2;
    private const int Identity = 3;
    private const int Inner = 4;
    private const int Registration = 5;
    private const int SignedPreKeyId = 6;

    /// <summary>The message as it stands on the wire, fields ascending.</summary>
    public byte[] Serialize() =>
        new WireWriter()
            .Raw(MessageVersion.X3dh)
            .Varint(PreKeyId, PreKeys.PreKeyId)
            .Bytes(BaseKey, PreKeys.BaseKey.Serialize())
            .Bytes(Identity, IdentityKey.Serialize())
            .Bytes(Inner, Message.Span)
            .Varint(Registration, RegistrationId)
            .Varint(SignedPreKeyId, PreKeys.SignedPreKeyId)
            .Raw(Further.Span)
            .ToArray();

    /// <summary>Reads a message; any order and unknown fields are accepted, the last of several counts.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the bytes are not such a message; <paramref name="message"/> is null then.</returns>
    public static DecryptFailure Parse(ReadOnlyMemory<byte> bytes, out PreKeySignalMessage? message)
    {
        message = null;
        if (MessageVersion.Check(bytes.Span) is var version and not DecryptFailure.None)
            return version;
        uint? preKeyId = null, signedPreKeyId = null;
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
                case ( >= PreKeyId and <= SignedPreKeyId, _): return DecryptFailure.Malformed;
                default: further.Raw(bytes.Span[(1 + field.Start)..(1 + field.End)]); break;
            }
        if (reader.Malformed || inner is not { } signalMessage || signedPreKeyId is not { } signedId
            || !DhPublicKey.TryParse(baseKeyBytes, out DhPublicKey? baseKey) || !DhPublicKey.TryParse(identityBytes, out DhPublicKey? identity))
            return DecryptFailure.Malformed;
        message = new(registrationId, new(preKeyId, signedId, baseKey), identity, signalMessage, further.ToArray());
        return DecryptFailure.None;
    }
}
