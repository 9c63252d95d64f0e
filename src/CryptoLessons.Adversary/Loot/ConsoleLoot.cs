using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The key of the operator's console at an interception port, and the list of those who are under interception.</summary>
/// <param name="key">The key pair; a copy.</param>
/// <param name="targets">Whom the agencies are after.</param>
public sealed class ConsoleLoot(DhKeyPair key, IReadOnlyCollection<string> targets) : EscrowLoot
{
    /// <summary>The key pair.</summary>
    public DhKeyPair Key { get; } = key;

    /// <summary>Whom the agencies are after.</summary>
    public IReadOnlyCollection<string> Targets { get; } = targets;
}
