using System.Text;
using CryptoLessons.ExceptionalAccess.Scanning;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>PGM and PPM files.</summary>
[TestFixture]
internal sealed class NetpbmReaderTests
{
    [Test]
    public void GreyIsRead() => Assert.That(Read("P5\n3 1\n255\n", 0, 100, 255), Is.EqualTo((byte[])[0, 100, 255]));

    [Test]
    public void ColoursBecomeGrey() => Assert.That(Read("P6 2 1 255 ", 255, 0, 0, 0, 0, 255), Is.EqualTo((byte[])[76, 29]));

    [Test]
    public void AnotherWhiteIsSpreadToOurs() => Assert.That(Read("P5 3 1 15 ", 0, 5, 15), Is.EqualTo((byte[])[0, 85, 255]));

    [Test]
    public void CommentsAndWhiteSpaceAreSkipped() =>
        Assert.That(Read("P5 # made by hand\n#\n\t2\r\n1 # 9 9\n255\n", 35, 10), Is.EqualTo((byte[])[35, 10]));

    [TestCase("P5 2 1 255 ", TestName = "ThePixelsAreMissing")]
    [TestCase("P5 0 1 255 xx", TestName = "ThereIsNoWidth")]
    [TestCase("P5 1 1 0 xx", TestName = "WhiteIsZero")]
    [TestCase("P5 1 1 256 xx", TestName = "SamplesHaveTwoBytes")]
    [TestCase("P5 -1 1 255 xx", TestName = "TheWidthIsNegative")]
    [TestCase("P5 99999999999 1 255 xx", TestName = "TheWidthIsTooLongANumber")]
    [TestCase("P51 1 255 xx", TestName = "NothingIsBetweenTheNumbers")]
    [TestCase("P5 1 1 255", TestName = "TheFileEndsBehindTheHeader")]
    [TestCase("P5 1 # 1 255 x", TestName = "TheCommentHasNoEnd")]
    [TestCase("P2 1 1 255 9", TestName = "TheFormIsTextual")]
    public void IsRefusedWhen(string file) => Assert.That(GreyImage.Read(Encoding.ASCII.GetBytes(file)), Is.Null);

    private static byte[]? Read(string header, params byte[] samples) =>
        GreyImage.Read([.. Encoding.ASCII.GetBytes(header), .. samples])?.Pixels.ToArray();
}
