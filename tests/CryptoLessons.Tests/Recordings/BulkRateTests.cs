using CryptoLessons.Designs;
using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>What the mass reader's rate is measured on: messages that were really sealed. How fast it is, no test says.</summary>
[TestFixture]
internal sealed class BulkRateTests
{
    [TestCase("message-key-escrow")]
    [TestCase("content-key-escrow")]
    [TestCase("jurisdictions")]
    [TestCase("notice")]
    public void WhereOneKeyOpensMessagesThereIsARate(string design)
    {
        BulkRate rate = BulkRate.Of(Design.Named(design), messages: 300)!;
        foreach (ReadingRate pass in (ReadingRate[])[rate.Run(), rate.Run()])
        {
            Assert.That(pass.Messages, Is.EqualTo(300));
            Assert.That(pass.Microseconds, Is.Positive);
        }
        Assert.That(BulkRate.Measure(Design.Named(design), messages: 50), Is.Positive);
    }

    [TestCase("strict")]
    [TestCase("session-secret-escrow")]
    [TestCase("threshold-escrow")]
    [TestCase("epoch-escrow")]
    [TestCase("postcard")]
    public void ElsewhereThereIsNone(string design) => Assert.That(BulkRate.Of(Design.Named(design), messages: 20), Is.Null);
}
