using System.Buffers.Binary;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A phone's random generator out of a hash, begun once from a seed: nothing is wrong with it as long as nobody knows the seed.</summary>
/// <remarks>The stream is HMAC-SHA-256(seed, counter) for counter = 0, 1, 2 ... Ours; a real one would also mix in new randomness from time to
/// time.</remarks>
public sealed class SeededGenerator : RandomSource
{
    private readonly byte[] seed;
    private readonly byte[] block = new byte[HMACSHA256.HashSizeInBytes];
    private ulong counter;
    private int used = HMACSHA256.HashSizeInBytes;

    /// <summary>A generator at its beginning.</summary>
    /// <param name="seed">32 bytes.</param>
    public SeededGenerator(ReadOnlySpan<byte> seed) => this.seed = seed.ToArray();

    private SeededGenerator(SeededGenerator original)
    {
        (seed, counter, used, Told) = (original.seed, original.counter, original.used, original.Told);
        original.block.CopyTo(block, 0);
    }

    /// <summary>Length of a seed, in bytes.</summary>
    public const int SeedSize = 32;

    /// <summary>The seed.</summary>
    public ReadOnlySpan<byte> Seed => seed;

    /// <summary>How many pieces of the seed a <see cref="TalkingNonce"/> has told so far.</summary>
    public int Told { get; set; }

    /// <summary>A new phone's generator.</summary>
    /// <param name="random">True randomness, of which it takes 32 bytes.</param>
    public static SeededGenerator Install(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        byte[] seed = new byte[SeedSize];
        random.Fill(seed);
        return new(seed);
    }

    /// <inheritdoc/>
    public override SeededGenerator Copy() => new(this);

    /// <inheritdoc/>
    public override void Fill(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (used == block.Length)
                Step();
            int n = Math.Min(destination.Length, block.Length - used);
            block.AsSpan(used, n).CopyTo(destination);
            used += n;
            destination = destination[n..];
        }
    }

    private void Step()
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(number, counter++);
        HMACSHA256.HashData(seed, number, block);
        used = 0;
    }
}
