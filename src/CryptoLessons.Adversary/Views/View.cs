namespace CryptoLessons.Adversary;

/// <summary>What one adversary holds. Only a <see cref="Game"/> makes views, so that an attack can use nothing else.</summary>
/// <remarks>A class and not a record: the copy constructor of a record would let anybody derive from it.</remarks>
public abstract class View
{
    private protected View(Transcript transcript) => Transcript = transcript;

    /// <summary>The recorded wire and the public directory: everybody's, and enough to try.</summary>
    public Transcript Transcript { get; }

    /// <summary>The same loot with another record of the wire.</summary>
    internal abstract View With(Transcript transcript);
}
