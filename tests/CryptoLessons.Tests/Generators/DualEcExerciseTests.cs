using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Generators;

/// <summary>A published exercise: a point Q, the number d, 32 bytes that a generator put out. Which bytes come next?</summary>
[TestFixture]
internal sealed class DualEcExerciseTests
{
    private static readonly byte[] Shown = Hex.Bytes("8fc4b1d886a3ac3d3ae3c13722bc5eead9d1dd5eda876ca59b8c33ebeb6e2616");
    private static readonly DualEcTrapdoor Trapdoor = new(Hex.Bytes("561021d34971c6b5da29dbefb21413a469a751356392133a4a78981fb51f3a01"));
    private static readonly DualEcConstants Constants = new(
        Hex.Bytes("d19761748936051e5fb436f5c383a2ca6fbd1e61f227a3d70f44d73311781b32"),
        Hex.Bytes("dc4c729f6de383957f62d1318197757cd2015ae6f27066ef9990fcf6d4319d82"));

    // Two seconds of work, for all tests.
    private static readonly Lazy<DualEcCandidate[]> Candidates = new(() => [.. Trapdoor.Candidates(Constants, Shown.AsMemory(0, 30))]);

    [Test]
    public void TheNumberBelongsToThePoint()
    {
        Assert.That(Trapdoor.Opens(Constants));
        Assert.That(Trapdoor.Constants().Q, Is.EqualTo(Constants.Q));
        Assert.That(Trapdoor.Opens(DualEcConstants.Standard), Is.False);
    }

    [Test]
    public void AboutHalfOfTheGuessesArePointsOfTheCurve() => Assert.That(Candidates.Value, Has.Length.EqualTo(32_907));

    [Test]
    public void OneGuessSurvivesTheTwoBytesMoreAndTellsWhatFollows()
    {
        DualEcCandidate[] survivors = [.. Candidates.Value.AsParallel()
            .Where(candidate => Bytes(candidate.Next(), 2).AsSpan().SequenceEqual(Shown.AsSpan(30)))];
        Assert.That(survivors.Select(survivor => survivor.Missing), Is.EqualTo((int[])[0x1b09]));
        Assert.That(Hex.Of(Bytes(survivors[0].Next(), 30)), Is.EqualTo("2616" + "65d2cde25ece5cdbf854f1e84c4caa75bb39f3d5310de4184c302dc1"));
    }

    [Test]
    public void TheNextStateIsThePublishedOne()
    {
        DualEcDrbg next = new(Constants, Hex.Bytes("f80fbc6ace1dfed1d66c1d032688ec8d413cd800e46ff73f6f4af10d37fd6ea2"));
        Assert.That(Bytes(Candidates.Value.Single(candidate => candidate.Missing == 0x1b09).Next(), 300), Is.EqualTo(Bytes(next, 300)));
    }

    private static byte[] Bytes(DualEcDrbg generator, int count)
    {
        byte[] bytes = new byte[count];
        generator.Fill(bytes);
        return bytes;
    }
}
