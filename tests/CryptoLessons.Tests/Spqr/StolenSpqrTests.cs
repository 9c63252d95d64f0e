using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>What a thief of a state does with it, by public functions alone: reads on until a secret is agreed on that was not in it.</summary>
public class StolenSpqrTests
{
    [Test]
    public void AStolenChainKeyGivesTheKeysBehindItAndNoneBefore()
    {
        var pair = new SpqrPair();
        SentMessage before = SpqrPair.Send(pair.Alice);
        SpqrPair.Accept(pair.Bob, before);
        using SpqrState stolen = pair.Bob.Snapshot();
        SpqrChain chain = stolen.Chains!.Epochs[0].Receiving;
        SpqrChainKey key = chain.Key!;
        for (uint index = chain.Counter + 1; index < 10; index++)
        {
            var (next, messageKey) = SpqrKeySchedule.NextKey(key, index);
            key = next;
            Assert.That(Hazmat.Reveal(messageKey), Is.EqualTo(SpqrPair.Send(pair.Alice).Key));
        }
        Assert.That(chain.SkippedKeys, Is.Empty);
    }

    [Test]
    public void AStolenKeyPairOpensItsEpochAndTheNextHeals()
    {
        var pair = new SpqrPair();
        pair.TalkUntil(pair.Alice, braid => braid is HeaderSent);
        using SpqrState stolen = pair.Alice.Snapshot();
        BraidState braid = stolen.Braid!;
        SpqrRootKey root = stolen.Chains!.NextRoot;
        var opened = new List<ulong>();
        for (int round = 0; round < 120; round++)
        {
            SpqrPair.Deliver(pair.Alice, pair.Bob);
            SentMessage fromBob = SpqrPair.Send(pair.Bob);
            SpqrPair.Accept(pair.Alice, fromBob);
            BraidStep step = braid.Receive(fromBob.Parsed);
            if (step.EpochSecret is { } secret)
            {
                opened.Add(braid.Epoch);
                (root, SpqrChainKey a2b, SpqrChainKey b2a) = SpqrKeySchedule.AddEpoch(root, secret);
                using SpqrState owner = pair.Alice.Snapshot();
                Assert.That(Hazmat.Reveal(owner.Chains!.NextRoot), Is.EqualTo(Hazmat.Reveal(root)));
                Assert.That(Hazmat.Reveal(owner.Chains.Epochs[braid.Epoch].Sending.Key!), Is.EqualTo(Hazmat.Reveal(a2b)));
                Assert.That(Hazmat.Reveal(owner.Chains.Epochs[braid.Epoch].Receiving.Key!), Is.EqualTo(Hazmat.Reveal(b2a)));
            }
            braid = step.Next;
        }
        Assert.That(opened, Is.EqualTo((ulong[])[1]), "the secret of epoch 2 was encapsulated by the owner, who drew it after the theft");
        Assert.That(Hazmat.Reveal(pair.Alice.Snapshot().Chains!.NextRoot), Is.Not.EqualTo(Hazmat.Reveal(root)));
    }
}
