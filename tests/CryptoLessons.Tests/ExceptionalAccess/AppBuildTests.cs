using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Two builds that are not the same have another hash, whatever a provider says of them.</summary>
[TestFixture]
internal sealed class AppBuildTests
{
    private static readonly DhPublicKey One = new(Hex.Count(1, 32)), Two = new(Hex.Count(2, 32));

    private static readonly AppBuild[] Builds = [new(0), new(1), new(uint.MaxValue), new(1, One), new(1, Two), new(2, One)];

    [Test]
    public void EachBuildHasOneWriting() => StrictFormat.Check(
        [.. Builds.Select(build => build.Serialize())], bytes => AppBuild.TryParse(bytes, out AppBuild? build) ? build.Serialize() : null);

    [Test]
    public void ReadsWhatItWrote()
    {
        foreach (AppBuild build in Builds)
        {
            Assert.That(AppBuild.TryParse(build.Serialize(), out AppBuild? read));
            Assert.That(read, Is.EqualTo(build));
        }
    }

    [Test]
    public void DifferentBuildsHaveDifferentHashes() =>
        Assert.That(Builds.Select(build => Hex.Of(build.Hash())).Distinct().Count(), Is.EqualTo(Builds.Length));

    [Test]
    public void TheHashIsThatOfTheShippedBytes() => Assert.That(Builds[3].Hash(),
        Is.EqualTo(System.Security.Cryptography.SHA256.HashData((byte[])[0x08, 1, 0x12, 32, .. Hex.Count(1, 32)])));
}
