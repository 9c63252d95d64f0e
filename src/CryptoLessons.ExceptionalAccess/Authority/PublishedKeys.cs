using System.Collections.Concurrent;
using System.Globalization;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The public keys that an authority has published, one for each day: everybody's, so that copies of a custody share them.</summary>
internal sealed class PublishedKeys
{
    // Several copies of one play go on side by side, and publish the same.
    private readonly ConcurrentDictionary<long, DhPublicKey> keys = new();

    public void Publish(EpochKey key) => keys[key.Epoch] = key.KeyPair.Public;

    /// <summary>The key of a day.</summary>
    /// <exception cref="InvalidOperationException">The authority has not published it.</exception>
    public DhPublicKey Of(long epoch) => keys.TryGetValue(epoch, out DhPublicKey? key)
        ? key
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The authority has published no key for day {epoch}."));
}
