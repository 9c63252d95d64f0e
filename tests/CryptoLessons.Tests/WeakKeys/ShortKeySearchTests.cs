using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>Searches really made, their trials counted, and the counts held against where the keys stand.</summary>
[TestFixture]
internal sealed class ShortKeySearchTests
{
    // Six standard deviations: one run in some hundred million is beyond them by chance.
    private const double Deviations = 6;

    private static IEnumerable<TestCaseData> Announced() =>
        from bits in (int[])[1, 3, 8, 12] from salted in (bool[])[false, true] select new TestCaseData(new KeyAnnouncement(bits, salted));

    [TestCaseSource(nameof(Announced))]
    public void ItFindsTheKeyAfterAsManyTrialsAsItsPlaceSays(KeyAnnouncement announced)
    {
        SeededRandom random = Seeded();
        var search = new ShortKeySearch();
        for (uint n = 0; n < 10; n++)
        {
            using var message = new WeakMessage(random, new ShortKeys(new SignalFunctions(random), announced), n);
            FoundKey found = search.Find(message.Intercepted)!;
            Assert.That(found.Trials, Is.EqualTo((long)found.ShortKey.Position + 1));
            Assert.That(message.Intercepted.Decrypt(found.Key), Is.EqualTo(WeakMessage.Text));
            // Two keys of a few bits and one MAC of 64: what fits is the right one.
            Assert.That(found.ShortKey, Is.EqualTo(ShortKey.Of(message.Key, announced.Bits)));
        }
    }

    /// <summary>Half of all keys and a half, on average: a place from 1 to n, each as likely.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void OnAverageHalfOfAllKeysAreTried(bool salted)
    {
        const int Bits = 8, Messages = 400, Keys = 1 << Bits;
        SeededRandom random = Seeded();
        var search = new ShortKeySearch();
        double mean = Enumerable.Range(0, Messages).Average(n => Trials(random, search, new(Bits, salted), (uint)n));
        double error = Deviations * Math.Sqrt(((Keys * (double)Keys) - 1) / 12 / Messages);
        Assert.That(mean, Is.EqualTo((Keys + 1) / 2.0).Within(error));
    }

    /// <summary>Without a salt the keys of all messages are the same: expanded once, and each message costs its MACs alone. With one, nothing is
    /// spared.</summary>
    [Test]
    public void ASaltMakesEachMessageAPuzzleOfItsOwn()
    {
        const int Bits = 8, Messages = 50;
        ShortKeySearch table = new(), puzzles = new();
        long tried = 0;
        for (uint n = 0; n < Messages; n++)
        {
            Trials(new SeededRandom(n), table, new(Bits, Salted: false), n);
            tried += Trials(new SeededRandom(n), puzzles, new(Bits, Salted: true), n);
            Assert.That(table.Expanded, Is.EqualTo(1 << Bits));
        }
        Assert.That(puzzles.Expanded, Is.GreaterThanOrEqualTo(tried).And.GreaterThan(10 << Bits));
    }

    [Test]
    public void WhoKnowsSomeBitsTriesTheOthers()
    {
        const int Bits = 16, Known = 10;
        SeededRandom random = Seeded();
        using var message = new WeakMessage(random, new ShortKeys(new SignalFunctions(random), new(Bits, Salted: false)));
        ShortKey key = ShortKey.Of(message.Key, Bits);
        for (int known = 0; known <= Bits; known += 2)
        {
            FoundKey found = new ShortKeySearch(Bits - known).Find(message.Intercepted, key.First(known))!;
            Assert.That((found.ShortKey, found.Trials), Is.EqualTo((key, (long)(key.Position & ((1UL << (Bits - known)) - 1)) + 1)));
        }
        Assert.That(new ShortKeySearch().Find(message.Intercepted, new(~key.First(Known).Value >> (64 - Known) << (64 - Known), Known)), Is.Null);
    }

    [Test]
    public void ItDoesNotBeginWhatItCannotAfford()
    {
        SeededRandom random = Seeded();
        using var message = new WeakMessage(random, new ShortKeys(new SignalFunctions(random), new(8, Salted: true)));
        var search = new ShortKeySearch(7);
        Assert.That((search.Find(message.Intercepted), search.Expanded), Is.EqualTo(((FoundKey?)null, 0L)));
        Assert.That(() => new ShortKeySearch(ShortKeySearch.FarthestReach + 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ShortKeySearch(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void WhereNothingIsAnnouncedThereIsNothingToSearch()
    {
        SeededRandom random = Seeded();
        using var message = new WeakMessage(random, new SignalFunctions(random));
        var search = new ShortKeySearch();
        Assert.That((search.Find(message.Intercepted), search.Expanded), Is.EqualTo(((FoundKey?)null, 0L)));
    }

    [Test]
    public void WhatWasSearchedIsRememberedUnderTheSameIdentityKeysOnly()
    {
        SeededRandom random = Seeded();
        using var message = new WeakMessage(random, new ShortKeys(new SignalFunctions(random), new(8, Salted: true)));
        var search = new ShortKeySearch();
        FoundKey once = search.Find(message.Intercepted)!;
        long expanded = search.Expanded;
        FoundKey again = search.Find(message.Intercepted)!;
        Assert.That((again.ShortKey, again.Trials, search.Expanded), Is.EqualTo((once.ShortKey, once.Trials, expanded)));
        using DhKeyPair stranger = DhKeyPair.Generate(random);
        Assert.That((search.Find(message.From(stranger.Public)), search.Expanded), Is.EqualTo(((FoundKey?)null, expanded + 256)));
    }

    [Test]
    public void WhoFoundTheKeyWritesInTheSlot()
    {
        SeededRandom random = Seeded();
        foreach (bool salted in (bool[])[false, true])
        {
            var suite = new ShortKeys(new SignalFunctions(random), new(8, salted));
            using var message = new WeakMessage(random, suite);
            FoundKey found = new ShortKeySearch().Find(message.Intercepted)!;
            Envelope forged = message.Intercepted.Replace(found.Key, "at nine"u8);
            Assert.That(message.Received(suite, forged.Message.Bytes.ToArray()), Is.EqualTo("at nine"u8.ToArray()));
        }
    }

    private static long Trials(SeededRandom random, ShortKeySearch search, KeyAnnouncement announced, uint n)
    {
        using var message = new WeakMessage(random, new ShortKeys(new SignalFunctions(random), announced), n);
        return search.Find(message.Intercepted)!.Trials;
    }

    private static SeededRandom Seeded() => new(PrintedSeed.NewRandom().NextInt64());
}
