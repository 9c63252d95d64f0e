using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>The key of one chip, 80 bits, under which it wraps every session key that it ever uses; or one of the two halves of such a key.</summary>
/// <remarks>The halves are as long as the key, which is their exclusive or: each by itself is random, and says nothing about it.</remarks>
/// <param name="bytes">10 bytes.</param>
public sealed class UnitKey(ReadOnlySpan<byte> bytes) : SkipjackKey(bytes)
{
    /// <summary>One half of a fresh key.</summary>
    public static UnitKey DrawHalf(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        byte[] drawn = new byte[Size];
        random.Fill(drawn);
        var half = new UnitKey(drawn);
        CryptographicOperations.ZeroMemory(drawn);
        return half;
    }

    /// <summary>The key of which these are the halves; another key when one is missing or wrong.</summary>
    public static UnitKey Join(IEnumerable<UnitKey> halves)
    {
        ArgumentNullException.ThrowIfNull(halves);
        byte[] joined = new byte[Size];
        foreach (UnitKey half in halves)
            for (int i = 0; i < Size; i++)
                joined[i] ^= half.Bytes[i];
        var key = new UnitKey(joined);
        CryptographicOperations.ZeroMemory(joined);
        return key;
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public UnitKey Copy() => new(Bytes);

    /// <summary>Wraps a session key: CBC with an IV of zeros and ciphertext stealing, since 80 bits are a block and a quarter.</summary>
    /// <returns>10 bytes, always the same of the same key.</returns>
    public byte[] Wrap(SessionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] blocks = new byte[2 * BlockSize];
        key.Bytes.CopyTo(blocks);
        EncryptBlocks(blocks);
        // The last block goes first, and of the first one the bytes that the other end cannot find again (NIST SP 800-38A, addendum, CS3).
        return [.. blocks[BlockSize..], .. blocks[..(Size - BlockSize)]];
    }

    /// <summary>Opens a wrapped session key: any 10 bytes give some key, and only the checksum beside them tells whether it is the right
    /// one.</summary>
    public SessionKey Unwrap(ReadOnlySpan<byte> wrapped)
    {
        const int Stolen = Size - BlockSize;
        byte[] last = wrapped[..BlockSize].ToArray();
        DecryptBlocks(last);
        // Padding of zeros was added to the first block: what it came to is that block's own bytes.
        byte[] first = [.. wrapped[BlockSize..], .. last[Stolen..]];
        byte[] tail = [(byte)(last[0] ^ first[0]), (byte)(last[1] ^ first[1])];
        DecryptBlocks(first);
        return new([.. first, .. tail]);
    }
}
