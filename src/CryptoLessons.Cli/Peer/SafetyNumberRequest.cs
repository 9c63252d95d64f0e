using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>safety_number</c>: the 60 digits for this device and the identity key trusted for another; its device 1 when none is named.</summary>
internal sealed record SafetyNumberRequest(Guid Name, uint Version, byte[] LocalId, byte[] RemoteId, DeviceNumber Device = default)
    : AddressedRequest(Name, Device == default ? DeviceNumber.First : Device)
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device) => device.Device.TrustedIdentity(Peer) is { } remote
        ? new() { ["digits"] = new SafetyNumber(Version, LocalId, device.Device.IdentityKey, RemoteId, remote).Digits }
        : PeerAnswer.Error(PeerError.NoSession, $"The identity key of {Peer} is not known.");
}
