using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A stored ratchet goes on where it was, under the same suite and under every other: the compelled update.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class SavedRatchetTests(Suite suite)
{
    [Test]
    public void SavingAndLoadingAfterEveryMessageChangesNothing()
    {
        var stored = new RatchetPair(suite);
        var running = new RatchetPair(suite);
        for (int i = 0; i < 12; i++)
        {
            Step(stored, running, pair => pair.Alice, pair => pair.Bob, lost: i % 3);
            Step(stored, running, pair => pair.Bob, pair => pair.Alice, lost: (i + 1) % 4);
        }

        void Step(RatchetPair first, RatchetPair second, Func<RatchetPair, RatchetParty> sender, Func<RatchetPair, RatchetParty> receiver, int lost)
        {
            foreach (RatchetPair pair in new[] { first, second })
                sender(pair).SendIntoTheVoid(lost);
            byte[] message = sender(first).Send("text");
            // What the suite draws besides ratchet keys begins anew with each instance, so only the ratchet's part is compared.
            Assert.That(Ratchet(message), Is.EqualTo(Ratchet(sender(second).Send("text"))));
            sender(first).Reload(suite);
            receiver(first).Opens(message, "text");
            receiver(second).Opens(message, "text");
            receiver(first).Reload(suite);
            Assert.That(receiver(first).Saved, Is.EqualTo(receiver(second).Saved));
        }

        static byte[] Ratchet(byte[] message) => (SignalMessageParts.Read(message) with { Further = [], Mac = [] }).ToArray();
    }

    [Test]
    public void SkippedMessagesOpenAfterLoading()
    {
        var pair = new RatchetPair(suite);
        byte[] first = pair.Alice.Send("first");
        pair.Turn();
        byte[] second = pair.Alice.Send("second");
        pair.Bob.Opens(pair.Alice.Send("third"), "third");
        pair.Bob.Reload(suite);
        pair.Bob.Opens(second, "second");
        pair.Bob.Opens(first, "first");
        pair.Bob.Refuses(first, DecryptFailure.Duplicate);
    }

    [Test]
    public void TheConversationGoesOnUnderAnySuite()
    {
        foreach (Suite other in suite.Partners)
        {
            var pair = new RatchetPair(suite);
            pair.Turns(2);
            byte[] onTheWay = pair.Alice.Send("sent before the update"), skipped = pair.Bob.Send("skipped before the update");
            pair.Alice.Opens(pair.Bob.Send("last"), "last");
            pair.Alice.Reload(other);
            pair.Turns(2);
            pair.Bob.Opens(onTheWay, "sent before the update");
            pair.Alice.Opens(skipped, "skipped before the update");
            pair.Bob.Reload(other);
            pair.Turns(2);
            pair.Alice.Reload(suite);
            pair.Turns(2);
        }
    }

    [Test]
    public void ASnapshotIsNotTouchedByWhatHappensLater()
    {
        var pair = new RatchetPair(suite);
        byte[] skipped = pair.Alice.Send("skipped");
        pair.Bob.Opens(pair.Alice.Send("ahead"), "ahead");
        RatchetState snapshot = pair.Bob.Ratchet.Snapshot();
        byte[] saved = snapshot.Save();
        pair.Bob.Opens(skipped, "skipped");
        pair.Turns(7);
        Assert.That(snapshot.Save(), Is.EqualTo(saved));
        snapshot.Dispose();
        pair.Turns(2);
    }

    [Test]
    public void EveryFieldOfTheStateComesBack()
    {
        var pair = new RatchetPair(suite);
        pair.Turn();
        pair.Alice.SendIntoTheVoid(2);
        pair.Bob.Opens(pair.Alice.Send("ahead"), "ahead");
        pair.Bob.SendIntoTheVoid(4);
        RatchetState state = pair.Bob.Ratchet.Snapshot();
        Assert.That(RatchetState.TryLoad(state.Save(), out RatchetState? loaded));
        Assert.Multiple(() =>
        {
            Assert.That(loaded!.RatchetKeyPair.Public, Is.EqualTo(state.RatchetKeyPair.Public));
            Assert.That(loaded.RootKey.Bytes.SequenceEqual(state.RootKey.Bytes));
            Assert.That(loaded.SendingChainKey.Bytes.SequenceEqual(state.SendingChainKey.Bytes));
            Assert.That((loaded.Sent, loaded.PreviousSent), Is.EqualTo((4u, 1u)));
            Assert.That(loaded.ReceivingChains.Select(Place), Is.EqualTo(state.ReceivingChains.Select(Place)));
            Assert.That(loaded.ReceivingChains[^1].Next, Is.EqualTo(3u));
            Assert.That(loaded.ReceivingChains[^1].SkippedSeeds.Keys, Is.EqualTo(new[] { 0u, 1u }));
        });

        static (CryptoLessons.Protocol.Curve25519.DhPublicKey, uint) Place(ReceivingChain chain) => (chain.RatchetKey, chain.Next);
    }
}
