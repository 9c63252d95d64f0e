using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The key under which a provider stores its customers' messages, or one part of it.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class StorageKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh key.</summary>
    public static StorageKey Generate(RandomSource random) => Draw(random, bytes => new StorageKey(bytes));

    /// <summary>A copy that is wiped on its own.</summary>
    public StorageKey Copy() => new(Hazmat.Reveal(this));

    /// <summary>What lies on the provider's disks.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, RandomSource random) => NoncedGcm.Seal(this, content, [], random);

    /// <summary>A channel's key as it lies on the provider's disks.</summary>
    public byte[] Seal(ChannelKey channel, RandomSource random)
    {
        byte[] bytes = Hazmat.Reveal(channel);
        byte[] stored = Seal(bytes, random);
        CryptographicOperations.ZeroMemory(bytes);
        return stored;
    }

    /// <summary>Reads it again.</summary>
    /// <returns>Null when it was stored under another key, or was changed.</returns>
    public byte[]? Open(ReadOnlySpan<byte> stored) => NoncedGcm.Open(this, stored, []);
}
