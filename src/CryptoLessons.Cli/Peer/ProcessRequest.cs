using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>process</c>: opens a session from a bundle.</summary>
internal sealed record ProcessRequest(Guid Name, DeviceNumber Device, PeerBundle Bundle) : AddressedRequest(Name, Device)
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        if (!Bundle.IsWhole)
            return PeerAnswer.Error(PeerError.Usage, "A prekey has all of its members, or is left out with all of them null.");
        BundleFailure failure = device.Device.StartSession(Peer, Bundle.ToBundle());
        return failure == BundleFailure.None ? PeerAnswer.Ok() : PeerAnswer.Error(PeerError.Of(failure), failure);
    }
}
