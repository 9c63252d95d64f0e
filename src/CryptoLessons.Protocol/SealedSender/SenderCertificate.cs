using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>A server's word for whose device has an identity key, for some time: it takes the place of a sender's name on the envelope.</summary>
/// <remarks>
/// Fields: 1 certificate, 2 signature; in the certificate 1 phone number, 2 device, 3 expiry (fixed64, milliseconds since 1970),
/// 4 identity key (33 bytes), 5 the server's certificate, 6 UUID as a string.
/// </remarks>
public sealed class SenderCertificate
{
    private const int PhoneNumberField = 1;
    private const int DeviceField = 2;
    private const int ExpiresField = 3;
    private const int IdentityKeyField = 4;
    private const int SignerField = 5;
    private const int UuidField = 6;

    private SenderCertificate(
        SenderIdentity sender, ulong expires, ServerCertificate signer, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature) =>
        (Sender, Expires, Signer, Certificate, Signature) = (sender, expires, signer, certificate, signature);

    /// <summary>Who sends.</summary>
    public SenderIdentity Sender { get; }

    /// <summary>The last moment at which the certificate holds, in milliseconds since 1970, UTC.</summary>
    public ulong Expires { get; }

    /// <summary>The server whose key signed.</summary>
    public ServerCertificate Signer { get; }

    /// <summary>What is signed, exactly as it was received.</summary>
    public ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>The server's signature, 64 bytes when it is one.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Makes and signs a certificate.</summary>
    /// <param name="sender">Who sends.</param>
    /// <param name="expires">The last moment at which the certificate holds, in milliseconds since 1970, UTC.</param>
    /// <param name="signer">The server's own certificate.</param>
    /// <param name="serverKey">The private half of the server's key.</param>
    /// <param name="random">Where the 64 bytes come from that a signature takes.</param>
    public static SenderCertificate Create(
        SenderIdentity sender, ulong expires, ServerCertificate signer, XEdDsaSigner serverKey, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(signer);
        var writer = new WireWriter();
        if (sender.PhoneNumber is { } phoneNumber)
            writer.Bytes(PhoneNumberField, Encoding.UTF8.GetBytes(phoneNumber));
        byte[] certificate = writer
            .Varint(DeviceField, sender.Device)
            .Fixed64(ExpiresField, expires)
            .Bytes(IdentityKeyField, sender.IdentityKey.Serialize())
            .Bytes(SignerField, signer.Serialize())
            .Bytes(UuidField, Encoding.UTF8.GetBytes(sender.Uuid))
            .ToArray();
        return new(sender, expires, signer, certificate, CertificateSignature.Make(certificate, serverKey, random));
    }

    /// <summary>The certificate as it stands on the wire.</summary>
    public byte[] Serialize() => CertificateSignature.Write(Certificate.Span, Signature.Span);

    /// <summary>Reads a certificate; any order and unknown fields are accepted, the last of several counts. Nothing is verified.</summary>
    /// <returns>False when the bytes are not a certificate.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SenderCertificate? certificate)
    {
        certificate = null;
        if (!CertificateSignature.TryRead(bytes, out ReadOnlySpan<byte> signed, out ReadOnlySpan<byte> signature))
            return false;
        string? phoneNumber = null, uuid = null;
        uint? device = null;
        ulong? expires = null;
        ReadOnlySpan<byte> keyBytes = [], signerBytes = [];
        var reader = new WireReader(signed);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (PhoneNumberField, WireType.Bytes) when Utf8.IsValid(field.Bytes): phoneNumber = Encoding.UTF8.GetString(field.Bytes); break;
                case (DeviceField, WireType.Varint): device = unchecked((uint)field.Value); break;
                case (ExpiresField, WireType.Fixed64): expires = field.Value; break;
                case (IdentityKeyField, WireType.Bytes): keyBytes = field.Bytes; break;
                case (SignerField, WireType.Bytes): signerBytes = field.Bytes; break;
                case (UuidField, WireType.Bytes) when Utf8.IsValid(field.Bytes): uuid = Encoding.UTF8.GetString(field.Bytes); break;
                case ( >= PhoneNumberField and <= UuidField, _): return false;
            }
        if (reader.Malformed || uuid is null || device is not { } number || expires is not { } until
            || !DhPublicKey.TryParse(keyBytes, out DhPublicKey? key) || !ServerCertificate.TryParse(signerBytes, out ServerCertificate? signer))
            return false;
        certificate = new(new(uuid, phoneNumber, number, key), until, signer, signed.ToArray(), signature.ToArray());
        return true;
    }

    /// <summary>Whether server and trust root vouch for the certificate at that moment.</summary>
    /// <returns><see cref="SealedSenderFailure.None"/>, or why not.</returns>
    public SealedSenderFailure Validate(DhPublicKey trustRoot, DateTimeOffset now)
    {
        if (Signer.Validate(trustRoot) is var failure and not SealedSenderFailure.None)
            return failure;
        if (!XEdDsa.Verify(Signer.Key.U, Certificate.Span, Signature.Span))
            return SealedSenderFailure.UntrustedCertificate;
        long milliseconds = now.ToUnixTimeMilliseconds();
        return milliseconds > 0 && (ulong)milliseconds > Expires ? SealedSenderFailure.ExpiredCertificate : SealedSenderFailure.None;
    }
}
