using System.Buffers.Binary;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>How the post-quantum ratchet's keys follow from one another: all that whoever holds one needs for going on.</summary>
/// <remarks>HKDF-SHA-256 under the labels of Signal's library. Secrets handed in stay the caller's; what comes back is the caller's too.</remarks>
public static class SpqrKeySchedule
{
    private const int ThreeKeys = 3 * Secret.Size;
    private const int TwoKeys = 2 * Secret.Size;

    /// <summary>The chains of epoch 0: HKDF(salt none, authKey, "Signal PQ Ratchet V1 Chain  Start", 96).</summary>
    public static (SpqrRootKey NextRoot, SpqrChainKey A2B, SpqrChainKey B2A) StartChains(SpqrAuthKey authKey)
    {
        ArgumentNullException.ThrowIfNull(authKey);
        // Safe because two blanks stand in Signal's label too.
        return Chains(salt: [], authKey.Bytes, "Signal PQ Ratchet V1 Chain  Start"u8);
    }

    /// <summary>The chains of the next epoch: HKDF(salt = root, secret, "Signal PQ Ratchet V1 Chain Add Epoch", 96).</summary>
    public static (SpqrRootKey NextRoot, SpqrChainKey A2B, SpqrChainKey B2A) AddEpoch(SpqrRootKey root, EpochSecret secret)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(secret);
        return Chains(root.Bytes, secret.Bytes, "Signal PQ Ratchet V1 Chain Add Epoch"u8);
    }

    /// <summary>One message on: HKDF(salt none, chain key, u32be(index) || "Signal PQ Ratchet V1 Chain Next", 64).</summary>
    /// <param name="chainKey">The key of the chain behind message <paramref name="index"/> - 1.</param>
    /// <param name="index">Index of the message, from 1.</param>
    public static (SpqrChainKey Next, SpqrMessageKey Key) NextKey(SpqrChainKey chainKey, uint index)
    {
        ArgumentNullException.ThrowIfNull(chainKey);
        ReadOnlySpan<byte> label = "Signal PQ Ratchet V1 Chain Next"u8;
        Span<byte> info = stackalloc byte[sizeof(uint) + label.Length];
        BinaryPrimitives.WriteUInt32BigEndian(info, index);
        label.CopyTo(info[sizeof(uint)..]);
        Span<byte> prk = stackalloc byte[Secret.Size], okm = stackalloc byte[TwoKeys];
        HmacSha256.Compute([], chainKey.Bytes, 1, prk);
        HKDF.Expand(HashAlgorithmName.SHA256, prk, okm, info);
        (SpqrChainKey, SpqrMessageKey) keys = (new(okm[..Secret.Size]), new(okm[Secret.Size..]));
        CryptographicOperations.ZeroMemory(prk);
        CryptographicOperations.ZeroMemory(okm);
        return keys;
    }

    /// <summary>The secret of an epoch: HKDF(salt none, K, "Signal_PQCKA_V1_MLKEM768:SCKA Key" || u64be(epoch), 32).</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="shared">K, what ML-KEM agreed on.</param>
    public static EpochSecret DeriveEpochSecret(ulong epoch, SharedSecret shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        Span<byte> okm = stackalloc byte[Secret.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared.Bytes, okm, salt: [], BraidLabel.Of("SCKA Key"u8, epoch));
        var secret = new EpochSecret(okm);
        CryptographicOperations.ZeroMemory(okm);
        return secret;
    }

    private static (SpqrRootKey NextRoot, SpqrChainKey A2B, SpqrChainKey B2A) Chains(
        ReadOnlySpan<byte> salt, ReadOnlySpan<byte> input, ReadOnlySpan<byte> label)
    {
        Span<byte> okm = stackalloc byte[ThreeKeys];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, input, okm, salt, label);
        (SpqrRootKey, SpqrChainKey, SpqrChainKey) keys = (new(okm[..Secret.Size]), new(okm[Secret.Size..TwoKeys]), new(okm[TwoKeys..]));
        CryptographicOperations.ZeroMemory(okm);
        return keys;
    }
}
