using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A store in which messages and keys lie as they are.</summary>
internal sealed class ReadableStore : MessageStore
{
    private readonly List<CarriedMessage> messages = [];
    private readonly Dictionary<string, ChannelKey> channels = [];

    public override IReadOnlyList<CarriedMessage> Readable => [.. messages];

    public override void Keep(CarriedMessage message) => messages.Add(message);

    public override void Keep(string person, ChannelKey channel) => channels.Add(person, channel.Copy());

    public override Quorum? Holders => Quorum.One;

    /// <summary>The judge has no key that would be needed, and nobody holds a part.</summary>
    public override EscrowLoot? Leak(AccessSecret secret) => secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey
        ? new ServerStoreLoot(new(new Dictionary<string, PreKeyBundle>(), [])
        {
            Channels = channels.ToDictionary(channel => channel.Key, channel => channel.Value.Copy()),
            Store = Readable,
        })
        : null;

    public override void Forget() => messages.Clear();

    public override MessageStore Copy()
    {
        var copy = new ReadableStore();
        copy.messages.AddRange(messages);
        foreach (var (person, channel) in channels)
            copy.Keep(person, channel);
        return copy;
    }
}
