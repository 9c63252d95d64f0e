using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary>A request that needs the device to be there.</summary>
internal abstract record DeviceRequest : PeerRequest
{
    /// <inheritdoc/>
    public sealed override JsonObject Serve(ref PeerDevice? device) =>
        device is null ? PeerAnswer.Error(PeerError.Usage, "The first request makes the device: new.") : Serve(device);

    /// <summary>Serves the request.</summary>
    protected abstract JsonObject Serve(PeerDevice device);
}
