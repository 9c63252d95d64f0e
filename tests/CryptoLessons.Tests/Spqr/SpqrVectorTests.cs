using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Keys, MACs and chunks as an implementation that spoke with Signal's library computed them.</summary>
public class SpqrVectorTests
{
    private static SpqrAuthKey AuthKey => new(Hex.Repeat(0x29, 32));

    private static SharedSecret Shared => new(Hex.Repeat(0x55, 32));

    [Test]
    public void TheAuthenticatorStarts() => Expect(Authenticator.Start(AuthKey),
        "486eb283e739a2b7baea016d6a70df801616dfbf3f022b77a27cfaa3360348a0", "5a368111ae4f8d5d407e4b9a369e67af9e01d9449cf2b5e50cede3f7ab525a1e");

    [Test]
    public void TheAuthenticatorIsRenewed() => Expect(Authenticator.Start(AuthKey).Update(1, SpqrKeySchedule.DeriveEpochSecret(1, Shared)),
        "db3ab11435a278a5d56ed2205fafbcb09058335a4a051c83290e99a3ec26ea75", "e5bc512bbb355d85f6936b672b90ddbf911fd3cf5d6c3dffed3ba927c8057355");

    [Test]
    public void AHeaderHasItsMac() => Assert.That(Hex.Of(Authenticator.Start(AuthKey).HeaderMac(1, Hex.Count(0, 64))),
        Is.EqualTo("66661f0392da7880ca1ab8c1b81599740cf445b7c0ba60c91c05ed2fe8ce7ffe"));

    [Test]
    public void ACiphertextHasItsMac() => Assert.That(
        Hex.Of(Authenticator.Start(AuthKey).CiphertextMac(1, Hex.Repeat(0x11, 960), Hex.Repeat(0x11, 128))),
        Is.EqualTo("3b28df8766af6a32e8f406a771b1211654154fb60e0988c20bb6421c94d17dfd"));

    [Test]
    public void AnEpochHasItsSecret() => Assert.That(Hex.Of(SpqrKeySchedule.DeriveEpochSecret(1, Shared).Bytes),
        Is.EqualTo("5ab0a257ea04c5773380cf422677e77170eaa1022bfe949e718058a9d07383b3"));

    [Test]
    public void TheChainsStart() => Expect(SpqrKeySchedule.StartChains(AuthKey),
        "c6f396ad3b038d7bb7eedbabd7c45c83eef0c9c42fca9f44d6f056e4b68be30c",
        "d45d5d9ebca8f45f591019cfe4231f37663b50de7c9d419e8eb4dd50f3726384",
        "598c199754146d732fe1bf89926833f0ed44b8a5220b662bdf0398c28c4f49ab");

    [Test]
    public void AnEpochBeginsNewChains() => Expect(
        SpqrKeySchedule.AddEpoch(SpqrKeySchedule.StartChains(AuthKey).NextRoot, SpqrKeySchedule.DeriveEpochSecret(1, Shared)),
        "705dcf319896f51097b4b67577144eaf2406fd294df69d06c1f99de33a37aebc",
        "34d8f641024a65964cb4c02a5cbdfd85f3b645e0c36b933cb04e96e41fc5c477",
        "24f1ecef534e2011ffa1321e38775d00fae21e13f1428085930f8c35a783574b");

    [Test]
    public void AChainGivesItsKeys()
    {
        var (next, first) = SpqrKeySchedule.NextKey(SpqrKeySchedule.StartChains(AuthKey).A2B, 1);
        var (_, second) = SpqrKeySchedule.NextKey(next, 2);
        Assert.That(Hex.Of(first.Bytes), Is.EqualTo("9bcdfae095d09aa8ab367dd231d1d271fe580b555bcc6f64ff079d53d9a9db5d"));
        Assert.That(Hex.Of(second.Bytes), Is.EqualTo("6af868be8ea72f8ca3bb819c9623c0c9ffebd6f8503937d8f4fac142ac42a48e"));
    }

    [TestCase(0x0002, 0x8000, 0x100b)]
    [TestCase(0x1234, 0x5678, 0x6324)]
    [TestCase(0xffff, 0xffff, 0x0733)]
    [TestCase(0x0003, 0x0007, 0x0009)]
    [TestCase(0x0000, 0x5678, 0x0000)]
    public void ElementsOfTheFieldMultiply(int a, int b, int product)
    {
        Assert.That(Gf65536.Multiply((ushort)a, (ushort)b), Is.EqualTo(product));
        Assert.That(Gf65536.Multiply((ushort)b, (ushort)a), Is.EqualTo(product));
    }

    [TestCase(96, 3, "a16bc3299d9f2fcd79b3fbd1b527a735517b33f94daf1f1da943eb2165b79705")]
    [TestCase(96, 4, "918094d4bf13deca3ae97ae7864c50f2c1aac7bedefef93d9ce86cd726ed7125")]
    [TestCase(96, 5, "f1a0b4741f733eaadac91a87e66cb052618a271e7eded9ddfc080c77c6cd51c5")]
    [TestCase(96, 65535, "7944a7fb156a8c72ed784a6f33eda449eefa6e60accb125e8f4afa5cf17c9a46")]
    [TestCase(160, 5, "d1b683695e5f5c9089ee088cc57ad76811bb43240defdcddda1e1b7c95ea54c5")]
    public void AMessageHasItsChunks(int size, int index, string chunk) =>
        Assert.That(Hex.Of(new ErasureEncoder(Quadratic(size), (ushort)index).Chunk.Data), Is.EqualTo(chunk));

    [Test]
    public void TheFirstChunksAreTheMessageItself()
    {
        byte[] message = Quadratic(96);
        for (int j = 0; j < 3; j++)
            Assert.That(Hex.Of(new ErasureEncoder(message, (ushort)j).Chunk.Data), Is.EqualTo(Hex.Of(message.AsSpan(32 * j, 32))));
    }

    private static byte[] Quadratic(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(7 * i * i + 3 * i + 1))];

    private static void Expect(Authenticator authenticator, string rootKey, string macKey) =>
        Assert.That((Hex.Of(authenticator.RootKey.Bytes), Hex.Of(authenticator.MacKey.Bytes)), Is.EqualTo((rootKey, macKey)));

    private static void Expect((SpqrRootKey NextRoot, SpqrChainKey A2B, SpqrChainKey B2A) chains, string nextRoot, string a2b, string b2a) =>
        Assert.That((Hex.Of(chains.NextRoot.Bytes), Hex.Of(chains.A2B.Bytes), Hex.Of(chains.B2A.Bytes)), Is.EqualTo((nextRoot, a2b, b2a)));
}
