using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>A public site that looks at what is published on it, on its own server: everybody can read that, and no key is needed.</summary>
/// <remarks>The same list and the same scanner as on a phone. What differs is where it stands: nothing private passes here.</remarks>
/// <param name="administrator">Whose lists it takes.</param>
/// <param name="random">Where the scanner takes its randomness from.</param>
public sealed class PublicFeed(DhPublicKey administrator, RandomSource random)
{
    private readonly ClientScanner scanner = new(administrator, random);
    private readonly List<PublicPost> flagged = [];

    /// <summary>How many posts were published.</summary>
    public int Published { get; private set; }

    /// <summary>The posts that the list found, in order.</summary>
    public IReadOnlyList<PublicPost> Flagged => flagged;

    /// <summary>Takes a list in place of an older one.</summary>
    /// <returns>False when it is not signed by the administrator or not newer.</returns>
    public bool Accept(SignedScanList list) => scanner.Accept(list);

    /// <summary>Somebody publishes something.</summary>
    public void Publish(PublicPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        Published++;
        if (scanner.Scan(post.Text, post.File.Span).Count > 0)
            flagged.Add(post);
    }
}
