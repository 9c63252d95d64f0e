using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A key that moves on one way, UTC day by day: tomorrow's is a hash of today's, and yesterday's cannot be had from it.</summary>
/// <remarks>A theft gets today and every day to come, and nothing older; so does a court.</remarks>
public sealed class EvolvingCustody : KeyCustody
{
    private readonly PublishedKeys published;
    private readonly long first;
    private EpochKey current;

    /// <summary>Begins with a fresh key.</summary>
    /// <param name="begins">The first day, UTC.</param>
    /// <param name="random">Where the first key comes from.</param>
    public EvolvingCustody(DateTimeOffset begins, RandomSource random)
        : this(new PublishedKeys(), Epochs.At(begins), new EpochKey(Epochs.At(begins), DhKeyPair.Generate(random))) => published.Publish(current);

    private EvolvingCustody(PublishedKeys published, long first, EpochKey current) =>
        (this.published, this.first, this.current) = (published, first, current);

    /// <summary>The theft: a copy of the key of the day.</summary>
    public EpochKey Leak() => current.Copy();

    /// <summary>The key of the day after: SHA-256 of a label and the private key.</summary>
    public static EpochKey Next(EpochKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] bytes = Hazmat.Reveal(key.KeyPair.Private);
        byte[] next = SHA256.HashData([.. "CryptoLessons EvolvingCustody"u8, .. bytes]);
        var evolved = new EpochKey(key.Epoch + 1, DhKeyPair.FromPrivate(next));
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(next);
        return evolved;
    }

    /// <summary>The key of the day; the first one for a phone whose clock is behind the first day.</summary>
    /// <inheritdoc/>
    public override DhPublicKey PublicKeyAt(DateTimeOffset time) => published.Of(Day(time));

    /// <summary>The key of the day; any other is gone, or not made yet.</summary>
    /// <inheritdoc/>
    public override AuthorityKey? KeyAt(DateTimeOffset time) =>
        Day(time) == current.Epoch ? AuthorityKey.FromDhKeyPair(current.KeyPair) : null;

    /// <summary>Moves the key on to today, one day at a time, and wipes what it comes from.</summary>
    /// <inheritdoc/>
    public override void Advance(DateTimeOffset now)
    {
        for (long today = Epochs.At(now); current.Epoch < today;)
        {
            EpochKey next = Next(current);
            current.KeyPair.Dispose();
            published.Publish(current = next);
        }
    }

    /// <inheritdoc/>
    public override KeyCustody Copy() => new EvolvingCustody(published, first, current.Copy());

    private long Day(DateTimeOffset time) => Math.Max(first, Epochs.At(time));
}
