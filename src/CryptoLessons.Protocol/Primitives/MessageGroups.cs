using System.Runtime.Intrinsics;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>Many messages of one length each with its key, cut into as many at once as the processor has lanes for.</summary>
internal static class MessageGroups
{
    /// <summary>Computes the results of one group.</summary>
    /// <param name="keys">As many as <paramref name="count"/>, one behind the other, as all here.</param>
    /// <param name="messages">One for each key.</param>
    /// <param name="count">How many.</param>
    /// <param name="results">One for each key.</param>
    public delegate void Operation(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> messages, int count, Span<byte> results);

    /// <summary>Does one operation for all, in the widest groups that help.</summary>
    /// <exception cref="ArgumentException">A length is no multiple of <paramref name="count"/>.</exception>
    public static void Run(
        ReadOnlySpan<byte> keys, ReadOnlySpan<byte> messages, int count, Span<byte> results, Operation one, Operation eight, Operation sixteen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int n = Math.Max(count, 1), keySize = keys.Length / n, messageSize = messages.Length / n, resultSize = results.Length / n;
        if (keySize * count != keys.Length || messageSize * count != messages.Length || resultSize * count != results.Length)
            throw new ArgumentException($"{keys.Length}, {messages.Length} and {results.Length} bytes are no {count} keys, messages and results.");
        (int lanes, Operation operation) = count > 1 && Vector512.IsHardwareAccelerated ? (Sha256State<SixteenWords>.Lanes, sixteen)
            : count > 1 && Vector256.IsHardwareAccelerated ? (Sha256State<EightWords>.Lanes, eight)
            : (1, one);
        for (int at = 0; at < count; at += lanes)
        {
            n = Math.Min(lanes, count - at);
            ReadOnlySpan<byte> groupsKeys = keys.Slice(at * keySize, n * keySize), groupsMessages = messages.Slice(at * messageSize, n * messageSize);
            operation(groupsKeys, groupsMessages, n, results.Slice(at * resultSize, n * resultSize));
        }
    }
}
