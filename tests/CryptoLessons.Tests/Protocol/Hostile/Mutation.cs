namespace CryptoLessons.Tests.Protocol;

/// <summary>Damage as an attacker or a bad line does it: a few edits at random places.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        [0x00], [0xFF], [0x7F], [0x80, 0x00], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], Hex.Repeat(0xFF, 10),
        [0x0A, 0x21, 0x05], [0x10, 0xA8, 0xC3, 0x01], [0x22, 0x10], [0x0B], [0x0C], [0x7A, 0x50],
    ];

    /// <summary>The bytes after one to four edits: flipped, inserted, deleted, truncated, repeated, or spliced with another.</summary>
    public static byte[] Mutate(this Random random, byte[] original, IReadOnlyList<byte[]> others)
    {
        byte[] bytes = [.. original];
        for (int edits = random.Next(1, 5); edits > 0; edits--)
            bytes = Edit(random, bytes, others[random.Next(others.Count)]);
        return bytes;
    }

    private static byte[] Edit(Random random, byte[] bytes, byte[] other)
    {
        int at = random.Next(bytes.Length + 1), length = random.Next(Math.Min(bytes.Length - at, 40) + 1);
        ReadOnlySpan<byte> before = bytes.AsSpan(0, at), after = bytes.AsSpan(at), chosen = bytes.AsSpan(at, length);
        switch (random.Next(8))
        {
            case 0 or 1 when bytes.Length > 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2: return [.. before, .. random.NextBytes(random.Next(1, 6)), .. after];
            case 3: return [.. before, .. Tokens[random.Next(Tokens.Length)], .. after];
            case 4: return [.. before, .. after[length..]];
            case 5: return [.. before];
            case 6: return [.. before, .. chosen, .. after];
            default: return [.. before, .. other.AsSpan(random.Next(other.Length + 1))];
        }
    }
}
