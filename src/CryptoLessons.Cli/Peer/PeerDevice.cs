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
    private readonly Profile profile;
    private readonly string? address;
    private (RatchetFunctions Suite, HandshakeFunctions Handshake) app;

    /// <summary>A new device with fresh keys.</summary>
    /// <param name="name">Whose device.</param>
    /// <param name="number">Its number.</param>
    /// <param name="registrationId">Its registration number.</param>
    /// <param name="profile">What of Signal's protocol it speaks.</param>
    public PeerDevice(Guid name, DeviceNumber number, uint registrationId, Profile profile)
    {
        // Messages name sender and recipient since the library's version 0.91.
        (this.profile, Number, address) = (profile, number, profile == Profile.Triple ? $"{name:D}.{number}" : null);
        using DeviceState state = Protocol.Sessions.Device.NewState(RandomSource.System, registrationId);
        app = (Signal, Handshake);
        Device = Resume(state);
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
        app = (authority, kind) switch
        {
            (null, _) => (Signal, Handshake),
            (_, EscrowKind.MessageKey) => (new MessageKeyEscrow(Signal, authority, RandomSource.System), Handshake),
            (_, EscrowKind.ContentKey) => (new ContentKeyEscrow(Signal, authority, RandomSource.System), Handshake),
            _ => (Signal, new SessionSecretEscrow(Handshake, authority, RandomSource.System)),
        };
        using DeviceState state = Device.Snapshot();
        Load(state);
    }

    /// <summary>Goes on from a saved state.</summary>
    public void Load(DeviceState state) => Device = Resume(state);

    private RatchetFunctions Signal => profile.Functions(RandomSource.System);

    private HandshakeFunctions Handshake => profile.HandshakeFunctions(RandomSource.System);

    private Device<RatchetFunctions> Resume(DeviceState state) =>
        Protocol.Sessions.Device.Resume(app.Suite, RandomSource.System, state, handshake: app.Handshake, address: address);
}
