using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle;

/// <summary>The oracle against figures worked out by hand and against its second formulation.</summary>
[TestFixture]
public class OracleTests
{
    private static readonly SeizureOracle Oracle = new();

    [Test]
    public void ReadsSevenFromAliceFourFromBobAndNineFromBoth()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Places(HandFixture.AliceSeized()), Is.EquivalentTo(HandFixture.ReadFromAlice).And.Count.EqualTo(7));
            Assert.That(Places(HandFixture.BobSeized()), Is.EquivalentTo(HandFixture.ReadFromBob).And.Count.EqualTo(4));
            Assert.That(Places(HandFixture.BothSeized()), Is.EquivalentTo(HandFixture.ReadFromBoth).And.Count.EqualTo(9));
        });
    }

    [Test]
    public void AcceptsEveryDeliveryOfTheHandFixture()
    {
        Playback playback = RatchetModel.Play(HandFixture.BothSeized());
        Assert.That(playback.Messages, Has.Count.EqualTo(20));
        Assert.That(playback.Accepted, Has.Count.EqualTo(18).And.All.True);
    }

    [Test]
    public void ReadsAThousandOfAThousandAfterTheSeizureOfAOneWayStream([Values] bool ofAlice)
    {
        Party seized = ofAlice ? Party.Alice : Party.Bob;
        List<ScheduleEvent> events =
        [
            new Send(Party.Alice), new Deliver(0), new Send(Party.Bob), new Deliver(1), new Send(Party.Alice), new Deliver(2),
            new Seize(seized, WholeDevice: false),
        ];
        for (int message = 3; message < 1003; message++)
        {
            events.Add(new Send(seized));
            if (message % 3 != 0)
                events.Add(new Deliver(message));
        }

        Assert.That(Oracle.Read(new Schedule(events, true, Limits.Libsignal)), Is.EquivalentTo(Enumerable.Range(3, 1000)));
    }

    [TestCase(false, false, new[] { 0, 1, 2 }, TestName = "ReadsTheWholeBeginningWithTheSignedPreKeyWhileBobSendsInChainOne")]
    [TestCase(true, false, new int[0], TestName = "ReadsNothingOfThePastWhenTheOneTimePreKeyIsSpent")]
    [TestCase(false, true, new[] { 0, 1 }, TestName = "ReadsOnlyChainZeroWithTheSignedPreKeyOnceBobLeftChainOne")]
    public void ReadsThePastFromBobsDevice(bool oneTimePreKey, bool laterChain, int[] expected)
    {
        List<ScheduleEvent> events =
        [
            new Send(Party.Alice), new Send(Party.Alice), new Deliver(0), new Deliver(1), new Send(Party.Bob), new Deliver(2),
        ];
        if (laterChain)
            events.AddRange([new Send(Party.Alice), new Deliver(3)]);
        events.Add(new Seize(Party.Bob, WholeDevice: true));
        Assert.That(Oracle.Read(new Schedule(events, oneTimePreKey, Limits.Libsignal)), Is.EquivalentTo(expected));
    }

    [TestCase(true, true, 2)]
    [TestCase(true, false, 2)]
    [TestCase(false, true, 0)]
    [TestCase(false, false, 0)]
    public void ReadsChainZeroFromBobBeforeHisFirstReceiptOnlyWithThePreKeys(bool wholeDevice, bool oneTimePreKey, int expected)
    {
        List<ScheduleEvent> events =
        [
            new Send(Party.Alice), new Seize(Party.Bob, wholeDevice),
            new Send(Party.Alice), new Deliver(1), new Send(Party.Bob), new Deliver(2),
        ];
        Assert.That(Oracle.Read(new Schedule(events, oneTimePreKey, Limits.Libsignal)), Has.Count.EqualTo(expected));
    }

    [Test]
    public void OpensTheEarlierPartOfAChainBetweenTwoSeizures()
    {
        // Message 2 opens chain 2 before the second seizure: only the root key of the first with the private key of the second reads it.
        List<ScheduleEvent> events =
        [
            new Send(Party.Alice), new Deliver(0), new Seize(Party.Alice, false), new Send(Party.Bob), new Deliver(1),
            new Send(Party.Alice), new Seize(Party.Alice, false), new Send(Party.Alice),
        ];
        Playback playback = RatchetModel.Play(new Schedule(events, true, Limits.Libsignal));
        Assert.Multiple(() =>
        {
            Assert.That(Oracle.Read(playback, [playback.Seizures[0]]), Is.EquivalentTo(new[] { 1 }));
            Assert.That(Oracle.Read(playback, [playback.Seizures[1]]), Is.EquivalentTo(new[] { 3 }));
            Assert.That(Oracle.Read(playback, playback.Seizures), Is.EquivalentTo(new[] { 1, 2, 3 }));
        });
    }

    [Test]
    public void AgreesWithTheTableOnSingleSeizures()
    {
        int verdicts = 0;
        for (int seed = 0; seed < 3000; seed++)
        {
            Schedule schedule = ScheduleGenerator.Random(seed, (ScheduleKind)(seed % Enum.GetValues<ScheduleKind>().Length), seizures: 1);
            verdicts += schedule.MessageCount;
            Assert.That(Oracle.Read(schedule), Is.EquivalentTo(SingleSeizureTable.Read(schedule)), $"seed {seed}: {schedule}");
        }

        TestContext.Out.WriteLine($"seeds 0 to 2999, {verdicts} verdicts, no disagreement");
    }

    private static List<Coordinates> Places(Schedule schedule)
    {
        IReadOnlyList<Coordinates> messages = RatchetModel.Play(schedule).Messages;
        return [.. Oracle.Read(schedule).Select(message => messages[message])];
    }
}
