using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Franking;

/// <summary>What opens the commitment to one message: its sender and its recipient have it, and whoever the recipient hands it to.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class OpeningKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh key.</summary>
    public static OpeningKey Generate(RandomSource random) => Draw(random, bytes => new OpeningKey(bytes));
}
