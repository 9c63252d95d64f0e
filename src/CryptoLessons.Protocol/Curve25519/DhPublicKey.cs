using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A Curve25519 public key: the 32 bytes of its u-coordinate exactly as they were received (RFC 7748 §5).</summary>
/// <remarks>
/// The bytes are kept verbatim, so that an unreduced coordinate or a set top bit survives being stored and sent again,
/// and two keys are equal when their bytes are. Nothing is checked when a key is parsed: a low-order point shows as an
/// agreement without a result.
/// </remarks>
public sealed class DhPublicKey : IEquatable<DhPublicKey>
{
    /// <summary>Length of the u-coordinate, in bytes.</summary>
    public const int Size = 32;

    /// <summary>Length of the serialized form, in bytes: <c>05 || u</c>.</summary>
    public const int SerializedSize = 33;

    private const byte DjbType = 0x05;

    private readonly Coordinate u;

    /// <summary>Takes a copy of the u-coordinate.</summary>
    /// <param name="u">32 bytes, little-endian.</param>
    /// <exception cref="ArgumentException"><paramref name="u"/> is not 32 bytes long.</exception>
    public DhPublicKey(ReadOnlySpan<byte> u)
    {
        if (u.Length != Size)
            throw new ArgumentException($"A Curve25519 public key has {Size} bytes, not {u.Length}.", nameof(u));
        u.CopyTo(this.u);
    }

    /// <summary>The u-coordinate: 32 bytes, little-endian.</summary>
    public ReadOnlySpan<byte> U => u;

    /// <summary>The key as it stands on the wire: 33 bytes, <c>05 || u</c>.</summary>
    public byte[] Serialize() => [DjbType, .. U];

    /// <summary>Writes the same into 33 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter.</exception>
    public void Serialize(Span<byte> destination)
    {
        if (destination.Length < SerializedSize)
            throw new ArgumentException($"A serialized key has {SerializedSize} bytes, and there is room for {destination.Length}.", nameof(destination));
        destination[0] = DjbType;
        U.CopyTo(destination[1..]);
    }

    /// <summary>Reads the wire form.</summary>
    /// <param name="serialized">33 bytes or more; Signal's library drops what follows the 33rd, and so does this.</param>
    /// <param name="key">The key, when the result is true.</param>
    /// <returns>False when the type byte is not 05 or fewer than 32 bytes follow it.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out DhPublicKey? key)
    {
        key = serialized.Length >= SerializedSize && serialized[0] == DjbType ? new(serialized[1..SerializedSize]) : null;
        return key is not null;
    }

    /// <inheritdoc/>
    public bool Equals(DhPublicKey? other) => other is not null && U.SequenceEqual(other.U);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DhPublicKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(U);
        return hash.ToHashCode();
    }

    /// <summary>The u-coordinate in lower-case hex: a public key is no secret.</summary>
    public override string ToString() => Convert.ToHexStringLower(U);

    [InlineArray(Size)]
    private struct Coordinate
    {
        private byte first;
    }
}
