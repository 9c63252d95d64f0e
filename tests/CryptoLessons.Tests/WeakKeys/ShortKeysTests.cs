using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>What two phones make of messages under short keys, and what a stranger can do to them without any search.</summary>
[TestFixture]
internal sealed class ShortKeysTests
{
    private static readonly KeyAnnouncement Export = new(40, Salted: false), Crumpled = new(40, Salted: true);

    private SeededRandom random = null!;

    private static IEnumerable<KeyAnnouncement> Announced => [Export, Crumpled, new(1, false), new(64, true)];

    [SetUp]
    public void Seed() => random = new SeededRandom(8);

    [TestCaseSource(nameof(Announced))]
    public void AReceiverUnderTheSameSuiteOpensIt(KeyAnnouncement announced)
    {
        using var message = new WeakMessage(random, Suite(announced));
        Assert.That(message.Received(Suite(announced)), Is.EqualTo(WeakMessage.Text));
    }

    [TestCaseSource(nameof(Announced))]
    public void AGenuineReceiverCannot(KeyAnnouncement announced)
    {
        using var message = new WeakMessage(random, Suite(announced));
        Assert.That(message.Received(Signal), Is.Null);
    }

    [TestCaseSource(nameof(Announced))]
    public void WholeKeysAreTakenAsTheyAre(KeyAnnouncement announced)
    {
        using var message = new WeakMessage(random, Signal);
        Assert.That(message.Received(Suite(announced)), Is.EqualTo(WeakMessage.Text));
    }

    /// <summary>Or somebody who knows no key would announce one bit, and guess it.</summary>
    [Test]
    public void AnotherLengthThanItsOwnIsRefused()
    {
        foreach (KeyAnnouncement other in (KeyAnnouncement[])[new(1, false), new(39, false), new(41, false), Crumpled])
        {
            using var message = new WeakMessage(random, Suite(other));
            Assert.That(message.Received(Suite(Export)), Is.Null, other.ToString());
            Assert.That(message.Received(Suite(other)), Is.EqualTo(WeakMessage.Text), "who uses it takes it");
        }
    }

    [Test]
    public void TheAnnouncementIsUnderTheMac()
    {
        using var message = new WeakMessage(random, Suite(Export));
        byte[] field = Export.Field();
        int at = message.Bytes.AsSpan().LastIndexOf(field);
        byte[] without = [.. message.Bytes[..at], .. message.Bytes[(at + field.Length)..]];
        byte[] other = [.. message.Bytes];
        new KeyAnnouncement(39, false).Field().CopyTo(other, at);
        Assert.That(message.Received(Suite(Export), without), Is.Null);
        Assert.That(message.Received(Suite(new(39, false)), other), Is.Null);
    }

    [Test]
    public void ALengthThatNoKeyCanHaveAnnouncesNothing()
    {
        foreach (ulong length in (ulong[])[0, 65, ulong.MaxValue])
        {
            byte[] field = new WireWriter().Varint(KeyAnnouncement.LengthField, length).ToArray();
            Assert.That(KeyAnnouncement.In([.. field, .. new byte[SignalMessage.MacSize]]), Is.Null);
        }
        Assert.That(KeyAnnouncement.In([.. Export.Field(), .. new byte[SignalMessage.MacSize]]), Is.EqualTo(Export));
        Assert.That(KeyAnnouncement.In(Export.Field()), Is.Null);
        Assert.That(KeyAnnouncement.In([]), Is.Null);
    }

    /// <summary>The first bits are the same whatever the length, and the salt alone makes one short key two keys.</summary>
    [Test]
    public void AKeyFollowsFromItsBitsAndItsSalt()
    {
        using var message = new WeakMessage(random, Signal);
        ShortKey whole = ShortKey.Of(message.Key, ShortKey.MostBits);
        for (int bits = 1; bits <= ShortKey.MostBits; bits++)
            Assert.That(ShortKey.Of(message.Key, bits), Is.EqualTo(new ShortKey(whole.Position >> (64 - bits) << (64 - bits), bits)));
        Assert.That(whole.First(12).Position, Is.EqualTo(whole.Value >> 52));
        Assert.That(default(ShortKey).Position, Is.Zero);
        byte[][] keys = [.. new[] { whole.Expand([]), whole.Expand([1]), whole.First(63).Expand([]) }.Select(Hazmat.Reveal)];
        Assert.That(keys[0], Is.EqualTo(Hazmat.Reveal(whole.Expand([]))).And.Not.EqualTo(keys[1]));
        Assert.That(keys[0], whole.Value % 2 == 0 ? Is.EqualTo(keys[2]) : Is.Not.EqualTo(keys[2]));
    }

    /// <summary>Without that, one table would open every puzzle.</summary>
    [Test]
    public void ASaltedKeyIsAnotherUnderAnotherHeader()
    {
        using var message = new WeakMessage(random, Signal);
        byte[] Under(KeyAnnouncement announced, byte header) => Hazmat.Reveal(announced.Shorten(message.Key, [header]));
        Assert.That(Under(Export, 1), Is.EqualTo(Under(Export, 2)));
        byte[] once = Under(Crumpled, 1), again = Under(Crumpled, 1);
        Assert.That(once, Is.EqualTo(again).And.Not.EqualTo(Under(Crumpled, 2)));
    }

    [TestCaseSource(nameof(Announced))]
    public void WhoeverHasTheSlotsKeyOpensItTooAndNobodyElse(KeyAnnouncement announced)
    {
        using WeakMessage message = new(random, Suite(announced)), other = new(random, Suite(announced));
        Assert.That(message.Intercepted.DecryptAnnounced(message.Key), Is.EqualTo(WeakMessage.Text));
        Assert.That(message.Intercepted.Decrypt(message.Key), Is.Null);
        if (announced.Bits > 1)
            Assert.That(message.Intercepted.DecryptAnnounced(other.Key), Is.Null);
    }

    private SignalFunctions Signal => new(random);

    private ShortKeys Suite(KeyAnnouncement announced) => new(Signal, announced);
}
