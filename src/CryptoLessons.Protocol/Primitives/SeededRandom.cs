using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>A random source that gives the same bytes for the same seed and path, on every machine and for any number of cores.</summary>
/// <remarks>
/// The stream is HMAC-SHA-256(key, counter) for counter = 0, 1, 2 ... Each purpose draws from a child of its own, so that
/// one more draw for one purpose moves nothing for any other. For teaching and tests only: who knows the seed knows every key.
/// </remarks>
public sealed class SeededRandom : RandomSource
{
    private readonly byte[] key;
    private readonly byte[] block = new byte[HMACSHA256.HashSizeInBytes];
    private ulong counter;
    private int used = HMACSHA256.HashSizeInBytes;

    /// <summary>The root stream of a seed.</summary>
    /// <param name="seed">Any number; printed by every tool that takes one.</param>
    public SeededRandom(long seed)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, seed);
        key = HMACSHA256.HashData("CryptoLessons seed"u8, number);
    }

    private SeededRandom(byte[] key) => this.key = key;

    /// <summary>The stream for one purpose, person or design below this one; independent of what was drawn here before.</summary>
    /// <param name="name">What the stream is for, such as a person's name.</param>
    public SeededRandom Child(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("child:" + name)));
    }

    /// <inheritdoc/>
    public override SeededRandom Copy()
    {
        var copy = new SeededRandom(key) { counter = counter, used = used };
        block.CopyTo(copy.block, 0);
        return copy;
    }

    /// <inheritdoc/>
    public override void Fill(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (used == block.Length)
                NextBlock();
            int n = Math.Min(destination.Length, block.Length - used);
            block.AsSpan(used, n).CopyTo(destination);
            used += n;
            destination = destination[n..];
        }
    }

    private void NextBlock()
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(number, counter++);
        HMACSHA256.HashData(key, number, block);
        used = 0;
    }
}
