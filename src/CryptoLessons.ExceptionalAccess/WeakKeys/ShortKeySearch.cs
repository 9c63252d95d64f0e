using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>Tries short keys in order, from zero on, until the MAC of a message fits: it takes no secret of anybody's.</summary>
/// <remarks>
/// A trial is three steps: the key that encrypts, its MAC key, and the MAC. Where no salt makes each message a puzzle of its own, the first two are
/// the same for all messages of everybody, done once and kept in a table: what Logjam did with a prime that many servers shared.
/// Source: Adrian et al., CCS 2015. A message that was searched for is remembered for as long as it lives.
/// </remarks>
public sealed class ShortKeySearch
{
    /// <summary>The unknown bits that an adversary affords in a scaled play; outside, forty are a small matter and sixty-four a large one.</summary>
    public const int DefaultReach = 16;

    /// <summary>As far as anybody may be told to search.</summary>
    public const int FarthestReach = 48;

    private const int MostAtOnce = 64;
    private const int MostCopied = 1 << 16;
    private const int LargestTable = 16;

    private readonly ConditionalWeakTable<Envelope, Searched> searched = [];
    private readonly ConcurrentDictionary<int, byte[]> tables = [];
    private readonly int reach;
    private long expanded;

    /// <summary>A searcher with some means.</summary>
    /// <param name="reach">How many unknown bits it can afford for a message, up to <see cref="FarthestReach"/>.</param>
    public ShortKeySearch(int reach = DefaultReach)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reach);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reach, FarthestReach);
        this.reach = reach;
    }

    /// <summary>How many short keys were expanded to MAC keys so far; a table's are expanded once.</summary>
    public long Expanded => Interlocked.Read(ref expanded);

    /// <summary>Searches for the key of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="known">The first bits of its short key, where they are known.</param>
    /// <returns>Null when it announces no short key, when too many bits are unknown, or when no key fits.</returns>
    public FoundKey? Find(InterceptedMessage message, ShortKey known = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (KeyAnnouncement.In(message.Ciphertext.Span) is not { } announced || known.Bits > announced.Bits || announced.Bits - known.Bits > reach)
            return null;
        Searched result = Remembered(message, announced, known);
        return result.Key is { } key ? new(key, key.Expand(announced.Salt(message.Header.Bytes.Span)), result.Trials) : null;
    }

    private Searched Remembered(InterceptedMessage message, KeyAnnouncement announced, ShortKey known)
    {
        // Another directory names other identity keys, and the MAC covers them.
        if (searched.TryGetValue(message.Envelope, out Searched? before) && before.Is(message.Sender, message.Recipient, known))
            return before;
        ShortKey? key = Search(message, announced, known);
        long trials = key is { } found ? (long)(found.Position - (known.Position << (announced.Bits - known.Bits))) + 1 : 0;
        var result = new Searched(message.Sender, message.Recipient, known, key, trials);
        searched.AddOrUpdate(message.Envelope, result);
        return result;
    }

    private ShortKey? Search(InterceptedMessage message, KeyAnnouncement announced, ShortKey known)
    {
        int size = message.CoveredSize, unknown = announced.Bits - known.Bits;
        int atOnce = (int)Math.Clamp(MostCopied / size, 1, Math.Min(MostAtOnce, 1L << unknown));
        byte[] covered = new byte[size * atOnce], salt = announced.Salt(message.Header.Bytes.Span);
        for (int i = 0; i < atOnce; i++)
            message.WriteCovered(covered.AsSpan(i * size, size));
        byte[]? table = announced.Salted || known.Bits > 0 || unknown > LargestTable ? null : tables.GetOrAdd(announced.Bits, Table);
        Span<byte> keys = stackalloc byte[Secret.Size * atOnce], macs = stackalloc byte[HmacSha256.Size * atOnce];
        for (ulong first = 0; first >> unknown == 0; first += (ulong)atOnce)
        {
            int n = (int)Math.Min((ulong)atOnce, (1UL << unknown) - first);
            if (table is null)
                Expand(announced.Bits, known, first, salt, keys[..(Secret.Size * n)]);
            else
                table.AsSpan((int)first * Secret.Size, n * Secret.Size).CopyTo(keys);
            HmacSha256.Compute(keys[..(Secret.Size * n)], covered.AsSpan(0, size * n), n, macs[..(HmacSha256.Size * n)]);
            for (int i = 0; i < n; i++)
                if (macs.Slice(HmacSha256.Size * i, SignalMessage.MacSize).SequenceEqual(message.Mac))
                    return new(Candidate(announced.Bits, known, first + (ulong)i), announced.Bits);
        }
        return null;
    }

    private byte[] Table(int bits)
    {
        byte[] keys = new byte[Secret.Size << bits];
        int count = 1 << bits, atOnce = Math.Min(count, MostAtOnce);
        for (int first = 0; first < count; first += atOnce)
            Expand(bits, default, (ulong)first, [], keys.AsSpan(first * Secret.Size, atOnce * Secret.Size));
        return keys;
    }

    /// <summary>The MAC keys of the candidates from one on.</summary>
    private void Expand(int bits, ShortKey known, ulong first, ReadOnlySpan<byte> salt, Span<byte> macKeys)
    {
        const int KeysSize = 2 * Secret.Size;
        ReadOnlySpan<byte> label = "WhisperMessageKeys"u8;
        int n = macKeys.Length / Secret.Size;
        Span<byte> salts = stackalloc byte[salt.Length * n], inputs = stackalloc byte[ShortKey.InputSize * n];
        Span<byte> labels = stackalloc byte[label.Length * n];
        Span<byte> keys = stackalloc byte[Secret.Size * n], expandedKeys = stackalloc byte[KeysSize * n];
        for (int i = 0; i < n; i++)
        {
            salt.CopyTo(salts[(salt.Length * i)..]);
            ShortKey.WriteInput(Candidate(bits, known, first + (ulong)i), inputs[(ShortKey.InputSize * i)..]);
            label.CopyTo(labels[(label.Length * i)..]);
        }
        HmacSha256.Compute(salts, inputs, n, keys);
        HmacSha256.Expand(keys, labels, n, expandedKeys);
        for (int i = 0; i < n; i++)
            expandedKeys.Slice((KeysSize * i) + Secret.Size, Secret.Size).CopyTo(macKeys[(Secret.Size * i)..]);
        Interlocked.Add(ref expanded, n);
    }

    private static ulong Candidate(int bits, ShortKey known, ulong number) => known.Value | (number << (ShortKey.MostBits - bits));

    private sealed record Searched(DhPublicKey Sender, DhPublicKey Recipient, ShortKey Known, ShortKey? Key, long Trials)
    {
        public bool Is(DhPublicKey sender, DhPublicKey recipient, ShortKey known) =>
            Sender.Equals(sender) && Recipient.Equals(recipient) && Known == known;
    }
}
