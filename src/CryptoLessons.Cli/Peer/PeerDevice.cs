using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary>The device of a peer: Signal's own suite, or the same with the escrow field for an authority.</summary>
internal sealed class PeerDevice
{
    /// <summary>A new device with fresh keys.</summary>
    public PeerDevice(DeviceNumber number, uint registrationId)
    {
        Number = number;
        using DeviceState state = Protocol.Sessions.Device.NewState(RandomSource.System, registrationId);
        Device = Resume(state, new SignalFunctions(RandomSource.System), X3dh.Functions);
    }

    /// <summary>The device's number.</summary>
    public DeviceNumber Number { get; }

    /// <summary>The device under the suite of the moment.</summary>
    public Device<RatchetFunctions> Device { get; private set; }

    /// <summary>The device's sender keys; no suite changes them.</summary>
    public GroupCipher Groups { get; } = new(RandomSource.System);

    /// <summary>The app update: the same saved state goes on under another suite.</summary>
    /// <param name="authority">Whom the field is sealed to, or null for Signal's suite as it is.</param>
    /// <param name="kind">What is sealed.</param>
    public void Update(DhPublicKey? authority, EscrowKind kind)
    {
        using DeviceState state = Device.Snapshot();
        RatchetFunctions signal = new SignalFunctions(RandomSource.System);
        Device = (authority, kind) switch
        {
            (null, _) => Resume(state, signal, X3dh.Functions),
            (_, EscrowKind.MessageKey) => Resume(state, new MessageKeyEscrow(signal, authority, RandomSource.System), X3dh.Functions),
            (_, EscrowKind.ContentKey) => Resume(state, new ContentKeyEscrow(signal, authority, RandomSource.System), X3dh.Functions),
            _ => Resume(state, signal, new SessionSecretEscrow(X3dh.Functions, authority, RandomSource.System)),
        };
    }

    private static Device<RatchetFunctions> Resume(DeviceState state, RatchetFunctions suite, HandshakeFunctions handshake) =>
        Protocol.Sessions.Device.Resume(suite, RandomSource.System, state, handshake: handshake);
}
