using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Where somebody draws ratchet keys from who hides a second message in them: it draws until the public key says the next byte.</summary>
/// <remarks>
/// Rejection sampling: k bits cost 2^k draws on average, and a key that was drawn in this way looks like any other to whoever lacks the double key.
/// The suites above it, sealed keys and all, stay as they are. Source: Bellare, Paterson and Rogaway, CRYPTO 2014, the biased-ciphertext attack,
/// which an app does to its owner; here the owner does it.
/// </remarks>
public sealed class AnamorphicGenerator : RandomSource
{
    private readonly RandomSource random;
    private readonly AnamorphicKey shared;
    private readonly byte[] said;

    /// <summary>Begins a hidden message.</summary>
    /// <param name="random">Where keys came from before.</param>
    /// <param name="shared">What sender and receiver share.</param>
    /// <param name="hidden">At most 255 bytes; keys drawn after the last of them are any keys again.</param>
    /// <exception cref="ArgumentException">The message is longer.</exception>
    public AnamorphicGenerator(RandomSource random, AnamorphicKey shared, ReadOnlySpan<byte> hidden)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(shared);
        if (hidden.Length > byte.MaxValue)
            throw new ArgumentException($"A hidden message has at most {byte.MaxValue} bytes, not {hidden.Length}.", nameof(hidden));
        (this.random, this.shared, said) = (random, shared, [(byte)hidden.Length, .. hidden]);
    }

    private AnamorphicGenerator(AnamorphicGenerator original, RandomSource random) =>
        (this.random, shared, said, Keys, Tries) = (random, original.shared, original.said, original.Keys, original.Tries);

    /// <summary>How many of the keys drawn so far say a byte: the message's length, and then its bytes.</summary>
    public int Keys { get; private set; }

    /// <summary>How many keys were drawn for these: 256 for each on average.</summary>
    public long Tries { get; private set; }

    /// <summary>Fills 32 bytes with the next private key; whatever is longer or shorter is no private key, and is filled with any bytes.</summary>
    /// <inheritdoc/>
    public override void Fill(Span<byte> destination)
    {
        if (destination.Length != Secret.Size || Keys == said.Length)
        {
            random.Fill(destination);
            return;
        }
        do
        {
            random.Fill(destination);
            Tries++;
        }
        while (!SaysNext(destination));
        Keys++;
    }

    /// <inheritdoc/>
    public override AnamorphicGenerator Copy() => new(this, random.Copy());

    /// <summary>The same generator at the same place, over the copy of a source that others draw from too.</summary>
    /// <param name="source">What this generator may stand on.</param>
    /// <param name="copy">The copy of it.</param>
    public AnamorphicGenerator Copy(RandomSource source, RandomSource copy) => new(this, random == source ? copy : random.Copy());

    private bool SaysNext(ReadOnlySpan<byte> privateKey)
    {
        using DhKeyPair pair = DhKeyPair.FromPrivate(privateKey);
        return shared.ByteOf(pair.Public) == said[Keys];
    }
}
