using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>group_decrypt</c>: opens a group's message that arrived from a device.</summary>
internal sealed record GroupDecryptRequest(Guid Name, DeviceNumber Device, byte[] Message) : AddressedRequest(Name, Device)
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        DecryptFailure failure = device.Groups.Decrypt(Peer, Message, out byte[] plaintext);
        return failure == DecryptFailure.None ? PeerAnswer.Plaintext(plaintext) : PeerAnswer.Error(PeerError.Of(failure), failure);
    }
}
