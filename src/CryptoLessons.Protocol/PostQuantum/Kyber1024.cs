using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>CRYSTALS-Kyber-1024 of round 3 of NIST's competition, which PQXDH uses: not ML-KEM-1024, though every length is the same.</summary>
public static class Kyber1024
{
    /// <summary>Length of a ciphertext, in bytes.</summary>
    public const int CiphertextSize = 1568;

    /// <summary>A fresh secret and the ciphertext from which only the owner of the key learns it (Kyber round 3, Algorithm 8).</summary>
    /// <param name="key">Whose key: any 1568 bytes will do.</param>
    /// <param name="random">Gives 32 bytes.</param>
    /// <returns>The ciphertext, 1568 bytes, and the secret.</returns>
    public static (byte[] Ciphertext, SharedSecret Secret) Encapsulate(Kyber1024PublicKey key, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> drawn = stackalloc byte[KyberHash.Size], kBar = stackalloc byte[KyberHash.Size], r = stackalloc byte[KyberHash.Size];
        random.Fill(drawn);
        // Round 3 hashes what it draws, lest a poor generator's output go out. FIPS 203 does not.
        byte[] m = KyberHash.H(drawn);
        KyberHash.G(m, KyberHash.H(key.Bytes), kBar, r);
        byte[] ciphertext =
        [
            .. KPke.Kyber1024.Encrypt1(key.Bytes[KPke.Kyber1024.VectorSize..], r),
            .. KPke.Kyber1024.Encrypt2(key.Bytes, m, r),
        ];
        SharedSecret secret = Kdf(kBar, ciphertext);
        CryptographicOperations.ZeroMemory(drawn);
        CryptographicOperations.ZeroMemory(m);
        CryptographicOperations.ZeroMemory(r);
        return (ciphertext, secret);
    }

    /// <summary>The secret of a ciphertext; of a forged one a secret that nobody else can know (Kyber round 3, Algorithm 9).</summary>
    /// <param name="keyPair">The key that it was made for.</param>
    /// <param name="ciphertext">1568 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="ciphertext"/> is not 1568 bytes long.</exception>
    public static SharedSecret Decapsulate(Kyber1024KeyPair keyPair, ReadOnlySpan<byte> ciphertext)
    {
        ArgumentNullException.ThrowIfNull(keyPair);
        if (ciphertext.Length != CiphertextSize)
            throw new ArgumentException($"A Kyber-1024 ciphertext has {CiphertextSize} bytes, not {ciphertext.Length}.", nameof(ciphertext));
        int c1 = KPke.Kyber1024.Ciphertext1Size;
        Span<byte> kBar = stackalloc byte[KyberHash.Size];
        keyPair.Key.Decapsulate(ciphertext[..c1], ciphertext[c1..], otherwise: keyPair.Key.Z, kBar);
        return Kdf(kBar, ciphertext);
    }

    // KDF(K̄ || H(c)). Wipes K̄.
    private static SharedSecret Kdf(Span<byte> kBar, ReadOnlySpan<byte> ciphertext)
    {
        KyberHash.J(kBar, KyberHash.H(ciphertext), [], kBar);
        var secret = new SharedSecret(kBar);
        CryptographicOperations.ZeroMemory(kBar);
        return secret;
    }
}
