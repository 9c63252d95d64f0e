using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;
using NewDevice = CryptoLessons.Protocol.Sessions.Device;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A device with counted random sources.</summary>
internal sealed class DeviceParty
{
    private readonly CountingRandom own;
    private readonly CountingRandom keys;
    private readonly CountingRandom other;
    private readonly TimeProvider? clock;
    private readonly HandshakeFunctions handshake;
    private Device<RatchetFunctions> device;

    public DeviceParty(Suite suite, string name, long seed = 1, TimeProvider? clock = null, HandshakeFunctions? handshake = null)
    {
        SeededRandom random = new SeededRandom(seed).Child(name);
        (Name, own, keys, other) = (name, new(random.Child("device")), new(random.Child("keys")), new(random.Child("other")));
        (this.clock, this.handshake) = (clock, handshake ?? suite.Profile.HandshakeFunctions(own));
        device = NewDevice.Create(suite.Create(keys, other), own, clock: clock, handshake: this.handshake);
    }

    public string Name { get; }

    public Device<RatchetFunctions> Device => device;

    public long Drawn => own.Drawn + keys.Drawn + other.Drawn;

    /// <summary>The whole state as it would be stored.</summary>
    public byte[] Saved
    {
        get
        {
            using DeviceState state = device.Snapshot();
            return state.Save();
        }
    }

    public PreKeyBundle Publish(bool oneTimePreKey = true) => device.Publish(oneTimePreKey);

    public void Starts(DeviceParty peer, PreKeyBundle bundle) => Assert.That(device.StartSession(peer.Name, bundle), Is.EqualTo(BundleFailure.None));

    public CiphertextMessage Send(DeviceParty peer, string text) => device.Encrypt(peer.Name, Encoding.UTF8.GetBytes(text));

    /// <summary>The states of all sessions with a peer.</summary>
    public SessionRecord RecordOf(DeviceParty peer) => device.Snapshot().Sessions[peer.Name];

    /// <summary>The base key of the session in which the next message to a peer would go; null when there is none.</summary>
    public DhPublicKey? CurrentWith(DeviceParty peer) => RecordOf(peer).Current?.BaseKey;

    /// <summary>A message to a peer and its answer, both of which arrive at once.</summary>
    public void RoundTrip(DeviceParty peer)
    {
        peer.Opens(this, Send(peer, $"to {peer.Name}"), $"to {peer.Name}");
        Opens(peer, peer.Send(this, $"to {Name}"), $"to {Name}");
    }

    public void Opens(DeviceParty peer, CiphertextMessage message, string expected)
    {
        Assert.That(device.Decrypt(peer.Name, message, out byte[] plaintext), Is.EqualTo(DecryptFailure.None), expected);
        Assert.That(Encoding.UTF8.GetString(plaintext), Is.EqualTo(expected));
    }

    public void Refuses(DeviceParty peer, CiphertextMessage message, DecryptFailure failure) =>
        Assert.That(RefusesSomehow(peer, message, failure.ToString()), Is.EqualTo(failure));

    /// <summary>The message is refused, whatever the reason, and nothing of the device has moved.</summary>
    public DecryptFailure RefusesSomehow(DeviceParty peer, CiphertextMessage message, string what)
    {
        byte[] before = Saved;
        long drawn = Drawn;
        DecryptFailure failure = device.Decrypt(peer.Name, message, out byte[] plaintext);
        Assert.That(failure, Is.Not.EqualTo(DecryptFailure.None), what);
        Assert.That(plaintext, Is.Empty, what);
        Assert.That(Saved.AsSpan().SequenceEqual(before), $"{what}: the state changed");
        Assert.That(Drawn, Is.EqualTo(drawn), $"{what}: randomness was drawn");
        return failure;
    }

    /// <summary>The bundle is refused, and nothing of the device has moved.</summary>
    public void Refuses(DeviceParty peer, PreKeyBundle bundle, BundleFailure failure)
    {
        byte[] before = Saved;
        long drawn = Drawn;
        Assert.That(device.StartSession(peer.Name, bundle), Is.EqualTo(failure));
        Assert.That(Saved.AsSpan().SequenceEqual(before), $"{failure}: the state changed");
        Assert.That(Drawn, Is.EqualTo(drawn), $"{failure}: randomness was drawn");
    }

    /// <summary>Stores the state, changes it on disk if asked to, loads it, and goes on under the given suite.</summary>
    public void Reload(Suite suite, Func<DeviceState, DeviceState>? change = null)
    {
        using DeviceState snapshot = device.Snapshot();
        byte[] saved = (change?.Invoke(snapshot) ?? snapshot).Save();
        Assert.That(DeviceState.TryLoad(saved, out DeviceState? state));
        device = NewDevice.Resume(suite.Create(keys, other), own, state!, clock: clock, handshake: handshake);
        state!.Dispose();
        Assert.That(Saved, Is.EqualTo(saved));
    }
}
