using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>What lies in a breached server's memory.</summary>
/// <param name="bundles">The prekey bundles it hands out, by name.</param>
/// <param name="queue">Envelopes that wait for their recipients.</param>
public sealed class ServerLoot(IReadOnlyDictionary<string, PreKeyBundle> bundles, IReadOnlyList<Envelope> queue)
{
    /// <summary>The prekey bundles that the server hands out, by name.</summary>
    public IReadOnlyDictionary<string, PreKeyBundle> Bundles { get; } = bundles;

    /// <summary>Envelopes that wait for their recipients.</summary>
    public IReadOnlyList<Envelope> Queue { get; } = queue;

    /// <summary>The key that the server shares with each person's phone; none where it shares none.</summary>
    public IReadOnlyDictionary<string, ChannelKey> Channels { get; init; } = new Dictionary<string, ChannelKey>();

    /// <summary>The messages that the server keeps, readable, in the order in which they came.</summary>
    public IReadOnlyList<CarriedMessage> Store { get; init; } = [];

    /// <summary>The attachments that phones uploaded, encrypted, in the order in which they came.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Blobs { get; init; } = [];
}
