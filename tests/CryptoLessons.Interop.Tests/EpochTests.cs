using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Conversations so long that the post-quantum ratchet agrees several secrets, each party making the key pair of some and
/// encapsulating for others.</summary>
/// <remarks>Alice makes the key pairs of the odd epochs, Bob those of the even ones.</remarks>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.OfTripleRatchets))]
internal sealed class EpochTests(Pairing pairing)
{
    // Epochs count from 1: two that Alice makes the keys of and one of Bob's have passed.
    private const ulong Enough = 4;

    [Test]
    public void PassesThreeEpochsInADialogue([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        var epochs = new SeenEpochs();
        for (int round = 0; epochs.Behind(duo) < Enough && round < 250; round++)
        {
            epochs.See(duo.Pass(duo.Alice));
            epochs.See(duo.Pass(duo.Bob));
            if (round % 40 == 20)
                Restart(duo, epochs);
        }
        epochs.AssertPassed(duo, Enough);
        duo.End();
    }

    [Test]
    public void PassesThreeEpochsThroughLossAndReordering([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed, oneTime: seed % 2 == 0);
        var epochs = new SeenEpochs();
        for (int part = 0; epochs.Behind(duo) < Enough && part < 25; part++)
        {
            new LossyChannel(duo, loss: 0.35, delay: 3).Play(bursts: 40, epochs.See);
            Restart(duo, epochs);
        }
        epochs.AssertPassed(duo, Enough);
        duo.End();
    }

    /// <summary>What is under way at that moment is read after it.</summary>
    private static void Restart(Duo duo, SeenEpochs epochs)
    {
        Letter[] underWay = [duo.Write(duo.Alice), duo.Write(duo.Bob), duo.Write(duo.Alice), duo.Write(duo.Bob)];
        duo.RestartOurs();
        duo.Random.Shuffle(underWay);
        foreach (Letter letter in underWay)
        {
            epochs.See(letter);
            letter.To.Open(letter);
        }
    }
}
