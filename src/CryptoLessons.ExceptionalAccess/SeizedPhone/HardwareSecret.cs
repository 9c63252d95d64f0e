using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>The secret burnt into one phone's security chip. It never leaves the chip, so that codes can be tried on that phone only.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class HardwareSecret(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A fresh secret.</summary>
    public static HardwareSecret Generate(RandomSource random) => Draw(random, bytes => new HardwareSecret(bytes));
}
