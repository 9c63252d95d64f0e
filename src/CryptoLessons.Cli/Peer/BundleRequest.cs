using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>bundle</c>: what to publish, with a fresh one-time prekey unless <c>one_time</c> is false.</summary>
internal sealed record BundleRequest(bool OneTime = true) : DeviceRequest
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device) => PeerBundle.From(device.Device.Publish(OneTime), device.Number).ToJson();
}
