using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>encrypt</c>: the next message to a device.</summary>
internal sealed record EncryptRequest(Guid Name, DeviceNumber Device, byte[] Plaintext) : AddressedRequest(Name, Device)
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        if (!device.Device.HasSession(Peer))
            return PeerAnswer.Error(PeerError.NoSession, $"There is no session with {Peer}: process a bundle first.");
        CiphertextMessage message = device.Device.Encrypt(Peer, Plaintext);
        return new() { ["type"] = (int)message.Type, ["message"] = Convert.ToHexStringLower(message.Bytes.Span) };
    }
}
