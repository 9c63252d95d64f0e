namespace CryptoLessons.Tests.Protocol;

/// <summary>Hex digits as they stand in the specifications, blanks allowed.</summary>
internal static class Hex
{
    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static byte[] Repeat(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    public static byte[] Count(byte first, int count) => [.. Enumerable.Range(first, count).Select(i => (byte)i)];

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
