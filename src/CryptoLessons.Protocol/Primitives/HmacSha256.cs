using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>HMAC-SHA-256 (RFC 2104, FIPS 180-4) and HKDF over it (RFC 5869) of many short messages in step.</summary>
/// <remarks>
/// Keys, messages and results of n computations stand one behind the other, each kind of one length. One alone is faster here than on the
/// platform only while its message fits a block.
/// </remarks>
public static class HmacSha256
{
    /// <summary>Length of a result and of a pseudorandom key, in bytes.</summary>
    public const int Size = 32;

    private const int LargestKey = 64;
    private const int LargestOutput = 255 * Size;

    /// <summary>HMAC(key, message); also HKDF-Extract(salt, input keying material), where an absent salt is a key of no bytes.</summary>
    /// <param name="keys">n keys of 0 to 64 bytes.</param>
    /// <param name="messages">n messages.</param>
    /// <param name="count">n.</param>
    /// <param name="macs">Where the results go, 32 bytes each.</param>
    /// <exception cref="ArgumentException">Lengths that do not fit.</exception>
    public static void Compute(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> messages, int count, Span<byte> macs)
    {
        if (macs.Length != Size * (long)count || keys.Length > LargestKey * (long)count)
            throw new ArgumentException($"{keys.Length} bytes are no {count} keys of at most {LargestKey}, or {macs.Length} are not {Size} from each.");
        MessageGroups.Run(keys, messages, count, macs, Compute<OneWord>, Compute<EightWords>, Compute<SixteenWords>);
    }

    /// <summary>HKDF-Expand(pseudorandom key, info, length) (RFC 5869 §2.3).</summary>
    /// <param name="prks">n pseudorandom keys of 32 bytes.</param>
    /// <param name="infos">n infos.</param>
    /// <param name="count">n.</param>
    /// <param name="okms">Where the output keying material goes, n times at most 8160 bytes.</param>
    /// <exception cref="ArgumentException">Lengths that do not fit.</exception>
    public static void Expand(ReadOnlySpan<byte> prks, ReadOnlySpan<byte> infos, int count, Span<byte> okms)
    {
        if (prks.Length != Size * (long)count || okms.Length > LargestOutput * (long)count)
            throw new ArgumentException($"{prks.Length} bytes are no {count} keys of {Size}, or {okms.Length} are more than {LargestOutput} from each.");
        MessageGroups.Run(prks, infos, count, okms, Expand<OneWord>, Expand<EightWords>, Expand<SixteenWords>);
    }

    internal static void Compute<TWords>(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> messages, int count, Span<byte> macs)
        where TWords : unmanaged, IWords<TWords> =>
        new Hmac<TWords>(keys, count).Compute(messages, macs);

    internal static void Expand<TWords>(ReadOnlySpan<byte> prks, ReadOnlySpan<byte> infos, int count, Span<byte> okms)
        where TWords : unmanaged, IWords<TWords>
    {
        const int Stack = 4096;
        int infoSize = infos.Length / count, size = okms.Length / count, most = count * (Size + infoSize + 1);
        var hmac = new Hmac<TWords>(prks, count);
        Span<byte> inputs = most <= Stack ? stackalloc byte[Stack] : new byte[most], blocks = stackalloc byte[Size * count];
        for (int i = 1; (i - 1) * Size < size; i++)
        {
            // T(i) = HMAC(PRK, T(i-1) || info || i), and T(0) is empty.
            int at = (i - 1) * Size, previous = i == 1 ? 0 : Size, inputSize = previous + infoSize + 1;
            for (int lane = 0; lane < count; lane++)
            {
                Span<byte> input = inputs.Slice(lane * inputSize, inputSize);
                blocks.Slice(lane * Size, previous).CopyTo(input);
                infos.Slice(lane * infoSize, infoSize).CopyTo(input[previous..]);
                input[^1] = (byte)i;
            }
            hmac.Compute(inputs[..(count * inputSize)], blocks);
            for (int lane = 0; lane < count; lane++)
                blocks.Slice(lane * Size, Math.Min(Size, size - at)).CopyTo(okms[((lane * size) + at)..]);
        }
        CryptographicOperations.ZeroMemory(inputs);
        CryptographicOperations.ZeroMemory(blocks);
    }
}
