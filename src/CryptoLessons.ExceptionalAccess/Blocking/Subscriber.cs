namespace CryptoLessons.ExceptionalAccess.Blocking;

/// <summary>Somebody on a network, with the services that they have, the one they like best first.</summary>
/// <param name="Services">Names of services.</param>
public sealed record Subscriber(IReadOnlyList<string> Services)
{
    /// <summary>The service that they use now; null when they are cut off.</summary>
    public string? Uses(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Services.FirstOrDefault(network.Carries);
    }

    /// <summary>The service over which they reach somebody; null when there is none that both have and the network carries.</summary>
    public string? Reaches(Subscriber other, Network network)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(network);
        return Services.FirstOrDefault(service => network.Carries(service) && other.Services.Contains(service));
    }
}
