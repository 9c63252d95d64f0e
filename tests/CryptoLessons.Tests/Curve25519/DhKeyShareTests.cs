using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>t shares agree as the whole key would, and less than t do not; X25519 of the whole key is the witness.</summary>
[TestFixture]
internal sealed class DhKeyShareTests
{
    private const string OrderEight = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";

    private SeededRandom random = null!;
    private DhKeyPair key = null!;
    private DhPublicKey their = null!;

    [SetUp]
    public void Keys()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().Next());
        (key, their) = (DhKeyPair.Generate(random.Child("key")), DhKeyPair.Generate(random.Child("their")).Public);
    }

    private static IEnumerable<DhKeyShare[]> Subsets(IReadOnlyList<DhKeyShare> shares) =>
        Enumerable.Range(0, 1 << shares.Count).Select(set => shares.Where((_, i) => ((set >> i) & 1) == 1).ToArray());

    private static byte[]? Together(IEnumerable<DhKeyShare> shares, DhPublicKey their)
    {
        using SharedSecret? secret = DhKeyShare.Combine([.. shares.Select(share => share.Agree(their)!)]);
        return secret is null ? null : Hazmat.Reveal(secret);
    }

    private static byte[] Whole(DhKeyPair key, DhPublicKey their)
    {
        using SharedSecret secret = X25519.Agree(key.Private, their)!;
        return Hazmat.Reveal(secret);
    }

    [Test]
    public void EverySubsetOfTOrMoreAgreesAsTheWholeKeyAndNoSmallerOneDoes([Range(1, 7)] int count)
    {
        byte[] whole = Whole(key, their);
        for (int threshold = 1; threshold <= count; threshold++)
        {
            IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, threshold, count, random);
            PartialAgreement[] parts = [.. shares.Select(share => share.Agree(their)!)];
            foreach (DhKeyShare[] subset in Subsets(shares).Where(subset => subset.Length == threshold || subset.Length == threshold - 1 || count <= 4))
            {
                using SharedSecret? secret = DhKeyShare.Combine([.. subset.Select(share => parts[share.Index - 1])]);
                byte[]? agreed = secret is null ? null : Hazmat.Reveal(secret);
                Assert.That(agreed, subset.Length >= threshold ? Is.EqualTo(whole) : Is.Not.EqualTo(whole),
                    $"{threshold} of {count}: {string.Join(',', subset.Select(share => share.Index))}");
            }
        }
    }

    [Test]
    public void TheOrderOfThePartsDoesNotMatter()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 3, 5, random);
        Assert.That(Together([shares[4], shares[0], shares[2]], their), Is.EqualTo(Whole(key, their)));
    }

    [Test]
    public void SplittingTwiceGivesOtherSharesOfTheSameKey()
    {
        IReadOnlyList<DhKeyShare> one = DhKeyShare.Split(key.Private, 2, 3, random), two = DhKeyShare.Split(key.Private, 2, 3, random);
        Assert.That(one.Select(Hazmat.Reveal), Has.None.AnyOf([.. two.Select(Hazmat.Reveal)]));
        Assert.That(Together([one[0], two[1]], their), Is.Not.EqualTo(Whole(key, their)), "shares of two splittings do not fit");
    }

    [Test]
    public void OneShareSaysNothingOfTheKey()
    {
        // The same share, as the first of another key: the polynomial through both exists, whatever the key.
        var seen = new HashSet<string>();
        for (int i = 0; i < 50; i++)
            seen.Add(Hex.Of(Hazmat.Reveal(DhKeyShare.Split(key.Private, 2, 2, random)[0])));
        Assert.That(seen, Has.Count.EqualTo(50));
    }

    [Test]
    public void AShareOfAnotherKeyGivesAnotherSecret()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 2, 2, random);
        using var other = DhKeyPair.Generate(random);
        Assert.That(Together([shares[0], DhKeyShare.Split(other.Private, 2, 2, random)[1]], their), Is.Not.EqualTo(Whole(key, their)));
    }

    [Test]
    public void APartForAnotherPublicKeyGivesAnotherSecret()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 2, 2, random);
        using SharedSecret? mixed = DhKeyShare.Combine([shares[0].Agree(their)!, shares[1].Agree(key.Public)!]);
        Assert.That(Hazmat.Reveal(mixed!), Is.Not.EqualTo(Whole(key, their)));
    }

    [Test]
    public void AFlippedBitOrASwappedNumberNeverGivesTheSecret()
    {
        byte[] whole = Whole(key, their);
        PartialAgreement[] parts = [.. DhKeyShare.Split(key.Private, 2, 2, random).Select(share => share.Agree(their)!)];
        for (int bit = 0; bit < 256; bit++)
        {
            byte[] point = parts[0].Point.ToArray();
            point[bit / 8] ^= (byte)(1 << (bit % 8));
            using SharedSecret? secret = DhKeyShare.Combine([parts[0] with { Point = point }, parts[1]]);
            Assert.That(secret is null ? null : Hazmat.Reveal(secret), Is.Not.EqualTo(whole), $"bit {bit}");
        }
        using SharedSecret? swapped = DhKeyShare.Combine([parts[0] with { Index = 2 }, parts[1] with { Index = 1 }]);
        Assert.That(Hazmat.Reveal(swapped!), Is.Not.EqualTo(whole));
    }

    [Test]
    public void PartsThatCannotBeAreRefused()
    {
        PartialAgreement[] parts = [.. DhKeyShare.Split(key.Private, 2, 3, random).Select(share => share.Agree(their)!)];
        Assert.That(DhKeyShare.Combine([]), Is.Null, "none");
        Assert.That(DhKeyShare.Combine([parts[0], parts[0]]), Is.Null, "one share twice");
        Assert.That(DhKeyShare.Combine([parts[0], parts[1] with { Index = 1 }]), Is.Null, "two parts of one number");
        Assert.That(DhKeyShare.Combine([parts[0], parts[1] with { Point = parts[1].Point[..31] }]), Is.Null, "31 bytes");
        Assert.That(DhKeyShare.Combine([parts[0], parts[1] with { Point = (byte[])[.. parts[1].Point.Span, 0] }]), Is.Null, "33 bytes");
        Assert.That(DhKeyShare.Combine([parts[0], parts[1] with { Point = Hex.Bytes("02" + new string('0', 62)) }]), Is.Null, "no point of the curve");
    }

    /// <summary>A part with number 0 would have weight 1, and all others 0: whoever sends it chooses the secret.</summary>
    [Test]
    public void NobodyDictatesTheSecretByAPartOfNumberZero()
    {
        PartialAgreement[] parts = [.. DhKeyShare.Split(key.Private, 2, 2, random).Select(share => share.Agree(their)!)];
        Assert.That(DhKeyShare.Combine([parts[0], parts[1] with { Index = 0 }]), Is.Null);
    }

    [Test]
    public void ALowOrderPublicKeyAgreesOnNothingWhateverItsEncoding()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 2, 2, random);
        foreach (DhPublicKey low in LowOrderKeys.All)
        {
            Assert.That(X25519.Agree(key.Private, low), Is.Null, "nor does the whole key");
            PartialAgreement?[] parts = [.. shares.Select(share => share.Agree(low))];
            Assert.That(parts.Any(part => part is null) || DhKeyShare.Combine([.. parts.OfType<PartialAgreement>()]) is null, $"{low}");
        }
    }

    [Test]
    public void AKeyOfTheTwistIsRefusedByEveryShare()
    {
        DhKeyShare share = DhKeyShare.Split(key.Private, 1, 1, random)[0];
        Assert.That(share.Agree(new DhPublicKey(Integers.ToBytes(2, 32))), Is.Null);
        int refused = 0;
        for (int i = 0; i < 100; i++)
        {
            byte[] u = new byte[32];
            random.Fill(u);
            var any = new DhPublicKey(u);
            if (share.Agree(any) is not { } part)
                refused++;
            else
                Assert.That(Hazmat.Reveal(DhKeyShare.Combine([part])!), Is.EqualTo(Whole(key, any)), $"{any}");
        }
        Assert.That(refused, Is.InRange(20, 80), "about half of all coordinates are the twist's");
    }

    [Test]
    public void APublicKeyWithTorsionAgreesAsTheWholeKeyDoes()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 2, 3, random);
        Assert.That(EdwardsPoint.TryDecompress(Hex.Bytes(OrderEight), out EdwardsPoint torsion));
        Assert.That(EdwardsPoint.TryFromMontgomery(their.U, 0, out EdwardsPoint point));
        var secrets = new HashSet<string>();
        var keys = new HashSet<string>();
        byte[] u = new byte[32];
        for (int i = 0; i < 8; i++, point += torsion)
        {
            point.ToMontgomery(u);
            var twisted = new DhPublicKey(u);
            keys.Add(twisted.ToString());
            Assert.That(Together(shares.Skip(1), twisted), Is.EqualTo(Whole(key, twisted)), $"{i} times the point of order 8");
            secrets.Add(Hex.Of(Whole(key, twisted)));
        }
        Assert.That((keys.Count, secrets.Count), Is.EqualTo((8, 1)), "eight keys, and a clamped key agrees with all on one secret");
    }

    [Test]
    public void AnUnreducedKeyAndASetTopBitAgreeAsTheWholeKeyDoes()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 2, 2, random);
        foreach (byte[] u in (byte[][])[Integers.ToBytes(Integers.P + 9, 32), [.. their.U[..31], (byte)(their.U[31] | 0x80)]])
            Assert.That(Together(shares, new DhPublicKey(u)), Is.EqualTo(Whole(key, new DhPublicKey(u))));
    }

    [Test]
    public void ACopyOutlivesItsOriginal()
    {
        IReadOnlyList<DhKeyShare> shares = DhKeyShare.Split(key.Private, 2, 2, random);
        DhKeyShare[] copies = [.. shares.Select(share => share.Copy())];
        foreach (DhKeyShare share in shares)
            share.Dispose();
        Assert.That(Together(copies, their), Is.EqualTo(Whole(key, their)));
        Assert.That(() => shares[0].Agree(their), Throws.TypeOf<ObjectDisposedException>());
    }

    [TestCase(0, 3)]
    [TestCase(-1, 3)]
    [TestCase(4, 3)]
    [TestCase(1, 0)]
    public void AThresholdThatCannotBeIsTheCallersMistake(int threshold, int count) =>
        Assert.That(() => DhKeyShare.Split(key.Private, threshold, count, random), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void TheSharesAreNumberedFromOne() =>
        Assert.That(DhKeyShare.Split(key.Private, 2, 3, random).Select(share => share.Index), Is.EqualTo((uint[])[1, 2, 3]));
}
