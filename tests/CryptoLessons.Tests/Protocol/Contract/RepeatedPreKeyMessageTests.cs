using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>A prekey message whose base key is known belongs to the session that it opened, wherever that session stands.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class RepeatedPreKeyMessageTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin() => (alice, bob) = (new(suite, "alice"), new(suite, "bob"));

    private uint[] Held => [.. bob.Device.Snapshot().OneTimePreKeys.Select(preKey => preKey.Id)];

    /// <summary>Alice's first session with Bob, from which three messages are still on their way.</summary>
    private CiphertextMessage[] OpenFirst(bool oneTimePreKey = true)
    {
        alice.Starts(bob, bob.Publish(oneTimePreKey));
        CiphertextMessage[] messages = [.. Enumerable.Range(0, 4).Select(i => alice.Send(bob, $"m{i}"))];
        bob.Opens(alice, messages[0], "m0");
        return messages;
    }

    private void OpenSecond(bool oneTimePreKey = true)
    {
        alice.Starts(bob, bob.Publish(oneTimePreKey));
        bob.Opens(alice, alice.Send(bob, "second session"), "second session");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void TheCurrentSessionIsUsedAgain(bool oneTimePreKey)
    {
        CiphertextMessage[] messages = OpenFirst(oneTimePreKey);
        Assert.That(Held, Is.Empty);
        foreach (int i in new[] { 2, 1, 3 })
            bob.Opens(alice, messages[i], $"m{i}");
        Assert.That(bob.RecordOf(alice).Previous, Is.Empty);
        Assert.That(bob.CurrentWith(alice), Is.EqualTo(messages[0].Parse().PreKeys.BaseKey));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void AnArchivedSessionIsUsedAgainAndPromoted(bool oneTimePreKey)
    {
        CiphertextMessage[] messages = OpenFirst(oneTimePreKey);
        OpenSecond(oneTimePreKey);
        DhPublicKey? second = bob.CurrentWith(alice);
        bob.Reload(suite);
        bob.Opens(alice, messages[2], "m2");
        Assert.That(bob.CurrentWith(alice), Is.EqualTo(messages[0].Parse().PreKeys.BaseKey));
        Assert.That(bob.RecordOf(alice).Previous.Select(state => state.BaseKey), Is.EqualTo(new[] { second }));
        bob.Opens(alice, messages[1], "m1");
        Assert.That(Held, Is.Empty);
        bob.RoundTrip(alice);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void AReplayedFirstMessageOfAnEarlierSessionReplacesNothing(bool oneTimePreKey)
    {
        CiphertextMessage first = OpenFirst(oneTimePreKey)[0];
        OpenSecond(oneTimePreKey);
        bob.Refuses(alice, first, DecryptFailure.Duplicate);
        for (int i = 0; i < 3; i++)
            OpenSecond(oneTimePreKey);
        bob.Refuses(alice, first, DecryptFailure.Duplicate);
        alice.RoundTrip(bob);
    }

    [Test]
    public void AReplayAfterTheOwnerArchivedEverythingIsADuplicate()
    {
        CiphertextMessage first = OpenFirst(oneTimePreKey: false)[0];
        bob.Device.ArchiveSession(alice.Name);
        bob.Refuses(alice, first, DecryptFailure.Duplicate);
        Assert.That(bob.Device.HasSession(alice.Name), Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ItsChangedPreKeyNumberDeletesNoUnspentPreKey(bool archived)
    {
        CiphertextMessage[] messages = OpenFirst();
        if (archived)
            OpenSecond();
        uint unspent = bob.Publish().PreKeyId!.Value;
        bob.Opens(alice, messages[1].WithPreKeys(used => used with { PreKeyId = unspent }), "m1");
        Assert.That(Held, Is.EqualTo(new[] { unspent }));
        bob.Opens(alice, messages[2].WithPreKeys(used => used with { PreKeyId = null }), "m2");
        bob.Opens(alice, messages[3].WithPreKeys(used => used with { PreKeyId = uint.MaxValue, SignedPreKeyId = 99 }), "m3");
        Assert.That(Held, Is.EqualTo(new[] { unspent }));
    }

    [Test]
    public void InAnOwnSessionItIsAnAnswerLikeAnyOther()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage first = alice.Send(bob, "first");
        bob.Opens(alice, first, "first");
        ReadOnlyMemory<byte> answer = bob.Send(alice, "answer").Bytes;
        UsedPreKeys used = first.Parse().PreKeys;
        var wrapped = new PreKeySignalMessage(bob.Device.RegistrationId, used, bob.Device.IdentityKey, answer);
        alice.Opens(bob, new(CiphertextType.PreKey, wrapped.Serialize()), "answer");
        Assert.That(alice.RecordOf(bob).Previous, Is.Empty);
        alice.RoundTrip(bob);
    }
}
