using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>A copy of a phone's contents as it lies at a provider, encrypted under whoever's key.</summary>
/// <param name="Salt">What a code is hashed with; empty where the key comes from no code.</param>
/// <param name="Records">The contents, record by record.</param>
public sealed record CloudBackup(ReadOnlyMemory<byte> Salt, IReadOnlyList<ReadOnlyMemory<byte>> Records)
{
    private const int SaltSize = 16;

    /// <summary>A copy under a key: the provider's, or one that its owner wrote down.</summary>
    public static CloudBackup Seal(IEnumerable<ReadOnlyMemory<byte>> contents, StorageKey key, RandomSource random) =>
        new(ReadOnlyMemory<byte>.Empty, Sealed(contents, key, random));

    /// <summary>A copy under a key that follows from a code and nothing else: no chip stands between a thief and the next guess.</summary>
    public static CloudBackup Seal(IEnumerable<ReadOnlyMemory<byte>> contents, Passcode code, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(random);
        byte[] salt = new byte[SaltSize];
        random.Fill(salt);
        using StorageKey key = Derive(code, salt);
        return new(salt, Sealed(contents, key, random));
    }

    /// <summary>Opens the copy with a key.</summary>
    /// <returns>Null when it is the wrong key; a copy without a record has no wrong one.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Open(StorageKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var opened = new List<ReadOnlyMemory<byte>>();
        foreach (ReadOnlyMemory<byte> record in Records)
            if (key.Open(record.Span) is { } content)
                opened.Add(content);
            else
                return null;
        return opened;
    }

    /// <summary>Opens the copy with a code.</summary>
    /// <returns>Null when it is the wrong code.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Open(Passcode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        using StorageKey key = Derive(code, Salt.Span);
        return Open(key);
    }

    private static ReadOnlyMemory<byte>[] Sealed(IEnumerable<ReadOnlyMemory<byte>> contents, StorageKey key, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(key);
        return [.. contents.Select(record => (ReadOnlyMemory<byte>)key.Seal(record.Span, random))];
    }

    private static StorageKey Derive(Passcode code, ReadOnlySpan<byte> salt)
    {
        // One round: slowing this down multiplies owner's and thief's time alike, and the number of guesses stays.
        byte[] derived = HMACSHA256.HashData(salt, code.Typed());
        var key = new StorageKey(derived);
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }
}
