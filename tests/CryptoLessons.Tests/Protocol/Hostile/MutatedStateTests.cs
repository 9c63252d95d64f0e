using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Damaged storage: either it is refused, or it is a state that saves to the same bytes and can be used.</summary>
[TestFixture]
internal sealed class MutatedStateTests
{
    private const int Rounds = 2_000;

    private delegate bool Loader<T>(ReadOnlySpan<byte> saved, [NotNullWhen(true)] out T? state)
        where T : class;

    private static readonly DeviceParty Alice = new(Suite.Honest, "alice");
    private static readonly DeviceParty Bob = new(Suite.Honest, "bob", handshake: new TalkativeHandshake(X3dh.Functions));
    private static readonly CiphertextMessage OnTheWay = Converse();

    private static DeviceState Device => Bob.Device.Snapshot();

    /// <summary>The device, its session with Alice, that session's ratchet, and its unanswered session with Carol.</summary>
    private static byte[][] Saved =>
    [
        Device.Save(), Device.Sessions["alice"].Current!.Save(), Device.Sessions["alice"].Current!.Ratchet.Save(),
        Device.Sessions["carol"].Current!.Save(),
    ];

    private static CiphertextMessage Converse()
    {
        Bob.Publish();
        var carol = new DeviceParty(Suite.Honest, "carol");
        Bob.Starts(carol, carol.Publish());
        Alice.Starts(Bob, Bob.Publish());
        Alice.RoundTrip(Bob);
        Alice.Starts(Bob, Bob.Publish());
        for (int i = 0; i < 3; i++)
        {
            Alice.Send(Bob, "lost");
            Bob.Opens(Alice, Alice.Send(Bob, "to Bob"), "to Bob");
            Alice.Opens(Bob, Bob.Send(Alice, "to Alice"), "to Alice");
        }
        return Alice.Send(Bob, "on the way");
    }

    [Test]
    public void AMutatedRatchetStateIsRefusedOrUsable() => Mutate<RatchetState>(Saved[2], RatchetState.TryLoad, state => state.Save(), state =>
    {
        DoubleRatchet<SignalFunctions> ratchet = DoubleRatchet.Resume(new SignalFunctions(RandomSource.System), state);
        ratchet.Decrypt(OnTheWay.Bytes, new byte[66], out _);
        ratchet.Decrypt(OnTheWay.Bytes, [.. Alice.Device.IdentityKey.Serialize(), .. Bob.Device.IdentityKey.Serialize()], out _);
    });

    [Test]
    public void AMutatedSessionStateIsRefusedOrUsable([Values(1, 3)] int which) =>
        Mutate<SessionState>(Saved[which], SessionState.TryLoad, state => state.Save(), state =>
        {
            Session<SignalFunctions> session = Session.Resume(new SignalFunctions(RandomSource.System), state, RandomSource.System);
            session.Decrypt(OnTheWay.Bytes, out _);
            session.IsStale(DateTimeOffset.UnixEpoch);
        });

    [Test]
    public void AMutatedDeviceStateIsRefusedOrUsable() => Mutate<DeviceState>(Saved[0], DeviceState.TryLoad, state => state.Save(), state =>
    {
        RandomSource random = RandomSource.System;
        Device<SignalFunctions> device = CryptoLessons.Protocol.Sessions.Device.Resume(new SignalFunctions(random), random, state);
        device.Decrypt("alice", OnTheWay, out _);
        foreach (string peer in state.Sessions.Keys)
            device.HasSession(peer);
    });

    [Test]
    public void AFlippedBitAnywhereIsRefusedOrSavesToTheSameBytes()
    {
        byte[] saved = Saved[2];
        int accepted = 0;
        for (int bit = 0; bit < 8 * saved.Length; bit++)
        {
            byte[] flipped = [.. saved];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (!RatchetState.TryLoad(flipped, out RatchetState? state))
                continue;
            accepted++;
            Assert.That(state.Save().AsSpan().SequenceEqual(flipped));
        }
        Assert.That(accepted, Is.GreaterThan(0), "a key may be any 32 bytes");
    }

    [Test]
    public void AStateThatEndsInAFieldIsRefused()
    {
        foreach (byte[] saved in Saved)
        {
            HashSet<int> ends = [];
            var reader = new WireReader(saved.AsSpan(4));
            while (reader.Next(out WireField field))
                ends.Add(4 + field.End);
            for (int length = 0; length < saved.Length; length++)
            {
                // Between two fields it may be a state with one prekey or chain less.
                if (!ends.Contains(length))
                    Assert.That(Accepts(saved[..length]), Is.Zero, $"{length} of {saved.Length}");
                Assert.That(Accepts([.. saved, .. saved.AsSpan(length, 1)]), Is.Zero, $"byte {length} once more");
            }
        }
    }

    [Test]
    public void AStateWithoutARequiredFieldIsRefused()
    {
        foreach (var (saved, required) in Saved.Zip(new[] { new[] { 1, 2, 3, 4 }, [1, 2, 3, 8], [1, 2, 3, 4, 5], [1, 2, 3, 4, 6, 7, 8] }))
        {
            var reader = new WireReader(saved.AsSpan(4));
            while (reader.Next(out WireField field))
            {
                byte[] without = [.. saved[..(4 + field.Start)], .. saved[(4 + field.End)..]];
                if (required.Contains(field.Number))
                    Assert.That(Accepts(without), Is.Zero, $"{(char)saved[2]} without field {field.Number}");
                byte[] twice = [.. saved[..(4 + field.End)], .. saved[(4 + field.Start)..]];
                if (required.Contains(field.Number))
                    Assert.That(Accepts(twice), Is.Zero, $"{(char)saved[2]} with field {field.Number} twice");
            }
        }
    }

    [Test]
    public void OneKindOfStateIsNotAnother()
    {
        foreach (byte[] saved in Saved)
        {
            Assert.That(Accepts(saved), Is.EqualTo(1));
            foreach (byte kind in "RSD"u8)
                Assert.That(Accepts([.. saved[..2], kind, .. saved[3..]]), Is.EqualTo(kind == saved[2] ? 1 : 0));
            Assert.That(Accepts([.. saved[..3], (byte)(saved[3] + 1), .. saved[4..]]), Is.Zero, "a version that nobody knows");
            Assert.That(Accepts([(byte)'c', .. saved[1..]]), Is.Zero);
        }
    }

    [Test]
    public void RandomBytesAreRefused() => SeededCheck.ForAll(1_000, SeededCheck.Bytes(200), bytes =>
    {
        byte version = Saved[0][3];
        foreach (byte kind in "RSD"u8)
            Assert.That(Accepts([(byte)'C', (byte)'L', kind, version, .. bytes]), Is.Zero);
        Assert.That(Accepts(bytes), Is.Zero);
    });

    [Test]
    public void ASkippedSeedAtOrAboveTheNextIndexIsRefused()
    {
        using RatchetState state = Device.Sessions["alice"].Current!.Ratchet;
        foreach (var (n, loads) in new[] { (0u, true), (1u, true), (2u, false), (uint.MaxValue, false) })
        {
            var seeds = new SortedDictionary<uint, MessageSeed> { [n] = new MessageSeed(new byte[32]) };
            var chain = new ReceivingChain(state.ReceivingChains[0].RatchetKey, new(new byte[32]), next: 2, seeds);
            byte[] saved = new RatchetState(state.RatchetKeyPair, state.RootKey, state.SendingChainKey, 0, 0, [chain]).Save();
            Assert.That(RatchetState.TryLoad(saved, out _), Is.EqualTo(loads), $"{n}");
        }
    }

    private static int Accepts(byte[] bytes) =>
        (RatchetState.TryLoad(bytes, out _) ? 1 : 0) + (SessionState.TryLoad(bytes, out _) ? 1 : 0) + (DeviceState.TryLoad(bytes, out _) ? 1 : 0);

    private static void Mutate<T>(byte[] saved, Loader<T> load, Func<T, byte[]> save, Action<T> use)
        where T : class, IDisposable
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < Rounds; i++)
        {
            byte[] mutated = random.Mutate(saved, Saved);
            if (!load(mutated, out T? state))
                continue;
            Assert.That(save(state).AsSpan().SequenceEqual(mutated), Convert.ToHexString(mutated));
            use(state);
            state.Dispose();
        }
    }
}
