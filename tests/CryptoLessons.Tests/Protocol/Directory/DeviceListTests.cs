using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Directory;

/// <summary>Whose devices a message goes to, on the wire and in a safety number.</summary>
[TestFixture]
internal sealed class DeviceListTests
{
    private static readonly SeededRandom Random = new(31);
    private static readonly DhPublicKey One = NewKey(), Two = NewKey(), Three = NewKey();

    private static DhPublicKey NewKey()
    {
        using var pair = DhKeyPair.Generate(Random);
        return pair.Public;
    }

    private static byte[]? ReadAndWrite(byte[] bytes) => DeviceList.TryParse(bytes, out DeviceList? list) ? list.Serialize() : null;

    [Test]
    public void ReadsWhatItWrote()
    {
        Assert.That(DeviceList.TryParse(new DeviceList("Bob", [new(2, 0, Two), new(1, uint.MaxValue, One)]).Serialize(), out DeviceList? read));
        Assert.That(read!.Name, Is.EqualTo("Bob"));
        DeviceEntry[] expected = [new(1, uint.MaxValue, One), new(2, 0, Two)];
        Assert.That(read.Devices, Is.EqualTo(expected), "by number, ascending");
    }

    [Test]
    public void EachListHasOneWriting() => StrictFormat.Check(
        [
            new DeviceList("Bob", [new(1, 7, One)]).Serialize(),
            new DeviceList("", [new(uint.MaxValue, 0, One), new(1, 300, Two), new(2, uint.MaxValue, Three)]).Serialize(),
            new DeviceList("<b>\u202E\u0000😀</b>", [new(3, 9, Three)]).Serialize(),
        ],
        ReadAndWrite);

    [Test]
    public void ANameOf10000CharactersIsOnlyAName()
    {
        string name = new('ж', 10_000);
        Assert.That(DeviceList.TryParse(new DeviceList(name, [new(1, 1, One)]).Serialize(), out DeviceList? read));
        Assert.That(read!.Name, Is.EqualTo(name));
    }

    [Test]
    public void RefusesAListWithoutDevicesWithTheSameNumberTwiceOrWithNumberZero()
    {
        Assert.That(ReadAndWrite(Write([])), Is.Null, "none");
        Assert.That(ReadAndWrite(Write([Entry(1, One), Entry(1, Two)])), Is.Null, "twice the same number");
        Assert.That(ReadAndWrite(Write([Entry(2, One), Entry(1, Two)])), Is.Null, "not in order");
        Assert.That(ReadAndWrite(Write([Entry(0, One)])), Is.Null, "number 0");
        Assert.That(ReadAndWrite(Write([Entry(1, One), Entry(2, Two)])), Is.Not.Null, "the same, but right");

        static byte[] Entry(uint number, DhPublicKey key) => new WireWriter().Varint(1, number).Varint(2, 5).Bytes(3, key.U).ToArray();

        static byte[] Write(byte[][] entries)
        {
            var list = new WireWriter().Bytes(1, CodeUnits.Of("Bob"));
            foreach (byte[] entry in entries)
                list.Bytes(2, entry);
            return list.ToArray();
        }
    }

    [Test]
    public void AListThatCannotBeIsTheCallersMistake()
    {
        Assert.That(() => new DeviceList("Bob", []), Throws.ArgumentException);
        Assert.That(() => new DeviceList("Bob", [new(1, 1, One), new(1, 2, Two)]), Throws.ArgumentException);
        Assert.That(() => new DeviceList("Bob", [new(0, 1, One)]), Throws.ArgumentException);
    }

    [Test]
    public void TheKeyOfAnOnlyDeviceStandsForItself() =>
        Assert.That(new DeviceList("Bob", [new(1, 1, One)]).NumberKey, Is.EqualTo(One));

    [Test]
    public void TheNumberOfTheSetChangesWithEveryDeviceAndWithNothingElse()
    {
        DhPublicKey both = Number(new(1, 1, One), new(2, 2, Two));
        Assert.That(both, Is.Not.EqualTo(One).And.Not.EqualTo(Two));
        Assert.That(Number(new(7, 5, Two), new(9, 6, One)), Is.EqualTo(both), "numbers and order of the devices tell nothing of the keys");
        Assert.That(Number(new(1, 1, One), new(2, 2, Three)), Is.Not.EqualTo(both), "another device");
        Assert.That(Number(new(1, 1, One), new(2, 2, Two), new(3, 3, Three)), Is.Not.EqualTo(both), "one more");
        Assert.That(Number(new(1, 1, One), new(2, 2, Two), new(3, 3, Two)), Is.Not.EqualTo(both), "one more with a key that is there");

        static DhPublicKey Number(params DeviceEntry[] devices) => new DeviceList("Bob", devices).NumberKey;
    }

    [Test]
    public void ALaterChangeOfTheCallersListChangesNothing()
    {
        var devices = new List<DeviceEntry> { new(1, 1, One) };
        var list = new DeviceList("Bob", devices);
        devices.Add(new(2, 2, Two));
        Assert.That(list.Devices, Has.Count.EqualTo(1));
    }
}
