using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>A random source that gives the bytes of a vector, in order, and no others.</summary>
internal sealed class GivenBytes(byte[] bytes) : RandomSource
{
    private int used;

    public override void Fill(Span<byte> destination)
    {
        bytes.AsSpan(used, destination.Length).CopyTo(destination);
        used += destination.Length;
    }
}
