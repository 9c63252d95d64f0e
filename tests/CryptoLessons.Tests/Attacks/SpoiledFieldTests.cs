using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>A field that holds rubbish: who notices, and who does not.</summary>
[TestFixture]
internal sealed class SpoiledFieldTests
{
    private static readonly DateTimeOffset Sent = new(2017, 3, 22, 14, 40, 0, TimeSpan.Zero);

    private SeededRandom random = null!;
    private Court court = null!;
    private WholeKeyCustody custody = null!;
    private Authority authority = null!;

    private static IEnumerable<TestCaseData> Escrows()
    {
        yield return new TestCaseData(MessageKeyEscrow.Size, (Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions>)((inner, key, random, deterministic) =>
            new MessageKeyEscrow(inner, key, random, deterministic))).SetArgDisplayNames("message key");
        yield return new TestCaseData(ContentKeyEscrow.Size, (Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions>)((inner, key, random, deterministic) =>
            new ContentKeyEscrow(inner, key, random, deterministic))).SetArgDisplayNames("content key");
    }

    [SetUp]
    public void Institutions()
    {
        random = new SeededRandom(8);
        court = new Court(random.Child("court"));
        custody = new WholeKeyCustody(random.Child("authority"));
        authority = new Authority(custody, court.PublicKey);
    }

    [TestCaseSource(nameof(Escrows))]
    public void AGenuineReceiverNeverLooks(int size, Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions> escrow) =>
        AssertReceived(size, Signal("bob"), DecryptFailure.None);

    [TestCaseSource(nameof(Escrows))]
    public void AReceiverUnderTheSchemeCannotTellWhileTheSealingIsRandom(int size, Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions> escrow) =>
        AssertReceived(size, escrow(Signal("bob"), custody.PublicKey, random, false), DecryptFailure.None);

    [TestCaseSource(nameof(Escrows))]
    public void AReceiverThatCanRecomputeTheFieldRefusesIt(int size, Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions> escrow) =>
        AssertReceived(size, escrow(Signal("bob"), custody.PublicKey, random, true), DecryptFailure.NotAuthentic);

    [TestCaseSource(nameof(Escrows))]
    public void AReceiverThatCanRecomputeTheFieldRefusesAMessageWithoutIt(int size, Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions> escrow) =>
        AssertDelivered(Signal("alice"), escrow(Signal("bob"), custody.PublicKey, random, true), DecryptFailure.NotAuthentic);

    [TestCaseSource(nameof(Escrows))]
    public void AnObedientSenderIsOpenedByEverybodyWhoMay(int size, Func<RatchetFunctions, DhPublicKey, RandomSource, bool, RatchetFunctions> escrow)
    {
        foreach (bool deterministic in (bool[])[false, true])
        {
            Outcome outcome = AssertDelivered(
                escrow(Signal("alice"), custody.PublicKey, random, deterministic), escrow(Signal("bob"), custody.PublicKey, random, deterministic), DecryptFailure.None);
            Assert.That(outcome, Is.EqualTo(Outcome.Opened));
        }
    }

    [Test]
    public void AFieldForAnotherAuthorityIsRefusedToo()
    {
        DhPublicKey another = DhKeyPair.Generate(random).Public;
        RatchetFunctions sender = new MessageKeyEscrow(Signal("alice"), another, random, deterministic: true);
        AssertDelivered(sender, new MessageKeyEscrow(Signal("bob"), custody.PublicKey, random, deterministic: true), DecryptFailure.NotAuthentic);
    }

    private SignalFunctions Signal(string name) => new(random.Child(name));

    private void AssertReceived(int size, RatchetFunctions receiver, DecryptFailure expected)
    {
        Outcome outcome = AssertDelivered(new SpoiledField(Signal("alice"), size, random), receiver, expected);
        Assert.That(outcome, Is.EqualTo(Outcome.NoKey), "the authority finds out when it looks");
    }

    /// <summary>Sends one message from one suite to another, and says what the authority makes of it.</summary>
    private Outcome AssertDelivered(RatchetFunctions sender, RatchetFunctions receiver, DecryptFailure expected)
    {
        byte[] text = "half past two"u8.ToArray();
        var alice = Device.Create(sender, random.Child("alice's device"));
        var bob = Device.Create(receiver, random.Child("bob's device"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        CiphertextMessage message = alice.Encrypt("Bob", text);
        using DeviceState before = bob.Snapshot();
        Assert.That(bob.Decrypt("Alice", message, out byte[] read), Is.EqualTo(expected));
        using DeviceState after = bob.Snapshot();
        Assert.That(read, Is.EqualTo(expected == DecryptFailure.None ? text : []));
        Assert.That(after.Save().AsSpan().SequenceEqual(before.Save()), Is.EqualTo(expected != DecryptFailure.None), "a refusal changes nothing");
        Outcome outcome = authority.Open(
            court.Issue("Alice", Sent, Sent), new("Alice", "Bob", Sent, message), alice.IdentityKey, bob.IdentityKey, out byte[] opened);
        Assert.That(opened, Is.EqualTo(outcome == Outcome.Opened ? text : []));
        return outcome;
    }
}
