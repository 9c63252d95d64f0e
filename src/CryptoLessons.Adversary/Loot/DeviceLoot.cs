using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>One person's whole phone at one moment: every key, and the messages it had stored.</summary>
/// <param name="sessions">The keys with which it sends and receives.</param>
/// <param name="device">Identity key, prekeys and sessions, copies; null in a messenger that does not speak Signal's protocol.</param>
/// <param name="history">The messages that the app had stored, oldest first.</param>
public sealed class DeviceLoot(SessionLoot sessions, DeviceState? device, IReadOnlyList<StoredMessage> history)
{
    /// <summary>A phone that speaks Signal's protocol.</summary>
    /// <param name="owner">Whose phone.</param>
    /// <param name="device">Identity key, prekeys and sessions; copies.</param>
    /// <param name="history">The messages that the app had stored, oldest first.</param>
    public DeviceLoot(string owner, DeviceState device, IReadOnlyList<StoredMessage> history)
        : this(new SessionLoot(owner, device?.Sessions ?? throw new ArgumentNullException(nameof(device))), device, history)
    {
    }

    /// <summary>Whose phone.</summary>
    public string Owner => Sessions.Owner;

    /// <summary>The keys with which it sends and receives.</summary>
    public SessionLoot Sessions { get; } = sessions;

    /// <summary>Identity key, prekeys and sessions; null in a messenger that does not speak Signal's protocol.</summary>
    public DeviceState? Device { get; } = device;

    /// <summary>The messages that the app had stored, oldest first.</summary>
    public IReadOnlyList<StoredMessage> History { get; } = history;
}
