namespace CryptoLessons.Adversary;

/// <summary>The access secret of a provider that reads its customers' messages: what its servers keep.</summary>
/// <param name="server">The messages and the keys.</param>
public sealed class ServerStoreLoot(ServerLoot server) : EscrowLoot
{
    /// <summary>The messages and the keys.</summary>
    public ServerLoot Server { get; } = server;
}
