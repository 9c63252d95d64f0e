using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Spqr;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Chain keys and message keys against the vector of Signal's library and those computed by an interoperating implementation.</summary>
[TestFixture]
internal sealed class ChainVectorTests
{
    private static readonly SignalFunctions Functions = new(new SeededRandom(1));

    private static (string Cipher, string Mac, string Iv) Expand(MessageSeed seed, string salt)
    {
        using MessageKey mk = Functions.KdfHybrid(seed, salt.Length == 0 ? null : new SpqrMessageKey(Hex.Bytes(salt)));
        using var keys = new MessageKeys(mk, stackalloc byte[MessageKeys.Size]);
        return (Hex.Of(keys.CipherKey), Hex.Of(keys.MacKey), Hex.Of(keys.Iv));
    }

    [Test]
    public void TheChainAndItsFirstMessageKeysAreSignals()
    {
        var (next, seed) = Functions.KdfCk(new ChainKey(Hex.Bytes("8ab72d6f4cc5ac0d387eaf463378ddb28edd07385b1cb01250c715982e7ad48f")));
        Assert.That(Hex.Of(next.Bytes), Is.EqualTo("28e8f8fee54b801eef7c5cfb2f17f32c7b334485bbb70fac6ec10342a246d15d"));
        Assert.That(Expand(seed, salt: ""), Is.EqualTo((
            "bf51e9d75e0e31031051f82a2491ffc084fa298b7793bd9db620056febf45217",
            "c6c77d6a73a354337a56435e34607dfe48e3ace14e77314dc6abc172e7a7030b",
            "afa8207986b692a116d4b40bbff72d6c")));
    }

    [Test]
    public void MessageKeysWithoutASaltAreAsComputed() =>
        Assert.That(Expand(new(Hex.Repeat(0xAA, 32)), salt: ""), Is.EqualTo((
            "c1db3d0d1034d49697ac653c312286304df05e62f3d7f5224252aabc3ef9aac5",
            "101db09d8f4d4e2b7dd296d5b28b043f0f07a6e639ea1c51b1ebe52c1e1231c2",
            "3e081a6c68952b938f623cd3a1ff146a")));

    [Test]
    public void MessageKeysWithASaltAreAsComputed() =>
        Assert.That(Expand(new(Hex.Repeat(0xAA, 32)), salt: "9bcdfae095d09aa8ab367dd231d1d271fe580b555bcc6f64ff079d53d9a9db5d"), Is.EqualTo((
            "13de31141443f189208b15cbf72107bfda0cbbb7e37901233ee7f8a498280160",
            "5691d5d28efee643197a4113f47f7b1b4c68dfe1e9003b1bc4bee811e3b32445",
            "122d422fd75e9d99def6c4cebe260cda")));

    [Test]
    public void NoSaltIs32ZeroBytes() =>
        Assert.That(Expand(new(Hex.Repeat(0xAA, 32)), salt: new string('0', 64)), Is.EqualTo(Expand(new(Hex.Repeat(0xAA, 32)), salt: "")));
}
