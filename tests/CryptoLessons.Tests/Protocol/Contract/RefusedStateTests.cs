using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>A state that no device could have is refused when it is loaded, not when it is used.</summary>
[TestFixture]
internal sealed class RefusedStateTests
{
    [TestCase(3u, true, 1u, 2u)]
    [TestCase(3u, false, 1u, 1u, TestName = "APreKeyNumberTwice")]
    [TestCase(3u, false, 2u, 1u, TestName = "NumbersThatDoNotAscend")]
    [TestCase(1u, false, 1u, TestName = "ANextNumberThatIsTaken")]
    public void NumbersOfPreKeysAscendAndTheNextIsFree(uint nextPreKeyId, bool loads, params uint[] ids) =>
        Assert.That(Loads(nextPreKeyId, ids), Is.EqualTo(loads));

    [Test]
    public void TwoChainsOfOneRatchetKeyAreRefused()
    {
        var pair = new RatchetPair(Suite.Honest);
        RatchetState state = pair.Alice.Ratchet.Snapshot();
        byte[] saved = new RatchetState(state.RatchetKeyPair, state.RootKey, state.SendingChainKey, 0, 0, [state.ReceivingChains[0], state.ReceivingChains[0]]).Save();
        Assert.That(RatchetState.TryLoad(saved, out _), Is.False);
    }

    [TestCase(true, 40, ExpectedResult = true)]
    [TestCase(false, 40, ExpectedResult = true)]
    [TestCase(true, 41, ExpectedResult = false)]
    [TestCase(false, 41, ExpectedResult = false)]
    public bool NoMoreThanFortySessionsAreArchived(bool current, int archived)
    {
        var (alice, bob) = (new DeviceParty(Suite.Honest, "alice"), new DeviceParty(Suite.Honest, "bob"));
        alice.Starts(bob, bob.Publish());
        using DeviceState state = alice.Device.Snapshot();
        SessionState session = state.Sessions["bob"].Current!;
        var record = new SessionRecord(current ? session : null, [.. Enumerable.Repeat(session, archived)]);
        var records = new Dictionary<string, SessionRecord> { ["bob"] = record };
        byte[] saved = new DeviceState(state.Identity, 1, 1, state.SignedPreKey, [], state.TrustedIdentities, records).Save();
        return DeviceState.TryLoad(saved, out _);
    }

    [Test]
    public void ASessionWithSomebodyOfWhomNoIdentityIsKnownIsRefused()
    {
        var (alice, bob) = (new DeviceParty(Suite.Honest, "alice"), new DeviceParty(Suite.Honest, "bob"));
        alice.Starts(bob, bob.Publish());
        using DeviceState state = alice.Device.Snapshot();
        byte[] saved = new DeviceState(state.Identity, 1, 1, state.SignedPreKey, [], new Dictionary<string, DhPublicKey>(), state.Sessions).Save();
        Assert.That(DeviceState.TryLoad(saved, out _), Is.False);
        Assert.That(DeviceState.TryLoad(state.Save(), out _), Is.True);
    }

    private static bool Loads(uint nextPreKeyId, params uint[] ids)
    {
        using var state = new DeviceParty(Suite.Honest, "alice").Device.Snapshot();
        byte[] saved = new DeviceState(state.Identity, 1, nextPreKeyId, state.SignedPreKey,
            [.. ids.Select(id => new PreKey(id, DhKeyPair.Generate(new SeededRandom(id))))], new Dictionary<string, DhPublicKey>(), new Dictionary<string, SessionRecord>()).Save();
        return DeviceState.TryLoad(saved, out _);
    }
}
