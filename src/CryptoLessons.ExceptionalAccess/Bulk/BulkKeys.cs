using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>From agreements to content keys, some fields at a time: the seal's HKDF, the seal, the message key's HKDF, the MAC.</summary>
/// <param name="authority">The public key that they were sealed to.</param>
internal sealed class BulkKeys(DhPublicKey authority)
{
    private const int Lanes = LaneHmac.Lanes;
    private const int MessageKeySize = MessageKeyEscrow.Size - SealedKey.Overhead;

    /// <summary>Longer ones are left to the platform, which is quick with them: one in a lane would keep all others waiting.</summary>
    private const int LongestInALane = 4096;

    // HKDF-Extract without a salt has a key of zeros (RFC 5869 §2.2).
    private static readonly byte[] NoSalt = new byte[Lanes * LaneHmac.Size];
    private static readonly byte[] Labels = [.. Enumerable.Range(0, Lanes).SelectMany(_ => ContentKey.Label.ToArray())];

    private readonly LaneHmac hmac = new();
    private readonly byte[] infos = new byte[Lanes * SealedKey.InfoSize];
    private readonly List<int> waiting = new(Lanes);
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
        for (int first = 0; first < fields.Count; first += Lanes)
            Unwrap(fields, first, agreed);
        for (int i = 0; i < fields.Count; i++)
        {
            if (found[i] == BulkKey.AnotherMessages)
                waiting.Add(i);
            if (waiting.Count == Lanes)
                Check(fields);
        }
        Check(fields);
    }

    /// <summary>Wipes all keys.</summary>
    public void Wipe()
    {
        CryptographicOperations.ZeroMemory(contentKeys);
        hmac.Wipe();
    }

    private void Unwrap(List<SealedField> fields, int first, ReadOnlySpan<byte> agreed)
    {
        Span<byte> prk = stackalloc byte[Lanes * LaneHmac.Size], wrapping = stackalloc byte[Lanes * SealedKey.WrappingSize];
        int count = Math.Min(Lanes, fields.Count - first);
        for (int lane = 0; lane < count; lane++)
        {
            AgreedFor(first + lane, agreed).CopyTo(hmac.Message(lane, Secret.Size));
            SealedKey.WriteInfo(fields[first + lane].Value.Span, authority, infos.AsSpan(lane * SealedKey.InfoSize, SealedKey.InfoSize));
        }
        hmac.Compute(NoSalt, prk);
        hmac.Expand(prk, infos, wrapping);
        for (int lane = 0; lane < count; lane++)
        {
            int field = first + lane;
            ReadOnlySpan<byte> value = fields[field].Value.Span;
            Span<byte> key = value.Length == MessageKeyEscrow.Size ? KeyIn(field)[..MessageKeySize] : KeyIn(field);
            ReadOnlySpan<byte> own = wrapping.Slice(lane * SealedKey.WrappingSize, SealedKey.WrappingSize);
            // All zero: a low-order ephemeral key, with which there is no agreement.
            if (AgreedFor(field, agreed).ContainsAnyExcept((byte)0) && TryUnwrap(value, own, key))
                found[field] = key.Length == MessageKeySize ? BulkKey.AnotherMessages : BulkKey.Content;
        }
        CryptographicOperations.ZeroMemory(prk);
        CryptographicOperations.ZeroMemory(wrapping);
    }

    private static bool TryUnwrap(ReadOnlySpan<byte> value, ReadOnlySpan<byte> wrapping, Span<byte> key) =>
        AesRounds.IsSupported ? SealedKey.TryUnwrapQuickly(value, wrapping, key) : SealedKey.TryUnwrap(value, wrapping, key);

    /// <summary>Expands message keys, leaves the content key of each in its place, and looks whether the MAC is right.</summary>
    private void Check(List<SealedField> fields)
    {
        Span<byte> mks = stackalloc byte[Lanes * MessageKeySize], okm = stackalloc byte[Lanes * ContentKey.ExpandedSize];
        Span<byte> macKeys = stackalloc byte[Lanes * ContentKey.MacKeySize], macs = stackalloc byte[Lanes * LaneHmac.Size];
        for (int lane = 0; lane < waiting.Count; lane++)
            KeyIn(waiting[lane])[..MessageKeySize].CopyTo(mks[(lane * MessageKeySize)..]);
        hmac.Expand(mks, Labels, okm);
        for (int lane = 0; lane < waiting.Count; lane++)
        {
            Span<byte> expanded = okm.Slice(lane * ContentKey.ExpandedSize, ContentKey.ExpandedSize), key = KeyIn(waiting[lane]);
            expanded[..ContentKey.CipherKeySize].CopyTo(key);
            expanded[(ContentKey.CipherKeySize + ContentKey.MacKeySize)..].CopyTo(key[ContentKey.CipherKeySize..]);
            expanded.Slice(ContentKey.CipherKeySize, ContentKey.MacKeySize).CopyTo(macKeys[(lane * ContentKey.MacKeySize)..]);
            InterceptedMessage message = fields[waiting[lane]].Message;
            if (message.CoveredSize <= LongestInALane)
                message.WriteCovered(hmac.Message(lane, message.CoveredSize));
        }
        hmac.Compute(macKeys, macs);
        for (int lane = 0; lane < waiting.Count; lane++)
        {
            InterceptedMessage message = fields[waiting[lane]].Message;
            Span<byte> mac = macs.Slice(lane * LaneHmac.Size, LaneHmac.Size);
            if (message.CoveredSize > LongestInALane)
                ComputeLong(message, macKeys.Slice(lane * ContentKey.MacKeySize, ContentKey.MacKeySize), mac);
            if (CryptographicOperations.FixedTimeEquals(mac[..SignalMessage.MacSize], message.Mac))
                found[waiting[lane]] = BulkKey.Authentic;
        }
        waiting.Clear();
        CryptographicOperations.ZeroMemory(mks);
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(macKeys);
    }

    private static void ComputeLong(InterceptedMessage message, ReadOnlySpan<byte> key, Span<byte> mac)
    {
        byte[] covered = new byte[message.CoveredSize];
        message.WriteCovered(covered);
        HMACSHA256.HashData(key, covered, mac);
    }

    private static ReadOnlySpan<byte> AgreedFor(int field, ReadOnlySpan<byte> agreed) => agreed.Slice(field * Secret.Size, Secret.Size);
}
