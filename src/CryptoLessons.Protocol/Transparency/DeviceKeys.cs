using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>The identity keys of somebody's devices, as they stand in a directory under a name.</summary>
public sealed class DeviceKeys : IEquatable<DeviceKeys>
{
    private const int KeyField = 1;

    private readonly byte[] serialized;

    /// <summary>A list of keys.</summary>
    /// <param name="keys">Identity keys in the order in which they are published; none for somebody who has no device any more.</param>
    public DeviceKeys(params IReadOnlyList<DhPublicKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Keys = [.. keys];
        var writer = new WireWriter();
        foreach (DhPublicKey key in keys)
            writer.Bytes(KeyField, key.Serialize());
        serialized = writer.ToArray();
    }

    /// <summary>The keys, in their order.</summary>
    public IReadOnlyList<DhPublicKey> Keys { get; }

    /// <summary>What stands in the tree for the list: SHA-256 of its wire form.</summary>
    public TreeHash Hash => TreeHash.Of(serialized);

    /// <summary>The list on the wire: each key in a field 1.</summary>
    public byte[] Serialize() => [.. serialized];

    /// <summary>Reads the wire form.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="keys">The list, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some list.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out DeviceKeys? keys) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out keys);

    /// <inheritdoc/>
    public bool Equals(DeviceKeys? other) => other is not null && serialized.AsSpan().SequenceEqual(other.serialized);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeviceKeys);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(serialized);
        return hash.ToHashCode();
    }

    /// <summary>The keys in hex: public keys are no secrets.</summary>
    public override string ToString() => $"[{string.Join(", ", Keys)}]";

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out DeviceKeys? keys)
    {
        keys = null;
        var read = new List<DhPublicKey>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
        {
            if (field.Number != KeyField || !DhPublicKey.TryParse(field.Bytes, out DhPublicKey? key))
                return false;
            read.Add(key);
        }
        if (!reader.Malformed)
            keys = new(read);
        return keys is not null;
    }
}
