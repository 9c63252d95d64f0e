using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>The oracle against figures worked out by hand, against its second formulation, and against what follows from the rules.</summary>
[TestFixture]
internal sealed class TripleOracleTests
{
    private const int Schedules = 400;
    private const Party A = Party.Alice;
    private const Party B = Party.Bob;

    private static readonly TripleSeizureOracle Oracle = new();
    private static readonly Lazy<TriplePlayback[]> Plays = new(() =>
        [.. Enumerable.Range(0, Schedules).Select(seed => TripleModel.Play(BurstGenerator.Random(seed)))]);

    private static IEnumerable<string> Fixtures => TripleFixtures.All.Keys;

    [TestCaseSource(nameof(Fixtures))]
    public void ReadsWhatWasWorkedOutByHand(string fixture)
    {
        (Schedule schedule, int[] read, int[] doubleRatchet) = TripleFixtures.All[fixture];
        TriplePlayback playback = TripleModel.Play(schedule);
        Assert.That(Oracle.Read(playback), Is.EquivalentTo(read));
        Assert.That(Oracle.Seeds(playback, playback.Seizures), Is.EquivalentTo(doubleRatchet));
    }

    // Rounds 1 to 43 of a dialogue are in epoch 0, 44 to 86 and Alice's message of 87 in epoch 1. After round r, both have used up r keys.
    [TestCase(A, 0, 0, 43, TestName = "GivesEpochZeroWholeFromAliceBeforeHerFirstReceipt")]
    [TestCase(A, 1, 1, 87, TestName = "GivesTheNextEpochFromAliceAsSoonAsSheHasAKeyPair")]
    [TestCase(A, 42, 42, 87, TestName = "GivesTheNextEpochFromAliceUntilSheDecapsulates")]
    [TestCase(A, 43, 43, 87, TestName = "GivesTheNextEpochFromAliceOnceSheHasIt")]
    [TestCase(B, 2, 2, 43, TestName = "GivesNoSecondEpochFromBobBeforeHeEncapsulates")]
    [TestCase(B, 3, 3, 87, TestName = "GivesTheNextEpochFromBobAsSoonAsHeHasEncapsulated")]
    [TestCase(B, 43, 43, 87, TestName = "GivesNothingAfterTheNextEpochFromBob")]
    public void GivesTheKeysOfADialogue(Party seized, int afterRound, int openFromRound, int toRound)
    {
        var dialogue = new TripleScript();
        for (int round = 0; round <= 150; round++)
        {
            if (round > 0)
                dialogue.Burst(A, 1).Burst(B, 1);
            dialogue.Seized(seized, round == afterRound);
        }

        TriplePlayback playback = TripleModel.Play(dialogue.Under(Limits.Libsignal));
        int first = 2 * openFromRound;
        int end = toRound == 43 ? 2 * 43 : (2 * 86) + 1;
        Assert.That(Oracle.Keys(playback, playback.Seizures), Is.EquivalentTo(Enumerable.Range(first, end - first)));
    }

    [Test]
    public void AgreesWithTheTableOfKeys()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            TriplePlayback playback = Plays.Value[seed];
            IReadOnlySet<int> keys = Oracle.Keys(playback, playback.Seizures);
            Assert.That(keys, Is.EquivalentTo(SpqrKeyTable.Keys(playback)), $"seed {seed}: {playback.Schedule}");
        }
    }

    [Test]
    public void ReadsOfTheDoubleRatchetAllButWhatASeizedReceiverHadDroppedOrTrimmed()
    {
        int dropped = 0;
        int trimmed = 0;
        for (int seed = 0; seed < Schedules; seed++)
        {
            TriplePlayback playback = Plays.Value[seed];
            IReadOnlySet<int> seeds = Oracle.Seeds(playback, playback.Seizures);
            Assert.That(Oracle.Read(playback), Is.SubsetOf(seeds), $"seed {seed}");
            foreach (int closed in seeds.Except(Oracle.Read(playback)))
            {
                TripleMessage message = playback.Messages[closed];
                SpqrChains[] receivers =
                    [.. playback.Seizures.Where(x => x.HasSession && x.Ratchet.Of != message.From).Select(x => x.Spqr.Chains)];
                bool isDropped = receivers.Any(chains => chains.Kept[0].Epoch > message.Field.KeyEpoch);
                SpqrBounds bounds = playback.Schedule.Limits.Spqr;
                bool isTrimmed = receivers.Any(chains =>
                    chains.Judge(message.Field.KeyEpoch, message.Field.Index, bounds) == SpqrReception.KeyTrimmed);
                Assert.That(isDropped || isTrimmed, $"seed {seed}, message {closed}: {playback.Schedule}");
                dropped += isDropped ? 1 : 0;
                trimmed += isTrimmed ? 1 : 0;
            }
        }

        TestContext.Out.WriteLine($"{Schedules} schedules: {dropped} messages closed because of a dropped epoch, {trimmed} because of a trimmed key");
        Assert.That(Math.Min(dropped, trimmed), Is.GreaterThan(20));
    }

    // So no rule has to say from how many chunks a ciphertext can be put together, and the Double Ratchet heals before an epoch turns.
    [Test]
    public void SendsInAnEpochOnlyAfterItsCiphertextWasSentWholeAndFourStepsAfterItsKeyPair()
    {
        int epochs = 0;
        for (int seed = 0; seed < Schedules; seed++)
        {
            IReadOnlyList<TripleMessage> messages = Plays.Value[seed].Messages;
            for (int epoch = 1; epoch <= messages.Max(message => message.Field.KeyEpoch); epoch++)
            {
                TripleMessage[] before = [.. messages.TakeWhile(message => message.Field.KeyEpoch < epoch)];
                SpqrField[] agreeing = [.. before.Select(message => message.Field).Where(field => field.Epoch == epoch)];
                int Chunks(FieldType type) => agreeing.Where(field => field.Type == type).DistinctBy(field => field.Chunk).Count();
                int keyPair = before.First(message => message.Field is { Type: FieldType.Hdr } field && field.Epoch == epoch).At.Chain;
                Assert.That(Chunks(FieldType.Ct1), Is.AtLeast(Braid.Ct1Chunks), $"seed {seed}, epoch {epoch}");
                Assert.That(Chunks(FieldType.Ct2), Is.AtLeast(Braid.Ct2Chunks), $"seed {seed}, epoch {epoch}");
                Assert.That(messages[before.Length].At.Chain, Is.AtLeast(keyPair + 4), $"seed {seed}, epoch {epoch}");
                epochs++;
            }
        }

        Assert.That(epochs, Is.GreaterThan(100));
    }
}
