using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Directory;

/// <summary>The prekey bundle of one device, as the directory hands it out.</summary>
/// <remarks>Layout: 1 name in UTF-16, 2 device, 3 registration number, 4 and 5 number and key of the one-time prekey if there is one, 6, 7 and 8 number,
/// key and signature of the signed prekey, 9 identity key; 10, 11 and 12 number, key (1569 bytes) and signature of the post-quantum prekey if there is
/// one.</remarks>
/// <param name="Name">Whose device.</param>
/// <param name="Device">Number of the device, from 1.</param>
/// <param name="Bundle">The bundle.</param>
public sealed record PublishedBundle(string Name, uint Device, PreKeyBundle Bundle)
{
    private const int NameField = 1, DeviceField = 2, RegistrationId = 3, PreKeyId = 4, PreKey = 5;
    private const int SignedPreKeyId = 6, SignedPreKey = 7, Signature = 8, IdentityKey = 9;
    private const int KyberPreKeyId = 10, KyberPreKey = 11, KyberSignature = 12;

    /// <summary>Writes the answer.</summary>
    public byte[] Serialize()
    {
        var answer = new WireWriter()
            .Bytes(NameField, CodeUnits.Of(Name))
            .Varint(DeviceField, Device)
            .Varint(RegistrationId, Bundle.RegistrationId)
            .Varint(PreKeyId, Bundle.PreKeyId);
        if (Bundle.PreKey is { } preKey)
            answer.Bytes(PreKey, preKey.U);
        answer
            .Varint(SignedPreKeyId, Bundle.SignedPreKeyId)
            .Bytes(SignedPreKey, Bundle.SignedPreKey.U)
            .Bytes(Signature, Bundle.SignedPreKeySignature.Span)
            .Bytes(IdentityKey, Bundle.IdentityKey.U);
        if (Bundle.Kyber is { } kyber)
            answer.Varint(KyberPreKeyId, kyber.Id).Bytes(KyberPreKey, kyber.Key.Serialize()).Bytes(KyberSignature, kyber.Signature.Span);
        return answer.ToArray();
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="answer">The answer, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some bundle.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PublishedBundle? answer)
    {
        answer = null;
        string? name = null;
        var numbers = new Dictionary<int, uint>();
        var keys = new Dictionary<int, DhPublicKey>();
        byte[] signature = [], kyberSignature = [];
        Kyber1024PublicKey? kyberPreKey = null;
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (NameField, WireType.Bytes): name = CodeUnits.Read(field.Bytes); break;
                case (Signature, WireType.Bytes): signature = field.Bytes.ToArray(); break;
                case (KyberSignature, WireType.Bytes): kyberSignature = field.Bytes.ToArray(); break;
                case (KyberPreKey, WireType.Bytes) when Kyber1024PublicKey.TryParse(field.Bytes, out kyberPreKey): break;
                case (_, WireType.Varint) when field.Value <= uint.MaxValue: numbers[field.Number] = (uint)field.Value; break;
                case (_, WireType.Bytes) when field.Bytes.Length == DhPublicKey.Size: keys[field.Number] = new(field.Bytes); break;
                default: return false;
            }
        if (reader.Malformed || name is null || !numbers.TryGetValue(DeviceField, out uint device) || !numbers.TryGetValue(RegistrationId, out uint registrationId)
            || !numbers.TryGetValue(SignedPreKeyId, out uint signedPreKeyId) || !keys.TryGetValue(SignedPreKey, out DhPublicKey? signedPreKey)
            || !keys.TryGetValue(IdentityKey, out DhPublicKey? identityKey) || numbers.ContainsKey(PreKeyId) != keys.ContainsKey(PreKey))
            return false;
        uint? preKeyId = numbers.TryGetValue(PreKeyId, out uint id) ? id : null;
        PublishedKyberPreKey? kyber = kyberPreKey is not null && numbers.TryGetValue(KyberPreKeyId, out uint kyberId)
            ? new(kyberId, kyberPreKey, kyberSignature)
            : null;
        var read = new PublishedBundle(name, device, new(
            registrationId, preKeyId, keys.GetValueOrDefault(PreKey), signedPreKeyId, signedPreKey, signature, identityKey, kyber));
        if (!read.Serialize().AsSpan().SequenceEqual(bytes))
            return false;
        answer = read;
        return true;
    }
}
