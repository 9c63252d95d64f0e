using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>load</c>: the device goes on from what <c>save</c> answered.</summary>
internal sealed record LoadRequest(byte[] State) : DeviceRequest
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        if (!DeviceState.TryLoad(State, out DeviceState? state))
            return PeerAnswer.Error(PeerError.Usage, "That is no saved device.");
        using (state)
            device.Load(state);
        return PeerAnswer.Ok();
    }
}
