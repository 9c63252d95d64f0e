using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>How a session between two devices begins, and how it is stored.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class SessionOpeningTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin() => (alice, bob) = (new(suite, "alice"), new(suite, "bob"));

    private static CiphertextType[] Types(params CiphertextMessage[] messages) => [.. messages.Select(message => message.Type)];

    [TestCase(true)]
    [TestCase(false)]
    public void EveryMessageIsAPreKeyMessageUntilTheFirstAnswer(bool oneTimePreKey)
    {
        alice.Starts(bob, bob.Publish(oneTimePreKey));
        CiphertextMessage m0 = alice.Send(bob, "m0"), m1 = alice.Send(bob, "m1");
        bob.Opens(alice, m0, "m0");
        CiphertextMessage m2 = alice.Send(bob, "m2"), answer = bob.Send(alice, "answer");
        alice.Opens(bob, answer, "answer");
        CiphertextMessage m3 = alice.Send(bob, "m3");
        Assert.That(Types(m0, m1, m2), Is.All.EqualTo(CiphertextType.PreKey));
        Assert.That(Types(answer, m3), Is.All.EqualTo(CiphertextType.Plain));
        bob.Opens(alice, m3, "m3");
        bob.Opens(alice, m2, "m2");
        bob.Opens(alice, m1, "m1");
    }

    [Test]
    public void ARefusedAnswerDoesNotEndThePreKeyMessages()
    {
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "m0"), "m0");
        byte[] answer = bob.Send(alice, "answer").Bytes.ToArray();
        answer[^1] ^= 1;
        alice.Refuses(bob, new(CiphertextType.Plain, answer), DecryptFailure.NotAuthentic);
        Assert.That(alice.Send(bob, "m1").Type, Is.EqualTo(CiphertextType.PreKey));
    }

    [Test]
    public void EveryPreKeyMessageRepeatsTheSameKeysAndNumbers()
    {
        PreKeyBundle bundle = bob.Publish();
        alice.Starts(bob, bundle);
        PreKeySignalMessage[] messages = [.. Enumerable.Range(0, 3).Select(_ => alice.Send(bob, "text").Parse())];
        Assert.That(messages.Select(message => message.PreKeys), Is.All.EqualTo(messages[0].PreKeys));
        Assert.That(messages[0].PreKeys.PreKeyId, Is.EqualTo(bundle.PreKeyId));
        Assert.That(messages[0].PreKeys.SignedPreKeyId, Is.EqualTo(bundle.SignedPreKeyId));
        Assert.That(messages[0].IdentityKey, Is.EqualTo(alice.Device.IdentityKey));
        Assert.That(messages[0].RegistrationId, Is.EqualTo(alice.Device.RegistrationId));
    }

    [Test]
    public void TheFirstToArriveOpensTheSessionWhicheverItIs()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage[] messages = [.. Enumerable.Range(0, 5).Select(i => alice.Send(bob, $"m{i}"))];
        foreach (int i in new[] { 3, 0, 4, 2, 1 })
            bob.Opens(alice, messages[i], $"m{i}");
        foreach (CiphertextMessage message in messages)
            bob.Refuses(alice, message, DecryptFailure.Duplicate);
    }

    [Test]
    public void TheSessionRemembersWhoOpenedIt()
    {
        alice.Starts(bob, bob.Publish());
        Assert.That(alice.Device.HasSession(bob.Name));
        Assert.That(bob.Device.HasSession(alice.Name), Is.False);
        PreKeySignalMessage first = alice.Send(bob, "m0").Parse();
        bob.Opens(alice, alice.Send(bob, "m1"), "m1");
        SessionState atAlice = alice.Device.Snapshot().Sessions[bob.Name].Current!, atBob = bob.Device.Snapshot().Sessions[alice.Name].Current!;
        Assert.That(atAlice.BaseKey, Is.EqualTo(first.PreKeys.BaseKey));
        Assert.That(atBob.BaseKey, Is.EqualTo(first.PreKeys.BaseKey));
        Assert.That((atAlice.LocalIdentity, atAlice.RemoteIdentity), Is.EqualTo((alice.Device.IdentityKey, bob.Device.IdentityKey)));
        Assert.That((atBob.LocalIdentity, atBob.RemoteIdentity), Is.EqualTo((bob.Device.IdentityKey, alice.Device.IdentityKey)));
        Assert.That(atAlice.Pending!.PreKeys, Is.EqualTo(first.PreKeys));
        Assert.That(atBob.Pending, Is.Null);
    }

    [Test]
    public void ANewBundleOpensANewSession()
    {
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "old"), "old");
        alice.Opens(bob, bob.Send(alice, "answer"), "answer");
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "new"), "new");
        alice.Opens(bob, bob.Send(alice, "answer"), "answer");
        Assert.That(alice.Send(bob, "text").Type, Is.EqualTo(CiphertextType.Plain));
    }

    [Test]
    public void WithoutASessionNothingOpensAndNothingIsSent()
    {
        bob.Refuses(alice, new(CiphertextType.Plain, new byte[75]), DecryptFailure.NoSession);
        Assert.That(() => bob.Send(alice, "text"), Throws.InvalidOperationException);
        alice.Starts(bob, bob.Publish());
        bob.Refuses(alice, new(CiphertextType.Plain, alice.Send(bob, "text").Parse().Message), DecryptFailure.NoSession);
    }

    [Test]
    public void SessionsWithSeveralPeersDoNotMix()
    {
        var carol = new DeviceParty(suite, "carol");
        alice.Starts(bob, bob.Publish());
        carol.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "from Alice"), "from Alice");
        bob.Opens(carol, carol.Send(bob, "from Carol"), "from Carol");
        CiphertextMessage answer = bob.Send(alice, "to Alice");
        alice.Opens(bob, answer, "to Alice");
        bob.Refuses(carol, alice.Send(bob, "text"), DecryptFailure.NotAuthentic);
        Assert.That(bob.Device.Snapshot().Sessions.Keys, Is.EqualTo(new[] { "alice", "carol" }));
    }

    [Test]
    public void DevicesGoOnFromStorageAfterEveryMessageAndUnderAnySuite()
    {
        foreach (Suite other in suite.Partners)
        {
            (alice, bob) = (new(suite, "alice"), new(suite, "bob"));
            PreKeyBundle bundle = bob.Publish();
            bob.Reload(other);
            alice.Starts(bob, bundle);
            for (int i = 0; i < 4; i++)
            {
                CiphertextMessage late = alice.Send(bob, "late"), message = alice.Send(bob, "to Bob");
                alice.Reload(i % 2 == 0 ? other : suite);
                bob.Opens(alice, message, "to Bob");
                bob.Reload(i % 2 == 0 ? suite : other);
                bob.Opens(alice, late, "late");
                alice.Opens(bob, bob.Send(alice, "answer"), "answer");
                alice.Reload(suite);
            }
        }
    }
}
