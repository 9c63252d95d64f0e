using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Designs;

/// <summary>A store locked with a key of which each of several countries holds one part.</summary>
internal sealed class LockedStore : MessageStore
{
    private readonly SeededRandom random;
    private readonly IReadOnlyList<StorageKey> parts;
    private readonly List<LockedMessage> messages = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> channels = [];

    /// <param name="random">The seed's stream for this store.</param>
    /// <param name="countries">In how many countries the parts of the key lie.</param>
    public LockedStore(SeededRandom random, int countries)
        : this(random.Child("nonces"), StorageKeyParts.Generate(countries, random))
    {
    }

    private LockedStore(SeededRandom random, IReadOnlyList<StorageKey> parts) => (this.random, this.parts) = (random, parts);

    public override IReadOnlyList<CarriedMessage> Readable => [];

    public override void Keep(CarriedMessage message)
    {
        using StorageKey key = StorageKeyParts.Join(parts);
        messages.Add(new(message.Came, message.To, key.Seal(message.Content.Span, random)));
    }

    public override void Keep(string person, ChannelKey channel)
    {
        using StorageKey key = StorageKeyParts.Join(parts);
        channels.Add(person, key.Seal(channel, random));
    }

    public override Quorum? Holders => new(parts.Count, parts.Count);

    /// <summary>Every country's part together with a copy of the disks; one country's part alone; all parts but one; the judge has none.</summary>
    public override EscrowLoot? Leak(AccessSecret secret) => secret switch
    {
        AccessSecret.Escrow or AccessSecret.JudgeAndKey => Disks(parts),
        AccessSecret.OneShare => Disks([parts[0]]),
        AccessSecret.OneShareTooFew => Disks([.. parts.Take(parts.Count - 1)]),
        _ => null,
    };

    public override void Forget() => messages.Clear();

    public override MessageStore Copy()
    {
        var copy = new LockedStore(random.Copy(), parts);
        copy.messages.AddRange(messages);
        foreach (var (person, channel) in channels)
            copy.channels.Add(person, channel);
        return copy;
    }

    private LockedStoreLoot Disks(IReadOnlyList<StorageKey> held) =>
        new([.. held.Select(part => part.Copy())], [.. messages], new Dictionary<string, ReadOnlyMemory<byte>>(channels));
}
