using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>One person's whole phone at one moment: every key, and the messages it had stored.</summary>
/// <param name="owner">Whose phone.</param>
/// <param name="device">Identity key, prekeys and sessions; copies.</param>
/// <param name="history">The messages that the app had stored, oldest first.</param>
public sealed class DeviceLoot(string owner, DeviceState device, IReadOnlyList<StoredMessage> history)
{
    /// <summary>Whose phone.</summary>
    public string Owner { get; } = owner;

    /// <summary>Identity key, prekeys and sessions.</summary>
    public DeviceState Device { get; } = device;

    /// <summary>The messages that the app had stored, oldest first.</summary>
    public IReadOnlyList<StoredMessage> History { get; } = history;

    /// <summary>The session states among it.</summary>
    public SessionLoot Sessions => new(Owner, Device.Sessions);
}
