using System.Diagnostics.CodeAnalysis;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>A public key of CRYSTALS-Kyber-1024, round 3: 1568 bytes, t̂ || ρ, exactly as they were received.</summary>
/// <remarks>
/// A coefficient of q or more is taken modulo q, as round 3 and Signal's library do; the hash of the key that goes into every shared secret
/// is of the bytes as they stand.
/// </remarks>
public sealed class Kyber1024PublicKey : IEquatable<Kyber1024PublicKey>
{
    /// <summary>Length of the key, in bytes.</summary>
    public const int Size = 1568;

    /// <summary>Length of the serialized form, in bytes: <c>08 || key</c>.</summary>
    public const int SerializedSize = 1 + Size;

    private const byte KyberType = 0x08;

    private readonly byte[] bytes;

    /// <summary>Takes a copy of the key.</summary>
    /// <param name="bytes">1568 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 1568 bytes long.</exception>
    public Kyber1024PublicKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A Kyber-1024 public key has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        this.bytes = bytes.ToArray();
    }

    /// <summary>The key: 1568 bytes, t̂ || ρ.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The key as it stands on the wire: 1569 bytes, <c>08 || key</c>.</summary>
    public byte[] Serialize() => [KyberType, .. bytes];

    /// <summary>Reads the wire form.</summary>
    /// <param name="serialized">Exactly 1569 bytes.</param>
    /// <param name="key">The key, when the result is true.</param>
    /// <returns>False when the type byte is not 08 or the length is another one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out Kyber1024PublicKey? key)
    {
        key = serialized.Length == SerializedSize && serialized[0] == KyberType ? new(serialized[1..]) : null;
        return key is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Kyber1024PublicKey? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Kyber1024PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>SHA3-256 of the key in lower-case hex: a public key is no secret, but a long one.</summary>
    public override string ToString() => Convert.ToHexStringLower(KyberHash.H(bytes));
}
