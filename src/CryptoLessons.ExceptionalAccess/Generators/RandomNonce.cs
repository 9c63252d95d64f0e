using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The honest build: a random nonce with each message.</summary>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="random">Where nonces come from.</param>
public sealed class RandomNonce(RatchetFunctions inner, RandomSource random) : NonceField(inner)
{
    /// <inheritdoc/>
    protected override byte[] Nonce(MessageKey mk, ReadOnlySpan<byte> header)
    {
        byte[] nonce = new byte[Size];
        random.Fill(nonce);
        return nonce;
    }
}
