using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle;

/// <summary>The receiver's rules in integers: late, twice, too far, evicted.</summary>
[TestFixture]
public class RatchetModelTests
{
    private static readonly Limits Small = new(ForwardJump: 12, SkippedSeeds: 4, ReceivingChains: 2);

    [Test]
    public void RefusesASecondCopyAndAcceptsASkippedOneOnce()
    {
        RatchetModel model = AfterSends(3, Limits.Libsignal);
        Assert.That(Receptions(model, 2, 2, 0, 0, 1), Is.EqualTo(new[]
        {
            Reception.Accepted, Reception.Duplicate, Reception.Accepted, Reception.Duplicate, Reception.Accepted,
        }));
    }

    [Test]
    public void AcceptsTheFurthestJumpAndRefusesOneMore()
    {
        RatchetModel model = AfterSends(30, Small);
        PartyState untouched = model.Held(Party.Bob);
        Assert.That(model.Deliver(13).Reception, Is.EqualTo(Reception.TooFarAhead));
        Assert.That(model.Held(Party.Bob), Is.SameAs(untouched));
        Assert.That(Receptions(model, 12, 26, 25), Is.EqualTo(new[] { Reception.Accepted, Reception.TooFarAhead, Reception.Accepted }));
    }

    [Test]
    public void ForgetsTheLowestSkippedIndexesFirst()
    {
        RatchetModel model = AfterSends(10, Small);
        Assert.That(Receptions(model, 5, 0, 7, 1, 2), Is.EqualTo(new[]
        {
            Reception.Accepted, Reception.Duplicate, Reception.Accepted, Reception.Duplicate, Reception.Accepted,
        }));
        Assert.That(model.Held(Party.Bob).Kept[0].Skipped, Is.EqualTo(new[] { 3, 4, 6 }));
    }

    [TestCase(2)]
    [TestCase(5)]
    public void DropsTheOldestReceivingChain(int kept)
    {
        var model = new RatchetModel(Limits.Libsignal with { ReceivingChains = kept });
        int sent = 0;
        for (int round = 0; round <= kept; round++)
        {
            // Alice's second message of each chain is held back.
            model.Send(Party.Alice);
            model.Send(Party.Alice);
            model.Deliver(sent);
            model.Send(Party.Bob);
            model.Deliver(sent + 2);
            sent += 3;
        }

        PartyState before = model.Held(Party.Bob);
        Assert.That(before.Kept.Select(chain => chain.Chain), Is.EqualTo(Enumerable.Range(1, kept).Select(round => 2 * round)));
        Assert.That(model.Deliver(1).Reception, Is.EqualTo(Reception.ChainEvicted));
        Assert.That(model.Held(Party.Bob), Is.SameAs(before));
        Assert.That(model.Deliver(4).Accepted, Is.True);
    }

    [Test]
    public void SkipsNothingUpToTheEndOfTheOldChain()
    {
        RatchetModel model = AfterSends(3, Limits.Libsignal);
        model.Deliver(0);
        model.Send(Party.Bob);
        model.Deliver(3);
        model.Send(Party.Alice);
        model.Deliver(4);
        ReceivingChain old = model.Held(Party.Bob).Kept[0];
        Assert.That((old.Chain, old.Next, old.Skipped.Count), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public void ThrowsForAMessageNotYetSentAndForBobBeforeHisFirstReceipt()
    {
        RatchetModel model = AfterSends(1, Limits.Libsignal);
        Assert.That(() => model.Deliver(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => model.Send(Party.Bob), Throws.InvalidOperationException);
        Assert.That(() => SingleSeizureTable.Read(HandFixture.BothSeized()), Throws.ArgumentException);
    }

    private static RatchetModel AfterSends(int count, Limits limits)
    {
        var model = new RatchetModel(limits);
        for (int i = 0; i < count; i++)
            model.Send(Party.Alice);
        return model;
    }

    private static Reception[] Receptions(RatchetModel model, params int[] messages) =>
        [.. messages.Select(message => model.Deliver(message).Reception)];
}
