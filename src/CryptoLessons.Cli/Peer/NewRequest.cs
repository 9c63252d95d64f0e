using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>new</c>: makes the device, once in the life of the process.</summary>
internal sealed record NewRequest(Guid Name, DeviceNumber Device, uint RegistrationId, string Profile) : PeerRequest
{
    private const string X3dh = "x3dh";

    /// <inheritdoc/>
    public override JsonObject Serve(ref PeerDevice? device)
    {
        if (device is not null)
            return PeerAnswer.Error(PeerError.Usage, "This process is a device already; start another for another.");
        if (Profile != X3dh)
            return PeerAnswer.Error(PeerError.Usage, $"This version speaks the profile {X3dh} and no other.");
        device = new(Device, RegistrationId);
        return new() { ["identity"] = Convert.ToHexStringLower(device.Device.IdentityKey.Serialize()) };
    }
}
