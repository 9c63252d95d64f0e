using System.Buffers;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>From agreements to content keys, some fields at a time: the seal's HKDF, the seal, the message key's HKDF, the MAC.</summary>
/// <param name="authority">The public key that they were sealed to.</param>
internal sealed class BulkKeys(DhPublicKey authority)
{
    /// <summary>How many fields go in step: as many messages as the widest processors hash at a time.</summary>
    private const int Group = 16;

    /// <summary>As few messages of one length are hashed faster one by one, by the platform; and longer ones are, however many.</summary>
    private const int TooFew = 4, TooLong = 4096;

    private const int MessageKeySize = MessageKeyEscrow.Size - SealedKey.Overhead;

    private static readonly byte[] Labels = [.. Enumerable.Range(0, Group).SelectMany(_ => ContentKey.Label.ToArray())];

    private readonly List<int> ofMessages = [];
    private byte[] contentKeys = [];
    private BulkKey[] found = [];

    /// <summary>What a field turned out to hold.</summary>
    public BulkKey this[int field] => found[field];

    /// <summary>The content key in a field that holds a key: cipher key and IV.</summary>
    public Span<byte> KeyIn(int field) => contentKeys.AsSpan(field * ContentKey.Size, ContentKey.Size);

    /// <summary>Opens fields, and finds out which of them hold the key of their message.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="agreed">The agreement of each field's ephemeral key with the authority's, 32 bytes each; all zero where there is none.</param>
    public void Open(List<SealedField> fields, ReadOnlySpan<byte> agreed)
    {
        if (fields.Count > found.Length)
            (found, contentKeys) = (new BulkKey[fields.Count], new byte[fields.Count * ContentKey.Size]);
        Array.Clear(found);
        for (int first = 0; first < fields.Count; first += Group)
            Unwrap(fields, first, agreed.Slice(first * Secret.Size, Math.Min(Group, fields.Count - first) * Secret.Size));
        ofMessages.Clear();
        for (int i = 0; i < fields.Count; i++)
            if (found[i] == BulkKey.AnotherMessages)
                ofMessages.Add(i);
        // Messages of one length can be hashed in step.
        ofMessages.Sort((a, b) => fields[a].Message.CoveredSize.CompareTo(fields[b].Message.CoveredSize));
        for (int first = 0; first < ofMessages.Count; first += Group)
            Check(fields, first, Math.Min(Group, ofMessages.Count - first));
    }

    /// <summary>Wipes all keys.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(contentKeys);

    private void Unwrap(List<SealedField> fields, int first, ReadOnlySpan<byte> agreed)
    {
        int count = agreed.Length / Secret.Size;
        Span<byte> prk = stackalloc byte[Group * HmacSha256.Size], wrapping = stackalloc byte[Group * SealedKey.WrappingSize];
        Span<byte> infos = stackalloc byte[Group * SealedKey.InfoSize];
        for (int i = 0; i < count; i++)
            SealedKey.WriteInfo(fields[first + i].Value.Span, authority, infos.Slice(i * SealedKey.InfoSize, SealedKey.InfoSize));
        prk = prk[..(count * HmacSha256.Size)];
        wrapping = wrapping[..(count * SealedKey.WrappingSize)];
        HmacSha256.Compute([], agreed, count, prk);
        HmacSha256.Expand(prk, infos[..(count * SealedKey.InfoSize)], count, wrapping);
        for (int i = 0; i < count; i++)
        {
            int field = first + i;
            ReadOnlySpan<byte> value = fields[field].Value.Span;
            Span<byte> key = value.Length == MessageKeyEscrow.Size ? KeyIn(field)[..MessageKeySize] : KeyIn(field);
            // All zero: a low-order ephemeral key, with which there is no agreement.
            if (agreed.Slice(i * Secret.Size, Secret.Size).ContainsAnyExcept((byte)0)
                && SealedKey.TryUnwrap(value, wrapping.Slice(i * SealedKey.WrappingSize, SealedKey.WrappingSize), key))
                found[field] = key.Length == MessageKeySize ? BulkKey.AnotherMessages : BulkKey.Content;
        }
        CryptographicOperations.ZeroMemory(prk);
        CryptographicOperations.ZeroMemory(wrapping);
    }

    /// <summary>Expands message keys, leaves the content key of each in its place, and looks whether the MACs are right.</summary>
    private void Check(List<SealedField> fields, int first, int count)
    {
        Span<byte> mks = stackalloc byte[Group * MessageKeySize], okm = stackalloc byte[Group * ContentKey.ExpandedSize];
        Span<byte> macKeys = stackalloc byte[Group * ContentKey.MacKeySize];
        for (int i = 0; i < count; i++)
            KeyIn(ofMessages[first + i])[..MessageKeySize].CopyTo(mks[(i * MessageKeySize)..]);
        ReadOnlySpan<byte> labels = Labels.AsSpan(0, count * ContentKey.Label.Length);
        HmacSha256.Expand(mks[..(count * MessageKeySize)], labels, count, okm[..(count * ContentKey.ExpandedSize)]);
        for (int i = 0; i < count; i++)
        {
            Span<byte> expanded = okm.Slice(i * ContentKey.ExpandedSize, ContentKey.ExpandedSize), key = KeyIn(ofMessages[first + i]);
            expanded[..ContentKey.CipherKeySize].CopyTo(key);
            expanded[(ContentKey.CipherKeySize + ContentKey.MacKeySize)..].CopyTo(key[ContentKey.CipherKeySize..]);
            expanded.Slice(ContentKey.CipherKeySize, ContentKey.MacKeySize).CopyTo(macKeys[(i * ContentKey.MacKeySize)..]);
        }
        for (int i = 0, next; i < count; i = next)
        {
            int size = fields[ofMessages[first + i]].Message.CoveredSize;
            for (next = i + 1; next < count && fields[ofMessages[first + next]].Message.CoveredSize == size;)
                next++;
            CheckMacs(fields, first + i, size, macKeys[(i * ContentKey.MacKeySize)..(next * ContentKey.MacKeySize)]);
        }
        CryptographicOperations.ZeroMemory(mks);
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(macKeys);
    }

    /// <summary>Looks whether the MACs of messages of one length are right.</summary>
    private void CheckMacs(List<SealedField> fields, int first, int size, ReadOnlySpan<byte> keys)
    {
        int count = keys.Length / ContentKey.MacKeySize;
        byte[] covered = ArrayPool<byte>.Shared.Rent(count * size);
        Span<byte> macs = stackalloc byte[Group * HmacSha256.Size];
        for (int i = 0; i < count; i++)
            fields[ofMessages[first + i]].Message.WriteCovered(covered.AsSpan(i * size, size));
        if (count > TooFew && size <= TooLong)
            HmacSha256.Compute(keys, covered.AsSpan(0, count * size), count, macs[..(count * HmacSha256.Size)]);
        else
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> key = keys.Slice(i * ContentKey.MacKeySize, ContentKey.MacKeySize);
                HMACSHA256.HashData(key, covered.AsSpan(i * size, size), macs[(i * HmacSha256.Size)..]);
            }
        ArrayPool<byte>.Shared.Return(covered);
        for (int i = 0; i < count; i++)
        {
            int field = ofMessages[first + i];
            if (CryptographicOperations.FixedTimeEquals(macs.Slice(i * HmacSha256.Size, SignalMessage.MacSize), fields[field].Message.Mac))
                found[field] = BulkKey.Authentic;
        }
    }
}
