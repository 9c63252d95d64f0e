using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a compelled build runs on one person's phone: it seals the keys of all messages, those received too, and sends them along with the owner's own.</summary>
/// <remarks>Nobody else's phone needs to change: a genuine receiver ignores the fields.</remarks>
/// <param name="inner">The suite that the genuine app runs.</param>
/// <param name="spy">To whom the keys are sealed.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from.</param>
public sealed class LeakingFunctions(RatchetFunctions inner, DhPublicKey spy, RandomSource random) : MessageKeyEscrow(inner, spy, random)
{
    private readonly List<MessageKey> received = [];

    /// <summary>The message, with the keys of those that were received since the last.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        foreach (MessageKey key in received)
            using (key)
                ad = ad.Append(Field(key));
        received.Clear();
        return base.Encrypt(mk, plaintext, ad);
    }

    /// <summary>Opens a message, and keeps its key to be sent along with the next.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        byte[]? plaintext = base.Decrypt(mk, ciphertext, ad);
        if (plaintext is not null)
            received.Add(mk.Copy());
        return plaintext;
    }
}
