using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Evasions;

/// <summary>A second message in the choice of ratchet keys, one byte in each.</summary>
[TestFixture]
internal sealed class AnamorphicTests
{
    // The highest bit of a Curve25519 public key is zero: the byte that has it is not like the others.
    private const int Uniform = DhPublicKey.Size - 1;

    private const double Sigmas = 5;

    // Long enough that statistics has something to look at, and of few letters, as texts are.
    private static readonly byte[] Hidden = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("at dawn, by the old mill; ", 5))[..127]);

    private SeededRandom random = null!;
    private AnamorphicKey shared = null!;

    [SetUp]
    public void Agree()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().Next());
        shared = AnamorphicKey.Generate(random.Child("double key"));
    }

    [TearDown]
    public void Part() => shared.Dispose();

    [Test]
    public void TheHiddenMessageArrivesAtAMeanOf256DrawsForAByte()
    {
        var (generator, keys) = Draw(Hidden, Hidden.Length + 1);
        Assert.That(shared.Read(keys), Is.EqualTo(Hidden));
        Assert.That(generator.Keys, Is.EqualTo(Hidden.Length + 1));
        // Draws until a hit of probability 1/256: geometric, and its deviation is about its mean.
        double mean = (double)generator.Tries / generator.Keys;
        Assert.That(mean, Is.EqualTo(256).Within(Sigmas * 256 / Math.Sqrt(generator.Keys)));
    }

    [Test]
    public void EveryMessageUnderAKeyRepeatsItAndSaysNothingMore()
    {
        var (_, keys) = Draw("noon"u8, 6);
        Assert.That(shared.Read(keys.SelectMany(key => Enumerable.Repeat(key, 3))), Is.EqualTo("noon"u8.ToArray()));
    }

    [Test]
    public void WhatHasNotAllComeIsNotRead()
    {
        var (_, keys) = Draw("noon"u8, 5);
        for (int come = 0; come < keys.Length; come++)
            Assert.That(shared.Read(keys.Take(come)), Is.Null, $"{come} keys");
        Assert.That(shared.Read(keys), Is.EqualTo("noon"u8.ToArray()));
        Assert.That(shared.Read(Draw([], 1).Keys), Is.Empty);
    }

    [Test]
    public void AnotherDoubleKeyFindsNothing()
    {
        var (_, keys) = Draw(Hidden, Hidden.Length + 1);
        using AnamorphicKey another = AnamorphicKey.Generate(random.Child("another"));
        byte[] found = [.. keys.Skip(1).Select(another.ByteOf)];
        // By chance one byte in 256 is right.
        Assert.That(found.Zip(Hidden).Count(pair => pair.First == pair.Second), Is.LessThan(8));
        Assert.That(another.Read(keys), Is.Not.EqualTo(Hidden));
    }

    [Test]
    public void StatisticsOfTheKeysFindsNothing()
    {
        DhPublicKey[] hiding = Draw(Hidden, Hidden.Length + 1).Keys, honest = [.. Enumerable.Range(0, hiding.Length).Select(_ => DhKeyPair.Generate(random).Public)];
        Assert.That(ChiSquare([.. hiding.SelectMany(Bytes)]), Is.LessThan(UniformAtMost));
        Assert.That(ChiSquare([.. honest.SelectMany(Bytes)]), Is.LessThan(UniformAtMost), "keys in which nothing is hidden");
        using AnamorphicKey another = AnamorphicKey.Generate(random.Child("another"));
        Assert.That(ChiSquare([.. hiding.Select(another.ByteOf)]), Is.LessThan(UniformAtMost), "what another key makes of them");
        // The same test, with the key that finds it: it is not a test that finds nothing anywhere.
        Assert.That(ChiSquare([.. hiding.Select(shared.ByteOf)]), Is.GreaterThan(UniformAtMost));
    }

    [Test]
    public void AfterTheLastByteKeysCostOneDrawAgain()
    {
        var (generator, _) = Draw("noon"u8, 5);
        long tries = generator.Tries;
        for (int i = 0; i < 20; i++)
            DhKeyPair.Generate(generator).Dispose();
        Assert.That((generator.Tries, generator.Keys), Is.EqualTo((tries, 5)));
    }

    [Test]
    public void WhatIsNoPrivateKeyIsFilledAtOnce()
    {
        var generator = new AnamorphicGenerator(random.Copy(), shared, "noon"u8);
        byte[] filled = new byte[12], expected = new byte[12];
        generator.Fill(filled);
        random.Fill(expected);
        Assert.That(filled, Is.EqualTo(expected));
        Assert.That(generator.Tries, Is.Zero);
    }

    [Test]
    public void ACopyGoesOnFromTheSamePlaceByItself()
    {
        var (generator, keys) = Draw("noon"u8, 2);
        AnamorphicGenerator copy = generator.Copy();
        DhPublicKey[] Rest(AnamorphicGenerator source) => [.. Enumerable.Range(0, 3).Select(_ => DhKeyPair.Generate(source).Public)];
        DhPublicKey[] ofCopy = Rest(copy);
        Assert.That(Rest(generator), Is.EqualTo(ofCopy));
        Assert.That(shared.Read([.. keys, .. ofCopy]), Is.EqualTo("noon"u8.ToArray()));
    }

    /// <summary>A phone may draw everything from one generator: after a copy, its copies do too.</summary>
    [Test]
    public void ACopyStandsOnTheCopyOfWhatOthersDrawFromToo()
    {
        SeededRandom one = random.Child("generator"), copied = one.Copy();
        var generator = new AnamorphicGenerator(one, shared, "noon"u8);
        AnamorphicGenerator copy = generator.Copy(one, copied);
        byte[] Turn(SeededRandom source, AnamorphicGenerator hiding)
        {
            byte[] drawn = new byte[3 * Secret.Size];
            hiding.Fill(drawn.AsSpan(..Secret.Size));
            source.Fill(drawn.AsSpan(Secret.Size, Secret.Size));
            hiding.Fill(drawn.AsSpan(2 * Secret.Size));
            return drawn;
        }
        Assert.That(Turn(copied, copy), Is.EqualTo(Turn(one, generator)));
    }

    [Test]
    public void MoreThan255BytesAreMisuse() =>
        Assert.That(() => new AnamorphicGenerator(random, shared, new byte[256]), Throws.ArgumentException.With.Message.Contains("at most 255 bytes, not 256"));

    /// <summary>It stands below every suite, whatever that adds to a message.</summary>
    [Test]
    public void ItWorksUnderASuiteThatSealsKeys()
    {
        using var authority = DhKeyPair.Generate(random);
        var suite = new MessageKeyEscrow(new SignalFunctions(new AnamorphicGenerator(random, shared, "noon"u8)), authority.Public, random.Child("seal"));
        Assert.That(shared.Read(Enumerable.Range(0, 5).Select(_ => suite.GenerateDh().Public)), Is.EqualTo("noon"u8.ToArray()));
    }

    private static double UniformAtMost => 255 + (Sigmas * Math.Sqrt(2 * 255));

    private static byte[] Bytes(DhPublicKey key) => key.U[..Uniform].ToArray();

    /// <summary>Pearson's statistic of 256 values that should be equally frequent: 255 on average, with a deviation of about 22.6.</summary>
    private static double ChiSquare(byte[] bytes)
    {
        double expected = bytes.Length / 256.0;
        var counts = bytes.CountBy(value => value).ToDictionary();
        return Enumerable.Range(0, 256).Sum(value => Math.Pow(counts.GetValueOrDefault((byte)value) - expected, 2) / expected);
    }

    private (AnamorphicGenerator Generator, DhPublicKey[] Keys) Draw(ReadOnlySpan<byte> hidden, int keys)
    {
        var generator = new AnamorphicGenerator(random.Child("keys"), shared, hidden);
        return (generator, [.. Enumerable.Range(0, keys).Select(_ => DhKeyPair.Generate(generator).Public)]);
    }
}
