using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>What lies in a breached relay server's memory.</summary>
/// <param name="bundles">The prekey bundles it hands out, by name.</param>
/// <param name="queue">Envelopes that wait for their recipients.</param>
public sealed class ServerLoot(IReadOnlyDictionary<string, PreKeyBundle> bundles, IReadOnlyList<Envelope> queue)
{
    /// <summary>The prekey bundles that the server hands out, by name.</summary>
    public IReadOnlyDictionary<string, PreKeyBundle> Bundles { get; } = bundles;

    /// <summary>Envelopes that wait for their recipients.</summary>
    public IReadOnlyList<Envelope> Queue { get; } = queue;
}
