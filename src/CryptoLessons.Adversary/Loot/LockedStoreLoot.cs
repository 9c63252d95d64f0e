using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Adversary;

/// <summary>A copy of a provider's locked disks, and some or all parts of the key that opens them.</summary>
/// <param name="parts">The parts; copies.</param>
/// <param name="messages">The messages, locked.</param>
/// <param name="channels">The key of each person's channel, locked.</param>
public sealed class LockedStoreLoot(
    IReadOnlyList<StorageKey> parts, IReadOnlyList<LockedMessage> messages, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> channels) : EscrowLoot
{
    /// <summary>The parts of the key.</summary>
    public IReadOnlyList<StorageKey> Parts { get; } = parts;

    /// <summary>The messages, locked.</summary>
    public IReadOnlyList<LockedMessage> Messages { get; } = messages;

    /// <summary>The key of each person's channel, locked.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Channels { get; } = channels;
}
