using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>Where keys come from: injected everywhere, so that a lesson can be played again byte for byte.</summary>
public abstract class RandomSource
{
    /// <summary>The operating system's generator.</summary>
    public static RandomSource System { get; } = new SystemRandom();

    /// <summary>Fills <paramref name="destination"/> with random bytes.</summary>
    public abstract void Fill(Span<byte> destination);

    /// <summary>A second source at the same place of the same stream: both give the same bytes from here on.</summary>
    /// <exception cref="NotSupportedException">What comes out of this source can never come again.</exception>
    public virtual RandomSource Copy() => throw new NotSupportedException($"What comes out of a {GetType().Name} can never come again.");

    private sealed class SystemRandom : RandomSource
    {
        public override void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
    }
}
