using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A key in n parts of which all are needed: the key is their exclusive or, and n - 1 of them say nothing about it.</summary>
/// <remarks>What a provider means that holds its customers' messages and says that no single country can order them opened.</remarks>
public static class StorageKeyParts
{
    /// <summary>A fresh key in parts.</summary>
    /// <param name="parts">How many; at least 2.</param>
    /// <param name="random">Where the parts come from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parts"/> is below 2.</exception>
    public static IReadOnlyList<StorageKey> Generate(int parts, RandomSource random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 2);
        ArgumentNullException.ThrowIfNull(random);
        return [.. Enumerable.Range(0, parts).Select(_ => StorageKey.Generate(random))];
    }

    /// <summary>The key of which these are the parts; another key when one is missing or wrong.</summary>
    public static StorageKey Join(IReadOnlyList<StorageKey> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Span<byte> key = stackalloc byte[Secret.Size];
        key.Clear();
        foreach (StorageKey part in parts)
        {
            byte[] bytes = Hazmat.Reveal(part);
            for (int i = 0; i < key.Length; i++)
                key[i] ^= bytes[i];
            CryptographicOperations.ZeroMemory(bytes);
        }
        var joined = new StorageKey(key);
        CryptographicOperations.ZeroMemory(key);
        return joined;
    }
}
