using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Safety numbers against the vector of Signal's library (fingerprint tests), and what makes two of them match.</summary>
[TestFixture]
internal sealed class SafetyNumberTests
{
    private const string Digits = "300354477692869396892869876765458257569162576843440918079131";
    private const string AliceContent = "1e301a0353dce3dbe7684cb8336e85136cdc0ee96219494ada305d62a7bd61df";
    private const string BobContent = "d62cbf73a11592015b6b9f1682ac306fea3aaf3885b84d12bca631e9d4fb3a4d";

    private static readonly byte[] AliceId = Encoding.ASCII.GetBytes("+14152222222");
    private static readonly byte[] BobId = Encoding.ASCII.GetBytes("+14153333333");
    private static readonly DhPublicKey AliceKey = Key("0506863bc66d02b40d27b8d49ca7c09e9239236f9d7d25d6fcca5ce13c7064d868");
    private static readonly DhPublicKey BobKey = Key("05f781b6fb32fed9ba1cf2de978d4d5da28dc34046ae814402b5c0dbd96fda907b");

    private static SafetyNumber Alice(uint version = 1) => new(version, AliceId, AliceKey, BobId, BobKey);

    private static SafetyNumber Bob(uint version = 1) => new(version, BobId, BobKey, AliceId, AliceKey);

    [Test]
    public void BothSeeTheDigitsOfTheVector() => Assert.That((Alice().Digits, Bob().Digits, Alice(2).Digits), Is.EqualTo((Digits, Digits, Digits)));

    [TestCase(1u)]
    [TestCase(2u)]
    public void TheCodeIsThatOfTheVector(uint version)
    {
        string Code(string local, string remote) => $"080{version}12220a20{local}1a220a20{remote}";
        Assert.That(Hex.Of(Alice(version).Scannable()), Is.EqualTo(Code(AliceContent, BobContent)));
        Assert.That(Hex.Of(Bob(version).Scannable()), Is.EqualTo(Code(BobContent, AliceContent)));
    }

    [Test]
    public void EachMatchesTheOthersCodeAndNotItsOwn()
    {
        Assert.That((Alice().Compare(Bob().Scannable()), Bob().Compare(Alice().Scannable())), Is.EqualTo((ScanResult.Match, ScanResult.Match)));
        Assert.That(Alice().Compare(Alice().Scannable()), Is.EqualTo(ScanResult.Different));
    }

    [Test]
    public void OnesOwnCodeMatchesOnlyWhereBothAreOne()
    {
        SafetyNumber sameKey = new(1, AliceId, AliceKey, BobId, AliceKey), samePerson = new(1, AliceId, AliceKey, AliceId, AliceKey);
        Assert.That(sameKey.Compare(sameKey.Scannable()), Is.EqualTo(ScanResult.Different));
        Assert.That(samePerson.Compare(samePerson.Scannable()), Is.EqualTo(ScanResult.Match));
    }

    [Test]
    public void AnotherIdentityKeyOnEitherSideShows()
    {
        DhPublicKey stranger = DhKeyPair.Generate(new SeededRandom(1)).Public;
        var towardsAlice = new SafetyNumber(1, BobId, stranger, AliceId, AliceKey);
        var towardsBob = new SafetyNumber(1, AliceId, AliceKey, BobId, stranger);
        Assert.That(Alice().Compare(towardsAlice.Scannable()), Is.EqualTo(ScanResult.Different));
        Assert.That(towardsBob.Compare(Bob().Scannable()), Is.EqualTo(ScanResult.Different));
        Assert.That(((string[])[towardsAlice.Digits, towardsBob.Digits, Digits]).Distinct().Count(), Is.EqualTo(2), "both are the stranger's and Alice's");
    }

    [Test]
    public void AnotherIdentifierShows() =>
        Assert.That(Alice().Compare(new SafetyNumber(1, AliceId, BobKey, AliceId, AliceKey).Scannable()), Is.EqualTo(ScanResult.Different));

    [Test]
    public void AnotherVersionIsToldApart()
    {
        Assert.That(Alice(1).Compare(Bob(2).Scannable()), Is.EqualTo(ScanResult.OtherVersion));
        Assert.That(Alice(1).Compare(Bob(1).Scannable().AsSpan(2)), Is.EqualTo(ScanResult.OtherVersion), "a code without a version has version 0");
        Assert.That(Alice(0).Compare(Bob(1).Scannable().AsSpan(2)), Is.EqualTo(ScanResult.Match));
    }

    [Test]
    public void HostileCodesAreNoCodes()
    {
        SafetyNumber alice = Alice();
        byte[] code = Bob().Scannable();
        for (int length = 0; length < code.Length; length++)
            Assert.That(alice.Compare(code.AsSpan(0, length)), Is.EqualTo(ScanResult.NotACode), $"{length} bytes");
        SeededCheck.ForAll(2_000, SeededCheck.Bytes(100), bytes => Assert.That(alice.Compare(bytes), Is.EqualTo(ScanResult.NotACode)));
    }

    [Test]
    public void IterationsAreBounded()
    {
        Assert.That(() => new SafetyNumber(1, AliceId, AliceKey, BobId, BobKey, iterations: 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new SafetyNumber(1, AliceId, AliceKey, BobId, BobKey, iterations: 1_000_001), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(new SafetyNumber(1, AliceId, AliceKey, BobId, BobKey, iterations: 2).Digits, Has.Length.EqualTo(60).And.Not.EqualTo(Digits));
    }

    private static DhPublicKey Key(string hex) =>
        DhPublicKey.TryParse(Hex.Bytes(hex), out DhPublicKey? key) ? key : throw new ArgumentException("A key of the vector does not parse.", nameof(hex));
}
