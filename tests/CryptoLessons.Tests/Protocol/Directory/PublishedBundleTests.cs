using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Directory;

/// <summary>A prekey bundle as the directory hands it out.</summary>
[TestFixture]
internal sealed class PublishedBundleTests
{
    private static readonly SeededRandom Random = new(32);

    private static PublishedBundle Sample(string name, uint device, bool oneTime)
    {
        DhPublicKey Key()
        {
            using var pair = DhKeyPair.Generate(Random);
            return pair.Public;
        }

        byte[] signature = new byte[64];
        Random.Fill(signature);
        return new(name, device, new(uint.MaxValue, oneTime ? 0 : null, oneTime ? Key() : null, 9, Key(), signature, Key()));
    }

    private static byte[]? ReadAndWrite(byte[] bytes) => PublishedBundle.TryParse(bytes, out PublishedBundle? answer) ? answer.Serialize() : null;

    [TestCase(true)]
    [TestCase(false)]
    public void ReadsWhatItWrote(bool oneTime)
    {
        PublishedBundle sample = Sample("Bob", 3, oneTime);
        Assert.That(PublishedBundle.TryParse(sample.Serialize(), out PublishedBundle? read));
        Assert.That((read!.Name, read.Device), Is.EqualTo(("Bob", 3u)));
        Assert.That(read.Bundle with { SignedPreKeySignature = default }, Is.EqualTo(sample.Bundle with { SignedPreKeySignature = default }));
        Assert.That(read.Bundle.SignedPreKeySignature.ToArray(), Is.EqualTo(sample.Bundle.SignedPreKeySignature.ToArray()));
    }

    [Test]
    public void EachAnswerHasOneWriting() => StrictFormat.Check(
        [
            Sample("Bob", 1, oneTime: true).Serialize(),
            Sample("", 0, oneTime: false).Serialize(),
            Sample("a name of just 32 bytes, as a key", 2, oneTime: false).Serialize(),
            Sample("\u202Eנ<script>\u0007", uint.MaxValue, oneTime: true).Serialize(),
        ],
        ReadAndWrite);

    [Test]
    public void ANameAsLongAsAKeyIsNoKey()
    {
        PublishedBundle sample = Sample(new string('n', DhPublicKey.Size), 1, oneTime: false);
        Assert.That(PublishedBundle.TryParse(sample.Serialize(), out PublishedBundle? read));
        Assert.That((read!.Name, read.Bundle.IdentityKey), Is.EqualTo((sample.Name, sample.Bundle.IdentityKey)));
    }

    [Test]
    public void AnAnswerOfOneKindIsNoneOfTheOther()
    {
        PublishedBundle sample = Sample("Bob", 1, oneTime: false);
        Assert.That(DeviceList.TryParse(sample.Serialize(), out _), Is.False);
        byte[] list = new DeviceList("Bob", [new(1, 1, sample.Bundle.IdentityKey)]).Serialize();
        Assert.That(PublishedBundle.TryParse(list, out _), Is.False);
    }

    [Test]
    public void ABundleFromTheWireOpensASession()
    {
        var bob = Device.Create(new CryptoLessons.Protocol.Ratchet.SignalFunctions(Random.Child("b")), Random.Child("bob"));
        var alice = Device.Create(new CryptoLessons.Protocol.Ratchet.SignalFunctions(Random.Child("a")), Random.Child("alice"));
        Assert.That(PublishedBundle.TryParse(new PublishedBundle("Bob", 1, bob.Publish()).Serialize(), out PublishedBundle? read));
        Assert.That(alice.StartSession("Bob", read!.Bundle), Is.EqualTo(BundleFailure.None));
    }
}
