using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>ML-KEM-768 (FIPS 203), whole, and in the parts that the sparse post-quantum ratchet sends one by one (ML-KEM Braid).</summary>
public static class MlKem768
{
    /// <summary>Length of a header ρ || H(ek), in bytes.</summary>
    public const int HeaderSize = 64;

    /// <summary>Length of a vector, t̂ encoded, in bytes.</summary>
    public const int VectorSize = 1152;

    /// <summary>Length of a public key ek = t̂ || ρ, in bytes.</summary>
    public const int PublicKeySize = 1184;

    /// <summary>Length of the first part of a ciphertext, u compressed, in bytes.</summary>
    public const int Ciphertext1Size = 960;

    /// <summary>Length of the second part, v compressed, in bytes.</summary>
    public const int Ciphertext2Size = 128;

    /// <summary>Length of both parts, in bytes: the ciphertext as FIPS 203 has it.</summary>
    public const int CiphertextSize = Ciphertext1Size + Ciphertext2Size;

    /// <summary>Whether a vector is what its header announced: the hash agrees, and every coefficient is below q (FIPS 203 §7.2).</summary>
    /// <param name="header">ρ || H(ek), 64 bytes.</param>
    /// <param name="vector">t̂ encoded, 1152 bytes.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public static bool Matches(ReadOnlySpan<byte> header, ReadOnlySpan<byte> vector)
    {
        CheckSize(header, HeaderSize, nameof(header));
        CheckSize(vector, VectorSize, nameof(vector));
        ReadOnlySpan<byte> rho = header[..KyberHash.Size], hash = header[KyberHash.Size..];
        return hash.SequenceEqual(KyberHash.H(vector, rho)) && KPke.MlKem768.IsCanonical(vector);
    }

    /// <summary>Begins an encapsulation with the header alone; <see cref="MlKem768Encapsulation.Finish"/> ends it with the vector.</summary>
    /// <param name="header">ρ || H(ek), 64 bytes.</param>
    /// <param name="random">Gives 32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="header"/> is not 64 bytes long.</exception>
    public static MlKem768Encapsulation Encapsulate(ReadOnlySpan<byte> header, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        CheckSize(header, HeaderSize, nameof(header));
        Span<byte> m = stackalloc byte[MlKem768Encapsulation.MessageSize];
        random.Fill(m);
        var encapsulation = new MlKem768Encapsulation(header, m);
        CryptographicOperations.ZeroMemory(m);
        return encapsulation;
    }

    /// <summary>A whole encapsulation, as FIPS 203 has it (Algorithm 20).</summary>
    /// <param name="publicKey">ek = t̂ || ρ as it was received.</param>
    /// <param name="random">Gives 32 bytes when the key is a valid one.</param>
    /// <param name="ciphertext">1088 bytes, when the result is true.</param>
    /// <param name="secret">K, when the result is true.</param>
    /// <returns>False when the key is not 1184 bytes long or has a coefficient of q or more.</returns>
    public static bool TryEncapsulate(ReadOnlySpan<byte> publicKey, RandomSource random,
        [NotNullWhen(true)] out byte[]? ciphertext, [NotNullWhen(true)] out SharedSecret? secret)
    {
        (ciphertext, secret) = (null, null);
        if (publicKey.Length != PublicKeySize || !KPke.MlKem768.IsCanonical(publicKey[..VectorSize]))
            return false;
        byte[] header = [.. publicKey[VectorSize..], .. KyberHash.H(publicKey)];
        using MlKem768Encapsulation encapsulation = Encapsulate(header, random);
        ciphertext = [.. encapsulation.Ciphertext1, .. encapsulation.Finish(publicKey[..VectorSize])];
        secret = new(encapsulation.Secret.Bytes);
        return true;
    }

    /// <summary>The secret of a ciphertext in two parts; of a forged one a secret that nobody else can know (FIPS 203 Algorithm 21).</summary>
    /// <param name="keyPair">The key that it was made for.</param>
    /// <param name="ciphertext1">960 bytes.</param>
    /// <param name="ciphertext2">128 bytes.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public static SharedSecret Decapsulate(MlKem768KeyPair keyPair, ReadOnlySpan<byte> ciphertext1, ReadOnlySpan<byte> ciphertext2)
    {
        ArgumentNullException.ThrowIfNull(keyPair);
        CheckSize(ciphertext1, Ciphertext1Size, nameof(ciphertext1));
        CheckSize(ciphertext2, Ciphertext2Size, nameof(ciphertext2));
        Span<byte> rejected = stackalloc byte[KyberHash.Size], k = stackalloc byte[KyberHash.Size];
        KyberHash.J(keyPair.Key.Z, ciphertext1, ciphertext2, rejected);
        keyPair.Key.Decapsulate(ciphertext1, ciphertext2, otherwise: rejected, k);
        var secret = new SharedSecret(k);
        CryptographicOperations.ZeroMemory(k);
        CryptographicOperations.ZeroMemory(rejected);
        return secret;
    }

    /// <summary>The secret of a whole ciphertext.</summary>
    /// <param name="keyPair">The key that it was made for.</param>
    /// <param name="ciphertext">1088 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="ciphertext"/> is not 1088 bytes long.</exception>
    public static SharedSecret Decapsulate(MlKem768KeyPair keyPair, ReadOnlySpan<byte> ciphertext)
    {
        CheckSize(ciphertext, CiphertextSize, nameof(ciphertext));
        return Decapsulate(keyPair, ciphertext[..Ciphertext1Size], ciphertext[Ciphertext1Size..]);
    }

    internal static void CheckSize(ReadOnlySpan<byte> bytes, int size, string name)
    {
        if (bytes.Length != size)
            throw new ArgumentException($"{size} bytes are wanted, not {bytes.Length}.", name);
    }
}
