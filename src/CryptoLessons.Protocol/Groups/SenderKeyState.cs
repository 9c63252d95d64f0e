using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Groups;

/// <summary>One sender key as a member holds it: enough to read the sender's messages, not to write one.</summary>
public sealed class SenderKeyState : IDisposable
{
    internal SenderKeyState(uint chainId, DhPublicKey signingKey, SenderChain chain) => (ChainId, SigningKey, Chain) = (chainId, signingKey, chain);

    /// <summary>The chain's number.</summary>
    public uint ChainId { get; }

    /// <summary>The public key that the chain's messages are signed with.</summary>
    public DhPublicKey SigningKey { get; }

    /// <summary>The chain.</summary>
    public SenderChain Chain { get; }

    internal SenderKeyState Copy() => new(ChainId, SigningKey, Chain.Copy());

    /// <summary>Wipes the chain's keys.</summary>
    public void Dispose() => Chain.Dispose();
}
