using System.Security.Cryptography;
using System.Text;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>A hundred keys, ciphertexts and secrets of each KEM, against published digests of all of them.</summary>
/// <remarks>
/// The files of NIST's generator are more than a megabyte each. liboqs (MIT) publishes their SHA-256 in tests/KATs/kem/kats.json as "all", and
/// that of the first record as "single", which for ML-KEM-768 is PQClean's nistkat-sha256 (public domain) too. The accumulated digests stand in
/// TestAccumulated of Go's crypto/mlkem (BSD).
/// </remarks>
[TestFixture]
internal sealed class KnownAnswerTests
{
    private const int Records = 100;

    [Test]
    public void Kyber1024GivesTheKnownAnswersOfRound3() => AssertDigests(Kyber1024Record,
        first: "5afcf2a568ad32d49b55105b032af1850f03f3888ff9e2a72f4059c58e968f60",
        all: "b72b97eb9270d76f2c7a8a0b03022c81c879af9e247abff52405127d77dd3a46");

    [Test]
    public void MlKem768GivesTheKnownAnswersOfFips203() => AssertDigests(MlKem768Record,
        first: "5352539586b6c3df58be6158a6250aeff402bd73060b0a3de68850ac074c17c3",
        all: "e5d6911117c708d8342702db222f66bef5ac5b0314fb8bc36eb22a536c9b34fb");

    /// <summary>As above, and what a random ciphertext is answered with: the implicit rejection.</summary>
    [TestCase(100, "1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415")]
    [TestCase(10_000, "8a518cc63da366322a8e7a818c7a0d63483cb3528d34a4cf42f35d5ad73f22fc")]
    public void MlKem768GivesTheAccumulatedAnswers(int count, string digest)
    {
        // What is drawn and what the answers are hashed with is BouncyCastle's SHAKE128: this KEM shall not judge itself.
        var drawn = new GivenBytes(Oracles.Shake(128, [], count * (MlKem768KeyPair.SeedSize + 32 + MlKem768.CiphertextSize)));
        using var answers = new MemoryStream();
        for (int i = 0; i < count; i++)
        {
            using var pair = MlKem768KeyPair.Generate(drawn);
            Assert.That(MlKem768.TryEncapsulate(pair.PublicKey, drawn, out byte[]? ciphertext, out SharedSecret? secret));
            answers.Write(pair.PublicKey);
            answers.Write(ciphertext);
            answers.Write(secret!.Bytes);
            answers.Write(MlKem768.Decapsulate(pair, Draw(drawn, MlKem768.CiphertextSize)).Bytes);
        }
        Assert.That(Hex.Of(Oracles.Shake(128, answers.ToArray(), 32)), Is.EqualTo(digest));
    }

    private static string Kyber1024Record(RandomSource random)
    {
        // Round 3 drew d and z one after the other, which of this generator gives other bytes than drawing both at once.
        using var pair = Kyber1024KeyPair.FromSeed([.. Draw(random, 32), .. Draw(random, 32)]);
        (byte[] ciphertext, SharedSecret secret) = Kyber1024.Encapsulate(pair.Public, random);
        Assert.That(Hex.Of(Kyber1024.Decapsulate(pair, ciphertext).Bytes), Is.EqualTo(Hex.Of(secret.Bytes)));
        return Record(pair.Key, ciphertext, secret);
    }

    private static string MlKem768Record(RandomSource random)
    {
        using var pair = MlKem768KeyPair.Generate(random);
        Assert.That(MlKem768.TryEncapsulate(pair.PublicKey, random, out byte[]? ciphertext, out SharedSecret? secret));
        Assert.That(Hex.Of(MlKem768.Decapsulate(pair, ciphertext).Bytes), Is.EqualTo(Hex.Of(secret!.Bytes)));
        return Record(pair.Key, ciphertext!, secret);
    }

    private static string Record(DecapsulationKey key, byte[] ciphertext, SharedSecret secret) =>
        $"pk = {Digits(key.EncapsulationKey)}\nsk = {Digits(PrivateKeys.Encode(key))}\nct = {Digits(ciphertext)}\nss = {Digits(secret.Bytes)}\n";

    private static void AssertDigests(Func<RandomSource, string> record, string first, string all)
    {
        var seeds = new NistDrbg(Hex.Count(0, NistDrbg.SeedSize));
        string[] records = [.. Enumerable.Range(0, Records).Select(count =>
        {
            byte[] seed = Draw(seeds, NistDrbg.SeedSize);
            return $"count = {count}\nseed = {Digits(seed)}\n{record(new NistDrbg(seed))}";
        })];
        Assert.That((Sha256(records[0]), Sha256(string.Join('\n', records))), Is.EqualTo((first, all)));
    }

    private static byte[] Draw(RandomSource random, int size)
    {
        byte[] bytes = new byte[size];
        random.Fill(bytes);
        return bytes;
    }

    private static string Digits(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);

    private static string Sha256(string text) => Hex.Of(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
