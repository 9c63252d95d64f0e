using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A private key made ready to sign many messages: its Edwards point, half the work of a signature, is computed once.</summary>
/// <remarks>Disposing wipes it; the private key that it was made from is the caller's.</remarks>
public sealed class XEdDsaSigner : IDisposable
{
    private readonly byte[] k;
    private readonly byte[] encodedA = new byte[EdwardsPoint.Size];
    private Scalar a;
    private bool wiped;

    /// <summary>Makes a key ready.</summary>
    public XEdDsaSigner(DhPrivateKey key)
        : this((key ?? throw new ArgumentNullException(nameof(key))).Bytes)
    {
    }

    /// <summary>Clamps and copies 32 bytes.</summary>
    internal XEdDsaSigner(ReadOnlySpan<byte> privateKey)
    {
        k = privateKey.ToArray();
        k[0] &= 0xF8;
        k[31] &= 0x7F;
        k[31] |= 0x40;
        a = Scalar.FromBytes(k);
        EdwardsCurve.BaseTables.Multiply(a).Compress(encodedA);
    }

    /// <summary>Signs a message, in time that depends on no secret: <see cref="XEdDsa.Sign(ReadOnlySpan{byte}, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/> with this key.</summary>
    /// <param name="message">Any number of bytes.</param>
    /// <param name="randomness">64 fresh random bytes, the paper's Z.</param>
    /// <returns>The signature: 64 bytes.</returns>
    /// <exception cref="ArgumentException">The randomness has another length.</exception>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message, ReadOnlySpan<byte> randomness)
    {
        ObjectDisposedException.ThrowIf(wiped, this);
        return XEdDsa.SignWith(k, a, encodedA, message, randomness);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(k);
        Scalar.Wipe(ref a);
        wiped = true;
    }
}
