using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A Curve25519 private key together with its public key.</summary>
public sealed class DhKeyPair : IDisposable
{
    private DhKeyPair(DhPrivateKey privateKey, DhPublicKey publicKey) => (Private, Public) = (privateKey, publicKey);

    /// <summary>The private key, clamped; wiped with the pair.</summary>
    public DhPrivateKey Private { get; }

    /// <summary>X25519(private, 9).</summary>
    public DhPublicKey Public { get; }

    /// <summary>A fresh pair from 32 bytes of <paramref name="random"/>.</summary>
    public static DhKeyPair Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Secret.Size];
        random.Fill(bytes);
        DhKeyPair pair = FromPrivate(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return pair;
    }

    /// <summary>The pair of a given private key.</summary>
    /// <param name="privateKey">32 bytes, clamped or not.</param>
    /// <exception cref="ArgumentException"><paramref name="privateKey"/> is not 32 bytes long.</exception>
    public static DhKeyPair FromPrivate(ReadOnlySpan<byte> privateKey)
    {
        var key = new DhPrivateKey(privateKey);
        return new(key, X25519.PublicKey(key));
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public DhKeyPair Copy() => new(Private.Copy(), Public);

    /// <summary>Wipes the private key.</summary>
    public void Dispose() => Private.Dispose();

    /// <summary>The public key, and that there is a private one.</summary>
    public override string ToString() => $"DhKeyPair({Public}, {Private})";
}
