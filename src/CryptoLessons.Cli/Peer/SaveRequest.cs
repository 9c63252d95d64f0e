using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>save</c>: all keys and sessions of the device in the storage format. Sender keys of groups are not in it.</summary>
internal sealed record SaveRequest : DeviceRequest
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        using DeviceState state = device.Device.Snapshot();
        return new() { ["state"] = Convert.ToHexStringLower(state.Save()) };
    }
}
