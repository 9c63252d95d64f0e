using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>The key under which a provider tags what it carries. It opens nothing.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class FrankingKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh key.</summary>
    public static FrankingKey Generate(RandomSource random) => Draw(random, bytes => new FrankingKey(bytes));
}
