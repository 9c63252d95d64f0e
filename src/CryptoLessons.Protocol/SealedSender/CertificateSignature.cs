using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>The outside of both certificates: 1 what is signed, 2 an XEdDSA signature over it.</summary>
internal static class CertificateSignature
{
    private const int Signed = 1;
    private const int Signature = 2;

    public static byte[] Make(ReadOnlySpan<byte> signed, XEdDsaSigner signer, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> randomness = stackalloc byte[XEdDsa.RandomnessSize];
        random.Fill(randomness);
        return signer.Sign(signed, randomness);
    }

    public static byte[] Write(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature) =>
        new WireWriter().Bytes(Signed, signed).Bytes(Signature, signature).ToArray();

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> signed, out ReadOnlySpan<byte> signature)
    {
        signed = [];
        signature = [];
        var (hasSigned, hasSignature) = (false, false);
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (Signed, WireType.Bytes):
                    signed = field.Bytes;
                    hasSigned = true;
                    break;
                case (Signature, WireType.Bytes):
                    signature = field.Bytes;
                    hasSignature = true;
                    break;
                case (Signed or Signature, _): return false;
            }
        return !reader.Malformed && hasSigned && hasSignature;
    }
}
