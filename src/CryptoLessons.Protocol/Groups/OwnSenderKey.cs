using System.Buffers.Binary;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>A sender key as its owner holds it. Who steals it can do more than read on: with the private signing key it writes, too.</summary>
public sealed class OwnSenderKey : IDisposable
{
    private readonly Lazy<XEdDsaSigner> signer;

    internal OwnSenderKey(uint chainId, DhKeyPair signingKeyPair, ChainKey chainKey, uint iteration)
    {
        (ChainId, SigningKeyPair, ChainKey, Iteration) = (chainId, signingKeyPair, chainKey, iteration);
        signer = new(() => new(SigningKeyPair.Private));
    }

    /// <summary>The chain's number, 31 random bits.</summary>
    public uint ChainId { get; }

    /// <summary>What the chain's messages are signed with.</summary>
    public DhKeyPair SigningKeyPair { get; }

    /// <summary>The chain key at index <see cref="Iteration"/>.</summary>
    public ChainKey ChainKey { get; private set; }

    /// <summary>Index of the next message.</summary>
    public uint Iteration { get; private set; }

    /// <summary>What lets others read from the next message on.</summary>
    /// <returns>It has a copy of the chain key, for the caller to wipe.</returns>
    public SenderKeyDistributionMessage Distribution(Guid distributionId) =>
        new(distributionId, ChainId, Iteration, ChainKey.Copy(), SigningKeyPair.Public);

    internal static OwnSenderKey Generate(RandomSource random)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)], chainKey = stackalloc byte[Secret.Size];
        random.Fill(number);
        random.Fill(chainKey);
        var key = new OwnSenderKey(BinaryPrimitives.ReadUInt32LittleEndian(number) >> 1, DhKeyPair.Generate(random), new(chainKey), iteration: 0);
        CryptographicOperations.ZeroMemory(chainKey);
        return key;
    }

    /// <summary>The next message; the chain moves one step.</summary>
    /// <exception cref="OverflowException">The chain has no next index: 4,294,967,295 messages were sent.</exception>
    internal SenderKeyMessage Encrypt(Guid distributionId, ReadOnlySpan<byte> plaintext, RandomSource random)
    {
        uint next = checked(Iteration + 1);
        var (ck, seed) = SenderKeySchedule.Step(ChainKey);
        using (seed)
        {
            byte[] ciphertext = SenderKeySchedule.Encrypt(seed, plaintext);
            var message = SenderKeyMessage.Sign(distributionId, ChainId, Iteration, ciphertext, signer.Value, random);
            ChainKey.Dispose();
            (ChainKey, Iteration) = (ck, next);
            return message;
        }
    }

    internal OwnSenderKey Copy() => new(ChainId, SigningKeyPair.Copy(), ChainKey.Copy(), Iteration);

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        SigningKeyPair.Dispose();
        ChainKey.Dispose();
        if (signer.IsValueCreated)
            signer.Value.Dispose();
    }
}
