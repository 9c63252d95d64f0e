using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Both open a session before either has heard of the other's; the library with itself is the control.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.WithControls))]
internal sealed class SimultaneousInitiationTests(Pairing pairing)
{
    [Test]
    public void ConvergesOnOneSession([Range(1, 2)] int seed)
    {
        using var duo = BothInitiate(seed);
        Letter[] crossing = [duo.Write(duo.Alice), duo.Write(duo.Bob), duo.Write(duo.Alice), duo.Write(duo.Bob)];
        Assert.That(crossing, Has.All.Property(nameof(Letter.Type)).EqualTo(3));
        duo.Random.Shuffle(crossing);
        foreach (Letter letter in crossing)
            letter.To.Open(letter);
        AssertConverges(duo);
        for (int i = 0; i < 20; i++)
            duo.Pass(duo.Anybody());
        duo.End();
    }

    [Test]
    public void ConvergesThroughLossAndReordering([Range(1, 2)] int seed)
    {
        using var duo = BothInitiate(seed, oneTime: seed % 2 == 0);
        new LossyChannel(duo, loss: 0.3, delay: 3).Play(bursts: 8);
        AssertConverges(duo);
        new LossyChannel(duo, loss: 0.3, delay: 3).Play(bursts: 8);
        AssertConverges(duo);
        duo.End();
    }

    [Test]
    public void ConvergesWhenTheFirstMessageOfOneIsLost([Range(1, 2)] int seed)
    {
        using var duo = BothInitiate(seed);
        Party heard = duo.Anybody();
        duo.Write(duo.PeerOf(heard));
        duo.Pass(heard);
        AssertConverges(duo);
        duo.End();
    }

    [Test]
    public void ConvergesOnceCrossingMessagesComeLateAndTwice([Range(1, 2)] int seed)
    {
        using var duo = BothInitiate(seed);
        Letter[] late = [duo.Write(duo.Alice), duo.Write(duo.Bob), duo.Write(duo.Alice), duo.Write(duo.Bob)];
        duo.Pass(duo.Anybody());
        AssertConverges(duo);
        duo.Random.Shuffle(late);
        foreach (Letter letter in late)
        {
            letter.To.Open(letter);
            letter.To.Refuse(letter, "duplicate");
        }
        AssertConverges(duo);
        duo.End();
    }

    [Test]
    public void ThreeSessionsAtOnceConverge([Range(1, 2)] int seed)
    {
        using var duo = BothInitiate(seed);
        List<Letter> crossing = [];
        for (int i = 0; i < 3; i++)
        {
            Letter[] letters = [duo.Write(duo.Alice), duo.Write(duo.Bob)];
            // One in three is lost.
            crossing.AddRange(letters.Where(_ => duo.Random.Next(3) > 0));
            duo.Alice.StartSession(duo.Bob);
            duo.Bob.StartSession(duo.Alice);
        }
        Letter[] arriving = [.. crossing];
        duo.Random.Shuffle(arriving);
        foreach (Letter letter in arriving)
            letter.To.Open(letter);
        AssertConverges(duo);
        duo.End();
    }

    private Duo BothInitiate(int seed, bool oneTime = true)
    {
        var duo = new Duo(pairing, seed);
        duo.Alice.StartSession(duo.Bob, oneTime);
        duo.Bob.StartSession(duo.Alice, oneTime);
        return duo;
    }

    /// <summary>After two undisturbed messages each way nobody repeats what opened a session, and each answer turns the ratchet: its message
    /// is number 0 of a new chain. In a session of one's own, which the other does not send in, the numbers would go up.</summary>
    private static void AssertConverges(Duo duo)
    {
        duo.Turn();
        duo.Turn();
        foreach (Letter letter in (Letter[])[duo.Pass(duo.Alice), duo.Pass(duo.Bob), duo.Pass(duo.Alice)])
        {
            Assert.That(letter.Type, Is.EqualTo(2));
            Assert.That(MessageShape.Of(letter), Does.Contain(" 2=0 "));
        }
    }
}
