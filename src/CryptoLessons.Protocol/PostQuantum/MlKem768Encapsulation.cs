using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>An encapsulation of ML-KEM-768 that began with the header of a key and waits for its vector (ML-KEM Braid).</summary>
/// <remarks>
/// The secret and most of the ciphertext do not depend on the vector. What is kept is m and the header, from which all the rest follows:
/// a library that kept vectors instead had their byte order change when a phone's state moved to another one.
/// </remarks>
public sealed class MlKem768Encapsulation : IDisposable
{
    /// <summary>Length of m, in bytes.</summary>
    public const int MessageSize = 32;

    private readonly byte[] header;
    private readonly byte[] m;
    private readonly byte[] ciphertext1;
    private bool wiped;

    /// <summary>The encapsulation of a given m (FIPS 203 Algorithm 17, as far as the header goes).</summary>
    /// <param name="header">ρ || H(ek), 64 bytes.</param>
    /// <param name="m">32 random bytes.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public MlKem768Encapsulation(ReadOnlySpan<byte> header, ReadOnlySpan<byte> m)
    {
        MlKem768.CheckSize(header, MlKem768.HeaderSize, nameof(header));
        MlKem768.CheckSize(m, MessageSize, nameof(m));
        (this.header, this.m) = (header.ToArray(), m.ToArray());
        Span<byte> k = stackalloc byte[KyberHash.Size], r = stackalloc byte[KyberHash.Size];
        KyberHash.G(m, header[KyberHash.Size..], k, r);
        ciphertext1 = KPke.MlKem768.Encrypt1(header[..KyberHash.Size], r);
        Secret = new(k);
        CryptographicOperations.ZeroMemory(k);
        CryptographicOperations.ZeroMemory(r);
    }

    private MlKem768Encapsulation(MlKem768Encapsulation other)
    {
        (header, m, ciphertext1) = (other.header, other.Message.ToArray(), other.ciphertext1);
        Secret = new(other.Secret.Bytes);
    }

    /// <summary>u compressed: the first 960 bytes of the ciphertext.</summary>
    public ReadOnlySpan<byte> Ciphertext1 => ciphertext1;

    /// <summary>K: wiped with this encapsulation.</summary>
    public SharedSecret Secret { get; }

    /// <summary>ρ || H(ek), 64 bytes.</summary>
    public ReadOnlySpan<byte> Header => header;

    /// <summary>m, 32 bytes: for saving a state, together with the header.</summary>
    internal ReadOnlySpan<byte> Message
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return m;
        }
    }

    /// <summary>v compressed: the last 128 bytes of the ciphertext.</summary>
    /// <param name="vector">t̂ encoded, 1152 bytes, which <see cref="MlKem768.Matches"/> the header.</param>
    /// <exception cref="ArgumentException"><paramref name="vector"/> does not match the header.</exception>
    public byte[] Finish(ReadOnlySpan<byte> vector)
    {
        if (!MlKem768.Matches(header, vector))
            throw new ArgumentException("The vector does not match the header: ask Matches first.", nameof(vector));
        Span<byte> k = stackalloc byte[KyberHash.Size], r = stackalloc byte[KyberHash.Size];
        KyberHash.G(Message, header.AsSpan(KyberHash.Size), k, r);
        byte[] ciphertext2 = KPke.MlKem768.Encrypt2(vector, Message, r);
        CryptographicOperations.ZeroMemory(k);
        CryptographicOperations.ZeroMemory(r);
        return ciphertext2;
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public MlKem768Encapsulation Copy() => new(this);

    /// <summary>Wipes m and the secret; using them afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        wiped = true;
        CryptographicOperations.ZeroMemory(m);
        Secret.Dispose();
    }
}
