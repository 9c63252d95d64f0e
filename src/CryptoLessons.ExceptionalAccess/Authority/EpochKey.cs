using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>An authority's key pair for one span of time.</summary>
/// <param name="Epoch">Number of the span, counted from 1 January 1970 UTC.</param>
/// <param name="KeyPair">The key pair that is sealed to in that span.</param>
public sealed record EpochKey(long Epoch, DhKeyPair KeyPair)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public EpochKey Copy() => new(Epoch, KeyPair.Copy());
}
