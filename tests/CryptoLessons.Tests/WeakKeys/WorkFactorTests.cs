using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>Two prices for one message: the authority's, and everybody else's.</summary>
[TestFixture]
internal sealed class WorkFactorTests
{
    private SeededRandom random = null!;
    private DhKeyPair authority = null!;

    [SetUp]
    public void Keys()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().NextInt64());
        authority = DhKeyPair.Generate(random);
    }

    [TearDown]
    public void Wipe() => authority.Dispose();

    /// <summary>All keys there are to try, one beside the other: 2^12 times as many for whoever has not the twelve bits.</summary>
    [Test]
    public void BothSearchesEndWhereTheKeyStands()
    {
        const int Bits = 20, Sealed = 12;
        using var message = new WeakMessage(random, Suite(Bits, Sealed));
        FoundKey outsider = new ShortKeySearch(Bits).Find(message.Intercepted)!;
        FoundKey holder = new ShortKeySearch(Bits - Sealed).Find(message.Intercepted, Opened(message))!;
        ulong place = ShortKey.Of(message.Key, Bits).Position, placeOfTheRest = place % (1 << (Bits - Sealed));
        Assert.That((outsider.Trials, holder.Trials), Is.EqualTo(((long)place + 1, (long)placeOfTheRest + 1)));
        Assert.That(outsider.ShortKey, Is.EqualTo(holder.ShortKey));
        Assert.That(new ShortKeySearch(Bits - 1).Find(message.Intercepted), Is.Null);
        Assert.That(new ShortKeySearch(Bits - Sealed - 1).Find(message.Intercepted, Opened(message)), Is.Null);
    }

    /// <summary>The mean of both counts over many messages: places are as likely one as another, so that their means stand as the numbers of keys
    /// do.</summary>
    [Test]
    public void TheMeansAreTwoToTheTwelfthApart()
    {
        const int Bits = 28, Sealed = 12, Messages = 60, Rest = Bits - Sealed;
        var search = new ShortKeySearch(Rest);
        double outsider = 0, holder = 0;
        for (uint n = 0; n < Messages; n++)
        {
            using var message = new WeakMessage(random, Suite(Bits, Sealed), n);
            FoundKey found = search.Find(message.Intercepted, Opened(message))!;
            holder += found.Trials / (double)Messages;
            // The search that ends there takes minutes: the one above is the same over fewer keys.
            outsider += (found.ShortKey.Position + 1.0) / Messages;
        }
        AssertMean(holder, 1L << Rest);
        AssertMean(outsider, 1L << Bits);
        Assert.That((1L << Bits) / (1L << Rest), Is.EqualTo(1L << Sealed));

        static void AssertMean(double mean, double keys) =>
            Assert.That(mean, Is.EqualTo((keys + 1) / 2).Within(6 * Math.Sqrt(((keys * keys) - 1) / 12 / Messages)));
    }

    /// <summary>The lengths of 1996: the bits that the agency got, and a rest that is still out of reach here.</summary>
    [Test]
    public void TheRealLengthsFitTheSameField()
    {
        using var message = new WeakMessage(random, Suite(64, 24));
        Assert.That(Opened(message), Is.EqualTo(ShortKey.Of(message.Key, 24)));
        Assert.That(new ShortKeySearch(39).Find(message.Intercepted, Opened(message)), Is.Null);
    }

    [Test]
    public void ASealToAnotherKeyOpensNothing()
    {
        using var message = new WeakMessage(random, Suite(20, 12));
        using DhKeyPair stranger = DhKeyPair.Generate(random);
        Assert.That(WorkFactor.Open(message.Intercepted.Ciphertext.Span, stranger), Is.Null);
    }

    /// <summary>Who changes the field on its way breaks the MAC; what the sender itself puts there, only a gateway that can recompute it
    /// refuses.</summary>
    [Test]
    public void OnlyWhoRecomputesTheFieldPolicesTheSender()
    {
        var rogue = new SpoiledField(new ShortKeys(new SignalFunctions(random), new(20, Salted: false)), WorkFactor.Size, random);
        foreach (bool deterministic in (bool[])[false, true])
        {
            using WeakMessage honest = new(random, Suite(20, 12, deterministic)), spoiled = new(random, rogue);
            using var whole = new WeakMessage(random, new SignalFunctions(random));
            byte[] disturbed = [.. honest.Bytes];
            disturbed[^20] ^= 1;
            Assert.That(honest.Received(Suite(20, 12, deterministic)), Is.EqualTo(WeakMessage.Text));
            Assert.That(honest.Received(Suite(20, 12, deterministic), disturbed), Is.Null);
            byte[]? expected = deterministic ? null : WeakMessage.Text;
            Assert.That(spoiled.Received(Suite(20, 12, deterministic)), Is.EqualTo(expected));
            Assert.That(whole.Received(Suite(20, 12, deterministic)), Is.EqualTo(expected));
        }
    }

    private ShortKey Opened(WeakMessage message) => WorkFactor.Open(message.Intercepted.Ciphertext.Span, authority)!.Value;

    private WorkFactor Suite(int bits, int sealedBits, bool deterministic = false) =>
        new(new SignalFunctions(random), bits, sealedBits, authority.Public, random, deterministic);
}
