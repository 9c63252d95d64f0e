using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>group_encrypt</c>: the next message to a group.</summary>
internal sealed record GroupEncryptRequest(Guid DistributionId, byte[] Plaintext) : DeviceRequest
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device) => device.Groups.HasSenderKey(DistributionId)
        ? PeerAnswer.Message(device.Groups.Encrypt(DistributionId, Plaintext))
        : PeerAnswer.Error(PeerError.NoSenderKey, $"There is no sender key for {DistributionId}: group_create makes one.");
}
