using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The key of the operator's console at an interception port, and its lists: of customers, and of those under interception.</summary>
/// <param name="key">The key pair; a copy.</param>
/// <param name="customers">Everybody whom the switch serves.</param>
/// <param name="targets">Whom the agencies are after.</param>
public sealed class ConsoleLoot(DhKeyPair key, IReadOnlyCollection<string> customers, IReadOnlyCollection<string> targets) : EscrowLoot
{
    /// <summary>The key pair.</summary>
    public DhKeyPair Key { get; } = key;

    /// <summary>Everybody whom the switch serves.</summary>
    public IReadOnlyCollection<string> Customers { get; } = customers;

    /// <summary>Whom the agencies are after.</summary>
    public IReadOnlyCollection<string> Targets { get; } = targets;
}
