using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>group_process</c>: takes a sender key that arrived from a device.</summary>
internal sealed record GroupProcessRequest(Guid Name, DeviceNumber Device, byte[] Message) : AddressedRequest(Name, Device)
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        DecryptFailure failure = device.Groups.ProcessDistribution(Peer, Message);
        return failure == DecryptFailure.None ? PeerAnswer.Ok() : PeerAnswer.Error(PeerError.Of(failure), failure);
    }
}
