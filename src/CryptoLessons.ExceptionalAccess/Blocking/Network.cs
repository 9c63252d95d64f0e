namespace CryptoLessons.ExceptionalAccess.Blocking;

/// <summary>A country's network: carries every service, but for those that a judge had blocked.</summary>
/// <remarks>It sees addresses and no contents: it cannot block a service for some of its users.</remarks>
public sealed class Network
{
    private readonly HashSet<string> blocked = new(StringComparer.Ordinal);

    /// <summary>Carries nothing more to or from a service's address.</summary>
    public void Block(string service) => blocked.Add(service);

    /// <summary>Carries it again.</summary>
    public void Unblock(string service) => blocked.Remove(service);

    /// <summary>Whether anything gets through to a service.</summary>
    public bool Carries(string service) => !blocked.Contains(service);
}
