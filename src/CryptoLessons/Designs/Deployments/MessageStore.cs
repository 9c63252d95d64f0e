using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Designs;

/// <summary>How a provider that reads its customers' messages keeps them.</summary>
internal abstract class MessageStore
{
    /// <summary>What lies there for anybody to read who copies it.</summary>
    public abstract IReadOnlyList<CarriedMessage> Readable { get; }

    /// <summary>Keeps a message that was passed on.</summary>
    public abstract void Keep(CarriedMessage message);

    /// <summary>Keeps the key of a person's channel.</summary>
    public abstract void Keep(string person, ChannelKey channel);

    /// <summary>Deletes the messages, and keeps the keys.</summary>
    public abstract void Forget();

    /// <summary>What a theft finds.</summary>
    public abstract EscrowLoot? Leak(AccessSecret secret);

    /// <summary>Who together can read the disks; null where nothing is kept.</summary>
    public abstract Quorum? Holders { get; }

    /// <summary>The store as it stands, to go its own way.</summary>
    public abstract MessageStore Copy();
}
