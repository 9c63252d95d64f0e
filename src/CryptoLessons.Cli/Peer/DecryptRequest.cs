using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>decrypt</c>: opens a message that arrived from a device.</summary>
internal sealed record DecryptRequest(Guid Name, DeviceNumber Device, CiphertextType Type, byte[] Message) : AddressedRequest(Name, Device)
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        DecryptFailure failure = device.Device.Decrypt(Peer, new(Type, Message), out byte[] plaintext);
        return failure == DecryptFailure.None ? PeerAnswer.Plaintext(plaintext) : PeerAnswer.Error(PeerError.Of(failure), failure);
    }
}
