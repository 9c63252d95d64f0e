using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Clipper;

/// <summary>Blaze's rogue: what its LEAFs cost, who accepts them, and what the agencies make of them.</summary>
public class RogueLeafTests
{
    private const int SmallChecksum = 8;

    /// <summary>One LEAF in 2^8 passes, each tried independently of the others: so many tries are a draw from the geometric distribution.</summary>
    [Test]
    public void ASearchTakesAsManyTrialsAsTheGeometricDistributionSays()
    {
        const int Messages = 200;
        const double P = 1.0 / (1 << SmallChecksum), Mean = 1 / P;
        int seed = PrintedSeed.NewRandom().Next();
        (ChipScene scene, RogueLeaf rogue) = Rogue(SmallChecksum, seed);
        for (int i = 0; i < Messages; i++)
            scene.Send($"message {i}");
        Assert.That(rogue.Trials, Has.Count.EqualTo(Messages));
        // Six standard deviations of a sum of so many draws: each has a variance of (1 - p) / p^2.
        double error = 6 * Math.Sqrt(Messages * (1 - P)) / P;
        Assert.That(rogue.Trials.Sum(), Is.InRange((Messages * Mean) - error, (Messages * Mean) + error));
        // Half of the draws by 178, and 95 in a hundred by 766.
        foreach (int by in (int[])[178, 766])
            Assert.That(rogue.Trials.Count(trials => trials <= by), Binomial.Within(Messages, 1 - Math.Pow(1 - P, by)), $"by {by}");
    }

    [Test]
    public void TheRecipientAcceptsItAndTheAgenciesFindAnotherNumberAndNoKey()
    {
        (ChipScene scene, RogueLeaf rogue) = Rogue(SmallChecksum, 21);
        for (int i = 0; i < 20; i++)
        {
            Envelope sent = scene.Send("half past two");
            Assert.That(scene.Receive(sent, out string shown), Is.EqualTo(DecryptFailure.None));
            Assert.That(shown, Is.EqualTo("half past two"));
            Assert.That(scene.Ask(scene.Warrant("Alice"), sent, out string opened), Is.EqualTo(Outcome.NoKey));
            Assert.That(opened, Is.Empty);
            ClipperMessage message = ClipperMessage.Of(scene.Intercept(sent))!;
            Assert.That(message.OpenLeaf(scene.Family).UnitId, Is.Not.EqualTo(scene.AlicesChip.UnitId).And.Not.EqualTo(scene.BobsChip.UnitId));
            Assert.That(message.OpenKey(scene.Family, UnitKeyOf(scene)), Is.Null, "not with the sender's own unit key either");
        }
        Assert.That(rogue.Trials, Has.Count.EqualTo(20).And.Some.GreaterThan(1));
        Assert.That(scene.Agents.SelectMany(agent => agent.Released), Is.Empty);
    }

    /// <summary>The control: the same people, and a phone that sends the LEAF that its chip made.</summary>
    [Test]
    public void AnObedientPhoneIsOpened()
    {
        var scene = new ChipScene(new SeededRandom(21), SmallChecksum);
        Envelope sent = scene.Send("half past two");
        Assert.That(scene.Ask(scene.Warrant("Alice"), sent, out string opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo("half past two"));
    }

    /// <summary>Another control: random bytes that nobody has tried are refused, but for one in 2^8.</summary>
    [Test]
    public void UntriedBytesAreRefused()
    {
        const int Messages = 2000;
        (ChipScene scene, _) = Rogue(SmallChecksum, 22);
        using var key = new SessionKey(new byte[SkipjackKey.Size]);
        SeededRandom random = new SeededRandom(22).Child("untried");
        int accepted = 0;
        byte[] leaf = new byte[Leaf.Size];
        for (int i = 0; i < Messages; i++)
        {
            random.Fill(leaf);
            accepted += scene.BobsChip.Accepts(leaf, key, new byte[SkipjackKey.BlockSize]) ? 1 : 0;
        }
        Assert.That(accepted, Binomial.Within(Messages, 1.0 / (1 << SmallChecksum)));
    }

    [Test]
    public void TheRealChecksumOfSixteenBitsIsFoundAsWell()
    {
        (ChipScene scene, RogueLeaf rogue) = Rogue(ClipperChip.ChecksumBits, 23);
        Envelope sent = scene.Send("half past two");
        Assert.That(scene.Receive(sent, out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(scene.Ask(scene.Warrant("Alice"), sent, out _), Is.EqualTo(Outcome.NoKey));
        // One search in a thousand is over before the 66th trial, and one in a million goes on beyond the 905,411th.
        Assert.That(rogue.Trials, Has.Count.EqualTo(1).And.All.InRange(66, 905_411));
        var small = new ChipScene(new SeededRandom(23), SmallChecksum);
        Assert.That(small.BobsChip.UnitId, Is.EqualTo(scene.BobsChip.UnitId), "the same chips but for the checksum");
    }

    [Test]
    public void TwoRoguesFeedTheirOwnChipsAndNobodyElseOpensThat()
    {
        Func<RatchetFunctions, ClipperChip, RatchetFunctions> feedback = (signal, chip) => new LeafFeedback(signal, chip);
        var both = new ChipScene(new SeededRandom(24), sender: feedback, recipient: feedback);
        Envelope sent = both.Send("half past two");
        Assert.That(both.Receive(sent, out string shown), Is.EqualTo(DecryptFailure.None));
        Assert.That(shown, Is.EqualTo("half past two"));
        Assert.That(both.Ask(both.Warrant("Alice"), sent, out _), Is.EqualTo(Outcome.NoKey));
        var one = new ChipScene(new SeededRandom(24), sender: feedback);
        Assert.That(one.Receive(one.Send("half past two"), out _), Is.EqualTo(DecryptFailure.NotAuthentic), "an obedient chip wants a LEAF");
        var other = new ChipScene(new SeededRandom(24), recipient: feedback);
        Assert.That(other.Receive(other.Send("half past two"), out _), Is.EqualTo(DecryptFailure.None), "a rogue hears an obedient phone");
    }

    private static UnitKey UnitKeyOf(ChipScene scene) => UnitKey.Join(scene.Agents.Select(agent => agent.Leak()[scene.AlicesChip.UnitId]));

    private static (ChipScene Scene, RogueLeaf Rogue) Rogue(int checksumBits, int seed)
    {
        RogueLeaf? rogue = null;
        var random = new SeededRandom(seed);
        var scene = new ChipScene(random, checksumBits, (signal, chip) => rogue = new RogueLeaf(signal, chip, random.Child("rogue")));
        return (scene, rogue!);
    }
}
