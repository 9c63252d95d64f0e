using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A random source that counts what is drawn from it, so that a test can tell that nothing was.</summary>
internal sealed class CountingRandom(RandomSource inner) : RandomSource
{
    /// <summary>Bytes drawn so far.</summary>
    public long Drawn { get; private set; }

    public override void Fill(Span<byte> destination)
    {
        Drawn += destination.Length;
        inner.Fill(destination);
    }
}
