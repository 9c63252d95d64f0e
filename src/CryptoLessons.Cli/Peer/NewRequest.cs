using System.Text.Json.Nodes;
using ProtocolProfile = CryptoLessons.Protocol.Sessions.Profile;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>new</c>: makes the device, once in the life of the process.</summary>
internal sealed record NewRequest(Guid Name, DeviceNumber Device, uint RegistrationId, string Profile) : PeerRequest
{
    /// <inheritdoc/>
    public override JsonObject Serve(ref PeerDevice? device)
    {
        if (device is not null)
            return PeerAnswer.Error(PeerError.Usage, "This process is a device already; start another for another.");
        if (ProtocolProfile.Named(Profile) is not { } profile)
            return PeerAnswer.Error(PeerError.Usage, $"There is no profile '{Profile}'. There are {string.Join(", ", ProtocolProfile.All)}.");
        device = new(Name, Device, RegistrationId, profile);
        return new() { ["identity"] = Convert.ToHexStringLower(device.Device.IdentityKey.Serialize()) };
    }
}
