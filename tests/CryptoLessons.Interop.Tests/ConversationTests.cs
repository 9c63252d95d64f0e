using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Conversations between this library and Signal's own: what one seals, the other opens.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.All))]
internal sealed class ConversationTests(Pairing pairing)
{
    [Test]
    public void OpensADialogue([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        for (int i = 0; i < 40; i++)
            duo.Pass(duo.Anybody());
        duo.End();
    }

    [Test]
    public void OpensADialogueThatBeganWithoutAOneTimePreKey([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed, oneTime: false);
        for (int i = 0; i < 20; i++)
            duo.Pass(duo.Anybody());
        duo.End();
    }

    [Test]
    public void OpensBurstsInOrder([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        for (int burst = 0; burst < 8; burst++)
        {
            Party writer = duo.Anybody();
            Letter[] letters = [.. Enumerable.Range(0, duo.Random.Next(2, 20)).Select(_ => duo.Write(writer))];
            foreach (Letter letter in letters)
                letter.To.Open(letter);
        }
        duo.End();
    }

    [Test]
    public void OpensWhatArrivesOfAThirdLostAndTheRestOutOfOrder([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        new LossyChannel(duo, loss: 0.3, delay: 3).Play(bursts: 30);
        Assert.That(Math.Min(duo.Alice.Opened, duo.Bob.Opened), Is.GreaterThan(5), "messages went both ways");
        duo.End();
    }

    [Test]
    public void OpensTheInitiatorsFirstMessagesInWhateverOrder([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        duo.Alice.StartSession(duo.Bob);
        Letter[] letters = [.. Enumerable.Range(0, 10).Select(_ => duo.Write(duo.Alice))];
        Assert.That(letters, Has.All.Property(nameof(Letter.Type)).EqualTo(3), "prekey messages, until an answer arrives");
        duo.Random.Shuffle(letters);
        foreach (Letter letter in letters)
            duo.Bob.Open(letter);
        duo.Pass(duo.Bob);
        Assert.That(duo.Pass(duo.Alice).Type, Is.EqualTo(2));
        duo.End();
    }

    [Test]
    public void OpensMessagesThatAreLateByFourSteps([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Pass(duo.Bob);
        for (int round = 0; round < 3; round++)
        {
            Letter[] late = [duo.Write(duo.Alice), duo.Write(duo.Alice), duo.Write(duo.Alice)];
            for (int step = 0; step < 4; step++)
                duo.Turn();
            duo.Random.Shuffle(late);
            foreach (Letter letter in late)
                duo.Bob.Open(letter);
            Letter[] answers = [duo.Write(duo.Bob), duo.Write(duo.Bob)];
            for (int step = 0; step < 4; step++)
                duo.Turn();
            foreach (Letter letter in answers)
                duo.Alice.Open(letter);
        }
        duo.End();
    }

    [Test]
    public void RefusesMessagesOfTheSixthChainBack([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Pass(duo.Bob);
        Letter[] late = [duo.Write(duo.Alice), duo.Write(duo.Alice)];
        duo.Pass(duo.Alice);
        duo.Pass(duo.Bob);
        for (int step = 0; step < 5; step++)
            duo.Turn();
        foreach (Letter letter in late)
            duo.Bob.Refuse(letter, "invalid_message");
        duo.Turn();
        duo.End();
    }

    [Test]
    public void RefusesDuplicates([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        List<Letter> seen = [];
        for (int i = 0; i < 30; i++)
        {
            seen.Add(duo.Pass(duo.Anybody()));
            seen[^1].To.Refuse(seen[^1], "duplicate");
            // Older ones too, as long as their chain is kept.
            Letter older = seen[duo.Random.Next(Math.Max(0, seen.Count - 4), seen.Count)];
            older.To.Refuse(older, "duplicate");
        }
        duo.End();
    }
}
