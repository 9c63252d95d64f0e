using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>A list as phones receive it. The signature says who made it, and nothing about what is on it.</summary>
/// <param name="List">The list's bytes.</param>
/// <param name="Signature">The administrator's XEdDSA signature over them, 64 bytes.</param>
public sealed record SignedScanList(ReadOnlyMemory<byte> List, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Signs a list: all that it takes is the administrator's key.</summary>
    /// <param name="list">What phones shall look for.</param>
    /// <param name="administrator">The administrator's key pair, or a copy of it.</param>
    /// <param name="random">Where the signature's randomness comes from.</param>
    public static SignedScanList Sign(ScanList list, DhKeyPair administrator, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(administrator);
        ArgumentNullException.ThrowIfNull(random);
        byte[] bytes = list.Serialize();
        return new(bytes, XEdDsa.Sign(administrator.Private, SignedBytes(bytes), random));
    }

    /// <summary>The list, if the administrator signed it.</summary>
    /// <returns>Null when the signature is not that administrator's, or the bytes are no list.</returns>
    public ScanList? Open(DhPublicKey administrator)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        return XEdDsa.Verify(administrator.U, SignedBytes(List.Span), Signature.Span) ? ScanList.Parse(List.Span) : null;
    }

    /// <summary>The list as it is downloaded: <c>signature(64) || list</c>.</summary>
    public byte[] Serialize() => [.. Signature.Span, .. List.Span];

    /// <summary>Reads what was downloaded.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="list">The list, when the result is true; nobody has checked who signed it.</param>
    /// <returns>False when the bytes are too short for a signature.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out SignedScanList? list)
    {
        list = bytes.Length >= XEdDsa.SignatureSize ? new(bytes[XEdDsa.SignatureSize..], bytes[..XEdDsa.SignatureSize]) : null;
        return list is not null;
    }

    private static byte[] SignedBytes(ReadOnlySpan<byte> list) => [.. "CryptoLessons ScanList"u8, .. list];
}
