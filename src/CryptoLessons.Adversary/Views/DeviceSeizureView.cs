namespace CryptoLessons.Adversary;

/// <summary>An adversary who records the wire and holds one or more whole phones: sessions, identity keys, prekeys and history.</summary>
public sealed class DeviceSeizureView : SessionSeizureView
{
    internal DeviceSeizureView(Transcript transcript, IReadOnlyList<DeviceLoot> devices, params IReadOnlyList<SessionLoot> moreSessions)
        : base(transcript, [.. devices.Select(device => device.Sessions), .. moreSessions]) => Devices = devices;

    /// <summary>The phones, one entry for each seizure.</summary>
    public IReadOnlyList<DeviceLoot> Devices { get; }

    internal override View With(Transcript transcript) => new DeviceSeizureView(transcript, Devices, [.. Sessions.Skip(Devices.Count)]);
}
