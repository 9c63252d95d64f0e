using NUnit.Framework;
using static CryptoLessons.Tests.Oracle.ForgeryPrediction;

namespace CryptoLessons.Tests.Oracle;

/// <summary>The forgery oracle against cases worked out by hand, row by row of the table.</summary>
[TestFixture]
public class ForgeryOracleTests
{
    [Test]
    public void TheOwnerIsHijackedUntilTheFirstGenuineMessageOfTheNextChainArrives()
    {
        // Alice sends in chain 2; Bob's answers are chain 3.
        ForgeryScene scene = AliceRobbedInChainTwo();
        Assert.That(scene.Try(new HijackOwner()), Is.EqualTo(Accepted), "RK_2 is stolen and d_2 known");
        scene.Arrive(scene.Sends(Party.Alice));
        int answers = scene.Sends(Party.Bob, 2);
        Assert.That(scene.Try(new HijackOwner()), Is.EqualTo(Accepted), "an answer on its way changes nothing in Alice's state");
        scene.Arrive(answers + 1);
        Assert.That(scene.Try(new HijackOwner()), Is.EqualTo(Refused), "Alice has RK_4 now, whichever message of chain 3 came first");
    }

    [Test]
    public void TheInitiatorIsHijackedBeforeAnythingWasSent()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Theft();
        Assert.That(scene.Try(new HijackOwner()), Is.EqualTo(Accepted), "the stolen state holds d_0 itself");
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Impossible), "Bob has no ratchet key yet");
    }

    [Test]
    public void ThePeerIsHijackedUntilTheFirstGenuineMessageOfChainSPlusTwoArrives()
    {
        ForgeryScene scene = AliceRobbedInChainTwo();
        scene.Arrive(scene.Sends(Party.Alice));
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Impossible), "Bob made d_3, but it was in no header yet");
        scene.Sends(Party.Bob);
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Accepted), "the header of a lost message is enough");
        scene.Arrive(scene.Sends(Party.Bob));
        int answer = scene.Sends(Party.Alice);
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Accepted), "Bob still waits for chain 4");
        scene.Arrive(answer);
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Refused), "Bob has RK_5 now");
    }

    [Test]
    public void AnAnswerSentBeforeTheTheftServesTheHijackOfThePeerAtOnce()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Arrive(scene.Sends(Party.Alice));
        scene.Sends(Party.Bob);
        scene.Theft();
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Accepted), "the whole wire was recorded");
    }

    [Test]
    public void AnOwnSlotIsOpenUntilItIsUsed()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Arrive(scene.Sends(Party.Alice));
        int late = scene.Sends(Party.Alice);
        scene.Theft();
        Assert.That(scene.Try(new SlotAsOwner(1)), Is.EqualTo(Impossible), "sent before the theft, though it never arrived");
        Assert.That(scene.Try(new SlotAsOwner(2)), Is.EqualTo(Accepted), "the chain key gives i and all after it");
        int genuine = scene.Sends(Party.Alice, 2);
        scene.Arrive(genuine + 1);
        Assert.That(scene.Try(new SlotAsOwner(3)), Is.EqualTo(Refused), "used");
        Assert.That(scene.Try(new SlotAsOwner(2)), Is.EqualTo(Accepted), "skipped");
        scene.Arrive(genuine, late);
        Assert.That(scene.Try(new SlotAsOwner(2)), Is.EqualTo(Refused), "came late, used now");
    }

    [Test]
    public void AnOwnSlotOpensTowardsAPeerWhoHasNotSeenTheChain()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Theft();
        Assert.That(scene.Try(new SlotAsOwner(0)), Is.EqualTo(Accepted), "Bob has no session: the stolen state holds the prekey message's fields");
        scene.Sends(Party.Alice);
        Assert.That(scene.Try(new SlotAsOwner(0)), Is.EqualTo(Accepted), "sent is not delivered");
        scene = AliceRobbedInChainTwo();
        Assert.That(scene.Try(new SlotAsOwner(0)), Is.EqualTo(Accepted), "d_2 is public to the thief, and Bob makes the step");
    }

    [Test]
    public void AReceivingSlotIsOpenIfItsKeyWasStolenAndUntilItIsUsed()
    {
        var scene = new ForgeryScene(Party.Bob);
        int sent = scene.Sends(Party.Alice, 4);
        scene.Arrive(sent + 2);
        scene.Theft();
        Assert.That(scene.Try(new SlotAsPeer(0, 2)), Is.EqualTo(Impossible), "used before the theft: its key is wiped");
        Assert.That(scene.Try(new SlotAsPeer(0, 1)), Is.EqualTo(Accepted), "its seed was stored");
        Assert.That(scene.Try(new SlotAsPeer(0, 3)), Is.EqualTo(Accepted), "from the chain key");
        scene.Arrive(sent + 1, sent + 3);
        Assert.That(scene.Try(new SlotAsPeer(0, 1)), Is.EqualTo(Refused), "the late message came");
        Assert.That(scene.Try(new SlotAsPeer(0, 3)), Is.EqualTo(Refused), "used");
        Assert.That(scene.Try(new SlotAsPeer(0, 0)), Is.EqualTo(Accepted), "still skipped");
    }

    [Test]
    public void AForgeryInASkippedSlotOpensOnceAndShutsTheGenuineMessageOut()
    {
        var scene = new ForgeryScene(Party.Bob);
        scene.Arrive(scene.Sends(Party.Alice, 2) + 1);
        scene.Theft();
        var slot = new Coordinates(0, 0);
        Assert.That(scene.Try(new SlotAsPeer(0, 0)), Is.EqualTo(Accepted));
        Assert.That(scene.TryAfterOwnerOpened(slot, new SlotAsPeer(0, 0)), Is.EqualTo(Refused), "a second copy");
        PartyState fooled = scene.Moment.OwnerNow.After(slot, Limits.Libsignal);
        Assert.That(fooled.Judge(slot, Limits.Libsignal), Is.EqualTo(Reception.Duplicate), "the genuine message");
    }

    [Test]
    public void AnOldKeptChainOpensBeyondWhatWasSentUntilItIsEvicted()
    {
        var scene = new ForgeryScene(Party.Bob);
        scene.Rounds(3, Party.Alice);
        scene.Theft();
        Assert.That(scene.Try(new SlotAsPeer(0, 700)), Is.EqualTo(Accepted), "Alice ended chain 0 after one message; Bob does not know");
        scene.Rounds(6, Party.Bob);
        Assert.That(scene.Try(new SlotAsPeer(0, 700)), Is.EqualTo(Accepted), "Bob keeps chains 0, 2, 4, 6, 8");
        scene.Rounds(2, Party.Bob);
        Assert.That(scene.Try(new SlotAsPeer(0, 700)), Is.EqualTo(Refused), "chain 10 evicted chain 0");
        scene.Theft();
        Assert.That(scene.Try(new SlotAsPeer(0, 700)), Is.EqualTo(Impossible), "and a thief who comes now does not find it");
    }

    [Test]
    public void TheSignedPreKeysChainIsKeptByTheInitiatorUntilTheFifthAnswer()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Theft();
        var forgery = new SlotAsPeer(SlotAsPeer.PreKeyChain, 0);
        Assert.That(scene.Try(forgery), Is.EqualTo(Accepted), "the handshake gave Alice a receiving chain under Bob's signed prekey");
        scene.Rounds(8, Party.Alice);
        Assert.That(scene.Try(forgery), Is.EqualTo(Accepted), "Alice keeps chains -1, 1, 3, 5, 7");
        scene.Rounds(2, Party.Alice);
        Assert.That(scene.Try(forgery), Is.EqualTo(Refused), "chain 9 evicted it");
        var bob = new ForgeryScene(Party.Bob);
        bob.Rounds(1, Party.Alice);
        bob.Theft();
        Assert.That(bob.Try(forgery), Is.EqualTo(Impossible), "for Bob it was a sending chain, and his first receipt ended it");
    }

    [Test]
    public void TheNextChainIsOpenFromItsStartOnceItsRatchetKeyWasOnTheWire()
    {
        ForgeryScene scene = AliceRobbedInChainTwo();
        scene.Arrive(scene.Sends(Party.Alice));
        Assert.That(scene.Try(new SlotAsPeerInNextChain(0)), Is.EqualTo(Impossible), "d_3 was in no header yet");
        int answers = scene.Sends(Party.Bob, 3);
        Assert.That(scene.Try(new SlotAsPeerInNextChain(0)), Is.EqualTo(Accepted), "RK_2 and d_2 give the chain; Alice makes the step");
        scene.Arrive(answers + 1);
        Assert.That(scene.Try(new SlotAsPeerInNextChain(1)), Is.EqualTo(Refused), "used");
        Assert.That(scene.Try(new SlotAsPeerInNextChain(0)), Is.EqualTo(Accepted), "skipped");
        Assert.That(scene.Try(new SlotAsPeerInNextChain(50)), Is.EqualTo(Accepted), "beyond what was sent");
    }

    [Test]
    public void JumpsAndStoredSeedsHaveTheirLimits()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Theft();
        Assert.That(scene.Try(new SlotAsOwner(25_000)), Is.EqualTo(Accepted), "the furthest jump");
        Assert.That(scene.Try(new SlotAsOwner(25_001)), Is.EqualTo(Refused), "one more");
        scene.Arrive(scene.Sends(Party.Alice, 2_003) + 2_002);
        Assert.That(scene.Try(new SlotAsOwner(1)), Is.EqualTo(Refused), "2,002 skipped: the two lowest seeds are gone");
        Assert.That(scene.Try(new SlotAsOwner(2)), Is.EqualTo(Accepted), "the lowest that is kept");
    }

    [Test]
    public void AThiefWhoWaitsForChainSPlusTwoHijacksNobodyAndKeepsOnlyTheSlotsOfKeptChains()
    {
        ForgeryScene scene = AliceRobbedInChainTwo();
        scene.Rounds(3, Party.Alice);
        Assert.That(scene.Try(new HijackOwner()), Is.EqualTo(Refused), "Alice is in chain 4");
        Assert.That(scene.Try(new HijackPeer()), Is.EqualTo(Refused), "Bob is in chain 5");
        ForgeryAttempt[] slots = [new SlotAsOwner(9), new SlotAsPeer(1, 9), new SlotAsPeerInNextChain(9)];
        Assert.That(slots.Select(scene.Try), Is.All.EqualTo(Accepted), "chains 1, 2 and 3 are kept: no new secret is in them");
        scene.Rounds(7, Party.Bob);
        Assert.That(slots.Select(scene.Try), Is.EqualTo(new[] { Accepted, Refused, Accepted }), "Alice has chains 3 to 11, Bob 2 to 10");
        scene.Rounds(2, Party.Alice);
        Assert.That(slots.Select(scene.Try), Is.All.EqualTo(Refused), "Alice has chains 5 to 13, Bob 4 to 12");
        Assert.That(ForgeryAttempts.At(scene.Moment).Select(scene.Try), Has.None.EqualTo(Accepted));
    }

    [Test]
    public void ThrowsWhenThereWasNoSessionToSteal()
    {
        var scene = new ForgeryScene(Party.Bob);
        scene.Sends(Party.Alice);
        scene.Theft();
        Assert.That(() => scene.Moment, Throws.ArgumentException);
    }

    // Chain 0 from Alice, chain 1 from Bob, both arrived; Alice has made chain 2 and sent nothing in it.
    private static ForgeryScene AliceRobbedInChainTwo()
    {
        var scene = new ForgeryScene(Party.Alice);
        scene.Rounds(2, Party.Alice);
        scene.Theft();
        return scene;
    }
}
