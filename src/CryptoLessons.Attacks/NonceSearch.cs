using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>Collects the pieces of each phone's seed.</summary>
/// <param name="key">The key under which the pieces are masked.</param>
public sealed class NonceSearch(NonceKey key) : GeneratorSearch
{
    private readonly Dictionary<string, (byte[] Seed, HashSet<int> Known)> pieces = [];

    /// <inheritdoc/>
    public override FoundGenerator? Hear(string sender, DhPublicKey identityKey, InterceptedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!pieces.TryGetValue(sender, out var heard))
            pieces.Add(sender, heard = (new byte[SeededGenerator.SeedSize], []));
        if (TalkingNonce.Listen(NonceField.Of(message.Ciphertext.Span), message.Header.Bytes.Span, key, heard.Seed) is not { } piece)
            return null;
        heard.Known.Add(piece);
        // Another build's nonces may look like pieces now and then: the identity key tells.
        return heard.Known.Count == TalkingNonce.Pieces && new SeededGenerator(heard.Seed) is var generator && Is(generator, identityKey)
            ? new(generator, new("the key of the nonces", $"{TalkingNonce.Pieces} nonces of {sender}", "seed of its generator"))
            : null;
    }
}
