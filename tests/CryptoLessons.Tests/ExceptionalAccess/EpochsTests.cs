using CryptoLessons.ExceptionalAccess;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Days are UTC's, wherever somebody's clock stands, and before 1970 they count downwards.</summary>
[TestFixture]
internal sealed class EpochsTests
{
    [TestCase("1970-01-01T00:00:00Z", 0)]
    [TestCase("1970-01-01T23:59:59.9999999Z", 0)]
    [TestCase("1970-01-02T00:00:00Z", 1)]
    [TestCase("1969-12-31T23:59:59.9999999Z", -1)]
    [TestCase("1969-12-31T00:00:00Z", -1)]
    [TestCase("1969-12-30T23:59:59.9999999Z", -2)]
    [TestCase("2000-02-29T12:00:00Z", 11016)]
    [TestCase("2000-03-01T00:00:00Z", 11017)]
    [TestCase("2024-02-28T23:59:59.9999999Z", 19781)]
    [TestCase("2024-02-29T00:00:00Z", 19782)]
    [TestCase("2024-03-01T00:00:00Z", 19783)]
    [TestCase("2017-03-22T00:30:00+01:00", 17246)]
    [TestCase("2017-03-21T23:30:00Z", 17246)]
    [TestCase("2017-03-21T20:00:00-05:00", 17247)]
    [TestCase("0001-01-01T00:00:00Z", -719162)]
    [TestCase("9999-12-31T23:59:59.9999999Z", 2932896)]
    public void IsTheUtcDay(string time, long epoch) =>
        Assert.That(Epochs.At(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(epoch));

    [Test]
    public void OneMomentHasOneDayInEveryTimeZone()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 500; i++)
        {
            var utc = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.Zero);
            long expected = (long)(utc.UtcDateTime.Date - DateTime.UnixEpoch).TotalDays;
            foreach (int hours in (int[])[-14, -5, 0, 5, 14])
                Assert.That(Epochs.At(utc.ToOffset(TimeSpan.FromHours(hours))), Is.EqualTo(expected), $"{utc:O} at {hours} hours");
        }
    }
}
