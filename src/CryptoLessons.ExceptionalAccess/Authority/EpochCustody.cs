using System.Globalization;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A fresh key for every UTC day, destroyed after a while: the escrow that can open nothing old.</summary>
/// <remarks>A theft gets the days that are still held, and today to its end; so does a court, whose order comes too late for anything older.</remarks>
public sealed class EpochCustody : KeyCustody
{
    private readonly SeededRandom random;
    private readonly int retention;
    private readonly PublishedKeys published;
    private readonly SortedDictionary<long, EpochKey> held = [];
    private readonly SortedSet<long> made = [];

    /// <summary>No key is held before time begins to go on (<see cref="Advance"/>).</summary>
    /// <param name="random">Where the keys come from: a child stream for each day, so that copies of one play make the same.</param>
    /// <param name="retention">For how many days a key is held, the day of its use included; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retention"/> is below 1.</exception>
    public EpochCustody(SeededRandom random, int retention)
        : this(random, retention, new PublishedKeys())
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(retention, 1);
    }

    private EpochCustody(SeededRandom random, int retention, PublishedKeys published) =>
        (this.random, this.retention, this.published) = (random, retention, published);

    /// <summary>The theft: copies of the keys that are held now, oldest first.</summary>
    public IReadOnlyList<EpochKey> Leak() => [.. held.Values.Select(key => key.Copy())];

    /// <inheritdoc/>
    public override DhPublicKey PublicKeyAt(DateTimeOffset time) => published.Of(Epochs.At(time));

    /// <inheritdoc/>
    public override AuthorityKey? KeyAt(DateTimeOffset time) =>
        held.TryGetValue(Epochs.At(time), out EpochKey? key) ? AuthorityKey.FromDhKeyPair(key.KeyPair) : null;

    /// <summary>Makes and publishes today's key, and destroys those that are too old.</summary>
    /// <inheritdoc/>
    public override void Advance(DateTimeOffset now)
    {
        long today = Epochs.At(now);
        // A phone's clock may step back, but a key that was destroyed does not come again.
        if (!made.Add(today))
            return;
        var key = new EpochKey(today, DhKeyPair.Generate(random.Child(today.ToString(CultureInfo.InvariantCulture))));
        held.Add(today, key);
        published.Publish(key);
        foreach (long old in held.Keys.Where(epoch => epoch <= made.Max - retention).ToArray())
            if (held.Remove(old, out EpochKey? gone))
                gone.KeyPair.Dispose();
    }

    /// <inheritdoc/>
    public override KeyCustody Copy()
    {
        var copy = new EpochCustody(random, retention, published);
        copy.made.UnionWith(made);
        foreach (var (epoch, key) in held)
            copy.held.Add(epoch, key.Copy());
        return copy;
    }
}
