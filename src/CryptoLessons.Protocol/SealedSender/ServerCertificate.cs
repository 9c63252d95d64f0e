using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>A server's key for signing senders' certificates, itself signed by the trust root that every app has built in.</summary>
/// <remarks>Fields: 1 certificate, 2 signature; in the certificate 1 id, 2 key (33 bytes).</remarks>
public sealed class ServerCertificate
{
    /// <summary>Number of the one certificate that Signal's library has revoked.</summary>
    public const uint RevokedId = 0xDEADC357;

    private const int IdField = 1;
    private const int KeyField = 2;

    private ServerCertificate(uint id, DhPublicKey key, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature) =>
        (Id, Key, Certificate, Signature) = (id, key, certificate, signature);

    /// <summary>The certificate's number.</summary>
    public uint Id { get; }

    /// <summary>The key that signs senders' certificates.</summary>
    public DhPublicKey Key { get; }

    /// <summary>What is signed, exactly as it was received.</summary>
    public ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>The trust root's signature, 64 bytes when it is one.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Makes and signs a certificate.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="key">The server's key.</param>
    /// <param name="trustRoot">The private half of the trust root.</param>
    /// <param name="random">Where the 64 bytes come from that a signature takes.</param>
    public static ServerCertificate Create(uint id, DhPublicKey key, XEdDsaSigner trustRoot, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] certificate = new WireWriter().Varint(IdField, id).Bytes(KeyField, key.Serialize()).ToArray();
        return new(id, key, certificate, CertificateSignature.Make(certificate, trustRoot, random));
    }

    /// <summary>The certificate as it stands on the wire.</summary>
    public byte[] Serialize() => CertificateSignature.Write(Certificate.Span, Signature.Span);

    /// <summary>Reads a certificate; any order and unknown fields are accepted, the last of several counts. Nothing is verified.</summary>
    /// <returns>False when the bytes are not a certificate.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ServerCertificate? certificate)
    {
        certificate = null;
        if (!CertificateSignature.TryRead(bytes, out ReadOnlySpan<byte> signed, out ReadOnlySpan<byte> signature))
            return false;
        uint? id = null;
        ReadOnlySpan<byte> keyBytes = [];
        var reader = new WireReader(signed);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (IdField, WireType.Varint): id = unchecked((uint)field.Value); break;
                case (KeyField, WireType.Bytes): keyBytes = field.Bytes; break;
                case (IdField or KeyField, _): return false;
            }
        if (reader.Malformed || id is not { } number || !DhPublicKey.TryParse(keyBytes, out DhPublicKey? key))
            return false;
        certificate = new(number, key, signed.ToArray(), signature.ToArray());
        return true;
    }

    /// <summary>Whether the trust root signed the certificate and nobody revoked it.</summary>
    /// <returns><see cref="SealedSenderFailure.None"/>, or why not.</returns>
    public SealedSenderFailure Validate(DhPublicKey trustRoot)
    {
        ArgumentNullException.ThrowIfNull(trustRoot);
        if (Id == RevokedId)
            return SealedSenderFailure.RevokedCertificate;
        return XEdDsa.Verify(trustRoot.U, Certificate.Span, Signature.Span) ? SealedSenderFailure.None : SealedSenderFailure.UntrustedCertificate;
    }
}
