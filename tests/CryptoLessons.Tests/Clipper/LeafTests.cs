using System.Buffers.Binary;
using CryptoLessons.ExceptionalAccess.Clipper;
using NUnit.Framework;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace CryptoLessons.Tests.Clipper;

/// <summary>The LEAF, byte for byte, from blocks of BouncyCastle's put together a second time.</summary>
public class LeafTests
{
    private static readonly byte[] Iv = Convert.FromHexString("0102030405060708");

    private readonly byte[] family = [.. Enumerable.Range(1, SkipjackKey.Size).Select(i => (byte)i)];
    private readonly byte[] unit = [.. Enumerable.Range(1, SkipjackKey.Size).Select(i => (byte)(10 * i))];
    private readonly byte[] session = [.. Enumerable.Range(1, SkipjackKey.Size).Select(i => (byte)(255 - i))];

    private FamilyKey familyKey = null!;
    private UnitKey unitKey = null!;
    private SessionKey sessionKey = null!;
    private ClipperChip chip = null!;

    [SetUp]
    public void Program()
    {
        (familyKey, unitKey, sessionKey) = (new(family), new(unit), new(session));
        chip = new(0xCAFE0123, unitKey, familyKey);
    }

    [TearDown]
    public void Wipe()
    {
        familyKey.Dispose();
        unitKey.Dispose();
        sessionKey.Dispose();
    }

    [Test]
    public void TheWrappedKeyIsTenBytesWithTheCiphertextOfTheFirstBlockStolen()
    {
        byte[] first = Block(unit, session[..8]);
        byte[] last = Block(unit, Xor([.. session[8..], 0, 0, 0, 0, 0, 0], first));
        Assert.That(unitKey.Wrap(sessionKey), Is.EqualTo((byte[])[.. last, .. first[..2]]));
    }

    [Test]
    public void TheChecksumIsTheEndOfACbcMac()
    {
        byte[] covered = [.. session, .. Iv, 0, 0, 0, 0, 0, 0], mac = new byte[8];
        for (int at = 0; at < covered.Length; at += 8)
            mac = Block(family, Xor(covered[at..(at + 8)], mac));
        Assert.That(familyKey.Checksum(sessionKey, Iv), Is.EqualTo(BinaryPrimitives.ReadUInt16BigEndian(mac.AsSpan(6))));
    }

    [Test]
    public void TheLeafIsIdKeyAndChecksumUnderTheFamilyKeyThereAndBack()
    {
        byte[] plain = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(plain, 0xCAFE0123);
        unitKey.Wrap(sessionKey).CopyTo(plain, 4);
        BinaryPrimitives.WriteUInt16BigEndian(plain.AsSpan(14), familyKey.Checksum(sessionKey, Iv));
        byte[] one = Block(family, plain[..8]), two = Block(family, Xor(plain[8..], one));
        byte[] three = Block(family, two), four = Block(family, Xor(one, three));
        Assert.That(chip.MakeLeaf(sessionKey, Iv), Is.EqualTo((byte[])[.. three, .. four]));
    }

    [Test]
    public void WhoeverHasBothKeysOpensIt()
    {
        Leaf leaf = Leaf.Open(chip.MakeLeaf(sessionKey, Iv), familyKey);
        Assert.That(leaf.UnitId, Is.EqualTo(0xCAFE0123));
        using SessionKey opened = unitKey.Unwrap(leaf.WrappedKey.Span);
        Assert.That(opened.Encrypt(Iv, "text"u8), Is.EqualTo(sessionKey.Encrypt(Iv, "text"u8)));
        Assert.That(leaf.Checksum, Is.EqualTo(familyKey.Checksum(sessionKey, Iv)));
    }

    [Test]
    public void EveryKeyThatIsWrappedComesOutAgain()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 100; i++)
        {
            using var wrapping = new UnitKey(random.NextBytes(SkipjackKey.Size));
            using var key = new SessionKey(random.NextBytes(SkipjackKey.Size));
            using SessionKey opened = wrapping.Unwrap(wrapping.Wrap(key));
            Assert.That(wrapping.Wrap(opened), Is.EqualTo(wrapping.Wrap(key)));
            Assert.That(opened.Encrypt(Iv, []), Is.EqualTo(key.Encrypt(Iv, [])));
        }
    }

    /// <summary>What one pass of CBC would not do: there, a change in the first block leaves the checksum as it is.</summary>
    [Test]
    public void NoChangedBitOfALeafIsAccepted()
    {
        byte[] leaf = chip.MakeLeaf(sessionKey, Iv);
        Assert.That(chip.Accepts(leaf, sessionKey, Iv), Is.True);
        for (int bit = 0; bit < 8 * Leaf.Size; bit++)
        {
            leaf[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(chip.Accepts(leaf, sessionKey, Iv), Is.False, $"bit {bit}");
            leaf[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Test]
    public void ALeafIsOfOneKeyAndOneIvAndOneFamily()
    {
        byte[] leaf = chip.MakeLeaf(sessionKey, Iv);
        using var otherKey = new SessionKey(unit);
        using var otherFamily = new FamilyKey(unit);
        byte[] otherIv = [.. Iv[1..], 0];
        Assert.That(chip.Accepts(leaf, otherKey, Iv), Is.False);
        Assert.That(chip.Accepts(leaf, sessionKey, otherIv), Is.False);
        Assert.That(new ClipperChip(1, unitKey, otherFamily).Accepts(leaf, sessionKey, Iv), Is.False);
        Assert.That(new ClipperChip(1, new UnitKey(family), familyKey).Accepts(leaf, sessionKey, Iv), Is.True, "another's chip");
        Assert.That(chip.Accepts(leaf.AsSpan(..^1), sessionKey, Iv), Is.False);
        Assert.That(chip.Accepts([], sessionKey, Iv), Is.False);
    }

    [Test]
    public void ASmallChipLooksAtTheLowestBitsAlone()
    {
        var small = new ClipperChip(1, unitKey, familyKey, checksumBits: 8);
        Leaf leaf = Leaf.Open(chip.MakeLeaf(sessionKey, Iv), familyKey);
        Assert.That(small.Accepts((leaf with { Checksum = (ushort)(leaf.Checksum ^ 0xFF00) }).Seal(familyKey), sessionKey, Iv), Is.True);
        Assert.That(small.Accepts((leaf with { Checksum = (ushort)(leaf.Checksum ^ 0x0080) }).Seal(familyKey), sessionKey, Iv), Is.False);
        Assert.That(chip.Accepts((leaf with { Checksum = (ushort)(leaf.Checksum ^ 0x8000) }).Seal(familyKey), sessionKey, Iv), Is.False);
        Assert.That(() => new ClipperChip(1, unitKey, familyKey, 17), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ClipperChip(1, unitKey, familyKey, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static byte[] Block(byte[] key, byte[] block)
    {
        var engine = new SkipjackEngine();
        engine.Init(true, new KeyParameter(key));
        byte[] encrypted = new byte[8];
        engine.ProcessBlock(block, 0, encrypted, 0);
        return encrypted;
    }

    private static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];
}
