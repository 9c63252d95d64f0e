using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The platform's HKDF, HMAC and AES-CBC, called as the protocol calls them: RFC 5869, RFC 4231, NIST SP 800-38A.</summary>
[TestFixture]
internal sealed class PlatformVectorTests
{
    private static IEnumerable<TestCaseData> Rfc5869()
    {
        yield return new TestCaseData(Hex.Repeat(0x0B, 22), Hex.Count(0x00, 13), Hex.Count(0xF0, 10),
            "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865").SetArgDisplayNames("A.1");
        yield return new TestCaseData(Hex.Count(0x00, 80), Hex.Count(0x60, 80), Hex.Count(0xB0, 80),
            "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
            + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87").SetArgDisplayNames("A.2");
        yield return new TestCaseData(Hex.Repeat(0x0B, 22), Array.Empty<byte>(), Array.Empty<byte>(),
            "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8").SetArgDisplayNames("A.3");
    }

    [TestCaseSource(nameof(Rfc5869))]
    public void HkdfIsThatOfRfc5869(byte[] ikm, byte[] salt, byte[] info, string prk, string okm)
    {
        byte[] extracted = new byte[32], expanded = new byte[okm.Length / 2], derived = new byte[okm.Length / 2];
        HKDF.Extract(HashAlgorithmName.SHA256, ikm, salt, extracted);
        HKDF.Expand(HashAlgorithmName.SHA256, extracted, expanded, info);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, derived, salt, info);
        Assert.That((Hex.Of(extracted), Hex.Of(expanded), Hex.Of(derived)), Is.EqualTo((prk, okm, okm)));
    }

    private static IEnumerable<TestCaseData> Rfc4231()
    {
        yield return Case(1, Hex.Repeat(0x0B, 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        yield return Case(2, "Jefe"u8.ToArray(), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        yield return Case(3, Hex.Repeat(0xAA, 20), Hex.Repeat(0xDD, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
        yield return Case(4, Hex.Count(1, 25), Hex.Repeat(0xCD, 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
        yield return Case(6, Hex.Repeat(0xAA, 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
        yield return Case(7, Hex.Repeat(0xAA, 131),
            "This is a test using a larger than block-size key and a larger than block-size data. "
            + "The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");

        static TestCaseData Case(int number, byte[] key, object data, string mac) =>
            new TestCaseData(key, data as byte[] ?? Encoding.ASCII.GetBytes((string)data), mac).SetArgDisplayNames($"case {number}");
    }

    [TestCaseSource(nameof(Rfc4231))]
    public void HmacIsThatOfRfc4231(byte[] key, byte[] data, string mac) => Assert.That(Hex.Of(HMACSHA256.HashData(key, data)), Is.EqualTo(mac));

    /// <summary>SP 800-38A F.2.5 and F.2.6: four whole blocks, no padding.</summary>
    [Test]
    public void AesCbcIsThatOfSp80038A()
    {
        using var aes = Aes.Create();
        aes.SetKey(Hex.Bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"));
        byte[] iv = Hex.Count(0, 16);
        byte[] plaintext = Hex.Bytes(
            "6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51 30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710");
        byte[] ciphertext = Hex.Bytes(
            "f58c4c04d6e5f1ba779eabfb5f7bfbd6 9cfc4e967edb808d679f777bc6702c7d 39f23369a9d9bacfa530e26304231461 b2eb05e2c39be9fcda6c19078c6a9d1b");
        Assert.That(aes.EncryptCbc(plaintext, iv, PaddingMode.None), Is.EqualTo(ciphertext));
        byte[] opened = new byte[plaintext.Length];
        Assert.That(aes.TryDecryptCbc(ciphertext, iv, opened, out int written, PaddingMode.None));
        Assert.That((written, Hex.Of(opened)), Is.EqualTo((64, Hex.Of(plaintext))));
    }

    /// <summary>Signal's library, its tests of AES-CBC: nine bytes, padded to a block.</summary>
    [Test]
    public void AesCbcPadsAsSignalDoes()
    {
        using var aes = Aes.Create();
        aes.SetKey(Hex.Bytes("4e22eb16d964779994222e82192ce9f747da72dc4abe49dfdeeb71d0ffe3796e"));
        byte[] ciphertext = aes.EncryptCbc(Hex.Bytes("30736294a124482a4159"), Hex.Bytes("6f8a557ddc0a140c878063a6d5f31d3d"));
        Assert.That(Hex.Of(ciphertext), Is.EqualTo("dd3f573ab4508b9ed0e45e0baf5608f3"));
    }
}
