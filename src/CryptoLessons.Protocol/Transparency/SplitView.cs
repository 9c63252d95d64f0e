using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>Evidence against the operator of a log: two roots of the same size, both signed, and not the same.</summary>
/// <remarks>Whoever knows the log's key can check it, and needs to trust nobody who passed it on.</remarks>
/// <param name="First">What one client was shown.</param>
/// <param name="Second">What another was shown.</param>
public sealed record SplitView(SignedRoot First, SignedRoot Second)
{
    /// <summary>Whether it is what it says.</summary>
    /// <param name="log">The log's key.</param>
    public bool Proves(DhPublicKey log) =>
        First.Size == Second.Size && First.Root != Second.Root && First.IsSignedBy(log) && Second.IsSignedBy(log);

    /// <summary>The evidence in two roots; null when there is none.</summary>
    /// <param name="log">The log's key.</param>
    /// <param name="first">A root.</param>
    /// <param name="second">Another.</param>
    public static SplitView? Between(DhPublicKey log, SignedRoot first, SignedRoot second)
    {
        var suspicion = new SplitView(first, second);
        return suspicion.Proves(log) ? suspicion : null;
    }
}
