using CryptoLessons.Scoreboards;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scoreboards;

/// <summary>The reader's own weights, and texts that are none.</summary>
[TestFixture]
internal sealed class WeightsTests
{
    [Test]
    public void WhatIsPossibleInFullCountsTheWholeWeight()
    {
        Weights weights = Weights.Read("{\"C4\": -2, \"C11\": 0.5}").Weights!;
        Assert.That(Weighed(weights, "message-key-escrow"), Is.EqualTo(-2 + 0.5));
        Assert.That(Weighed(weights, "strict"), Is.Zero);
        Assert.That(Weighed(weights, "ghost-device"), Is.EqualTo(0.25));
    }

    [Test]
    public void WhereThereIsNoEndTheLargestCountsInFull()
    {
        Weights weights = Weights.Read("{\"C15\": 1}").Weights!;
        Assert.That(Weighed(weights, "jurisdictions"), Is.EqualTo(1));
        Assert.That(Weighed(weights, "message-key-escrow"), Is.EqualTo(0.2).Within(0.001));
    }

    [TestCase("", "no JSON")]
    [TestCase("{\"C4\": 1", "no JSON from line 1")]
    [TestCase("[1]", "one object")]
    [TestCase("null", "one object")]
    [TestCase("{}", "no criterion has a weight")]
    [TestCase("{\"C18\": 1}", "no criterion 'C18'")]
    [TestCase("{\"c4\": 1}", "no criterion 'c4'")]
    [TestCase("{\"C4\": \"much\"}", "the weight of C4")]
    [TestCase("{\"C4\": null}", "the weight of C4")]
    [TestCase("{\"C4\": 1e999}", "the weight of C4")]
    [TestCase("{\"C4\": 1, \"C4\": 2}", "two weights")]
    public void WhatIsNoWeightIsSaid(string json, string why)
    {
        var (weights, error) = Weights.Read(json);
        Assert.That(weights, Is.Null);
        Assert.That(error, Does.Contain(why));
    }

    private static double Weighed(Weights weights, string design) => weights.Of(BuiltInScoreboard.Of(design), BuiltInScoreboard.Value);
}
