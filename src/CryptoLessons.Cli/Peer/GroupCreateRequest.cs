using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>group_create</c>: what lets a member read this device's messages from the next one on; the first makes the sender key.</summary>
internal sealed record GroupCreateRequest(Guid DistributionId) : DeviceRequest
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device) => PeerAnswer.Message(device.Groups.CreateDistribution(DistributionId));
}
