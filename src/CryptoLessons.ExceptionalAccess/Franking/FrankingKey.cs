using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>The key under which a provider tags what it carries. It opens nothing.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class FrankingKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh key.</summary>
    public static FrankingKey Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Size];
        random.Fill(bytes);
        var key = new FrankingKey(bytes);
        bytes.Clear();
        return key;
    }
}
