using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>X25519 against published numbers: RFC 7748, and a pair from Signal's library.</summary>
[TestFixture]
internal sealed class X25519VectorTests
{
    private static string? Agree(string scalar, string u) =>
        X25519.Agree(new(Hex.Bytes(scalar)), new(Hex.Bytes(u))) is { } shared ? Hex.Of(shared.Bytes) : null;

    private static string PublicKey(string scalar) => DhKeyPair.FromPrivate(Hex.Bytes(scalar)).Public.ToString();

    /// <summary>RFC 7748 §5.2; the u-coordinate of the second has its top bit set, which must be masked.</summary>
    [TestCase(
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
        "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")]
    [TestCase(
        "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
        "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
        "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957")]
    public void AgreesAsInRfc7748(string scalar, string u, string expected) => Assert.That(Agree(scalar, u), Is.EqualTo(expected));

    /// <summary>RFC 7748 §5.2: k and u begin as 9; each round computes k = X25519(k, u) and u = the old k.</summary>
    [TestCase(1, "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079")]
    [TestCase(1_000, "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51")]
    public void IteratesAsInRfc7748(int rounds, string expected)
    {
        byte[] k = [9, .. new byte[31]], u = k;
        for (int i = 0; i < rounds; i++)
            (k, u) = (X25519.Agree(new(k), new(u))!.Bytes.ToArray(), k);
        Assert.That(Hex.Of(k), Is.EqualTo(expected));
    }

    /// <summary>RFC 7748 §6.1, and Signal's library (its tests of the curve).</summary>
    [TestCase(
        "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
        "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
        "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
        "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
        "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")]
    [TestCase(
        "c806439dc9d2c476ffed8f2580c0888d58ab406bf7ae3698879021b96bb4bf59",
        "1bb75966f2e93a3691dfff942bb2a466a1c08b8d78ca3f4d6df8b8bfa2e4ee28",
        "b03b34c33a1c44f225b662d2bf4859b8135411fa7b0386d45fb75dc5b91b4466",
        "653614993d2b15ee9e5fd3d86ce719ef4ec1daae1886a87b3f5fa9565a27a22f",
        "325f239328941ced6e673b86ba41017448e99b649a9c3806c1dd7ca4c477e629")]
    public void BothEndsAgree(string a, string aPublic, string b, string bPublic, string shared)
    {
        Assert.That((PublicKey(a), PublicKey(b)), Is.EqualTo((aPublic, bPublic)));
        Assert.That((Agree(a, bPublic), Agree(b, aPublic)), Is.EqualTo((shared, shared)));
    }

    [Test]
    public void ALowOrderPublicKeyGivesNothing()
    {
        var random = new SeededRandom(1);
        Assert.That(LowOrderKeys.All.Distinct().Count(), Is.EqualTo(14));
        foreach (DhPublicKey key in LowOrderKeys.All)
            for (int i = 0; i < 8; i++)
                Assert.That(X25519.Agree(DhKeyPair.Generate(random).Private, key), Is.Null, key.ToString());
    }

    [Test]
    public void TheNeighboursOfLowOrderKeysAgree()
    {
        DhKeyPair own = DhKeyPair.Generate(new SeededRandom(1));
        foreach (byte low in new byte[] { 2, 0xEB, 0xEF, 0xFF })
        {
            byte[] u = low == 2 ? [2, .. new byte[31]] : [low, .. Hex.Repeat(0xFF, 30), 0x7F];
            Assert.That(X25519.Agree(own.Private, new(u)), Is.Not.Null, Hex.Of(u));
        }
    }

    [Test]
    public void AnUnreducedCoordinateAgreesLikeTheReducedOne()
    {
        const string Scalar = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
        for (byte u = 2; u < 19; u++)
        {
            string unreduced = Hex.Of([(byte)(0xED + u), .. Hex.Repeat(0xFF, 30), 0x7F]), reduced = Hex.Of([u, .. new byte[31]]);
            Assert.That(Agree(Scalar, unreduced), Is.Not.Null.And.EqualTo(Agree(Scalar, reduced)));
        }
    }

    [Test]
    public void APrivateKeyIsKeptClampedAndAPublicKeyVerbatim()
    {
        byte[] ones = Hex.Repeat(0xFF, 32), zeros = new byte[32];
        Assert.That(Hex.Of(new DhPrivateKey(ones).Bytes), Is.EqualTo("f8" + new string('f', 60) + "7f"));
        Assert.That(Hex.Of(new DhPrivateKey(zeros).Bytes), Is.EqualTo(new string('0', 62) + "40"));
        Assert.That(Hex.Of(new DhPublicKey(ones).Serialize()), Is.EqualTo("05" + new string('f', 64)));
        Assert.That(new DhPublicKey(ones), Is.Not.EqualTo(new DhPublicKey([.. ones[..31], 0x7F])));
    }
}
