using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>One side opens a new session from a new bundle: what is still under way in the old ones opens, in both libraries.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.All))]
internal sealed class ReopenedSessionTests(Pairing pairing)
{
    private const int Reopened = 4;

    [Test]
    public void OpensLateMessagesOfTheArchivedSession([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Turn();
        Letter[] late = [duo.Write(duo.Alice), duo.Write(duo.Bob), duo.Write(duo.Alice), duo.Write(duo.Bob)];
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 0);
        Assert.That(duo.Pass(duo.Alice).Type, Is.EqualTo(3));
        duo.Pass(duo.Bob);
        duo.Random.Shuffle(late);
        foreach (Letter letter in late)
            letter.To.Open(letter);
        Assert.That((duo.Pass(duo.Alice).Type, duo.Pass(duo.Bob).Type), Is.EqualTo((2, 2)));
        duo.Turn();
        duo.End();
    }

    /// <summary>Seen on the wire: in the newer session the receiver's numbers have gone up, in the promoted one they begin at 0.</summary>
    [Test]
    public void AnswersALateMessageInItsOwnSession([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Turn();
        Party receiver = seed % 2 == 0 ? duo.Alice : duo.Bob;
        Letter late = duo.Write(duo.PeerOf(receiver));
        duo.Alice.StartSession(duo.Bob);
        duo.Turn();
        duo.Pass(receiver);
        Assert.That(MessageShape.Of(duo.Pass(receiver)), Does.Not.Contain(" 2=0 "));
        receiver.Open(late);
        Assert.That(MessageShape.Of(duo.Pass(receiver)), Does.Contain(" 2=0 "));
        duo.Turn();
        duo.End();
    }

    [Test]
    public void OpensLateMessagesOfManySessionsInAnyOrder([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        List<Letter> late = [];
        for (int i = 0; i < Reopened; i++)
        {
            late.AddRange([duo.Write(duo.Alice), duo.Write(duo.Bob)]);
            Party opener = duo.Anybody();
            opener.StartSession(duo.PeerOf(opener), oneTime: duo.Random.Next(2) == 0);
            duo.Pass(opener);
        }
        Letter[] arriving = [.. late];
        duo.Random.Shuffle(arriving);
        foreach (Letter letter in arriving)
        {
            letter.To.Open(letter);
            letter.To.Refuse(letter, "duplicate");
            if (duo.Random.Next(2) == 0)
                duo.Pass(duo.Anybody());
        }
        duo.Turn();
        duo.End();
    }

    [Test]
    public void OpensRepeatedPreKeyMessagesOfAnArchivedSession([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 0);
        Letter first = duo.Pass(duo.Alice);
        Letter[] late = [duo.Write(duo.Alice), duo.Write(duo.Alice)];
        Assert.That(late, Has.All.Property(nameof(Letter.Type)).EqualTo(3));
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 0);
        duo.Pass(duo.Alice);
        duo.Bob.Refuse(first, "duplicate");
        duo.Bob.Open(late[1]);
        duo.Pass(duo.Bob);
        duo.Bob.Open(late[0]);
        duo.Turn();
        duo.End();
    }

    [Test]
    public void AnUnansweredArchivedSessionSendsPlainMessagesAgain([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        duo.Alice.StartSession(duo.Bob);
        duo.Pass(duo.Alice);
        Letter answer = duo.Write(duo.Bob);
        duo.Alice.StartSession(duo.Bob);
        Letter unheard = duo.Write(duo.Alice);
        duo.Alice.Open(answer);
        Assert.That(duo.Pass(duo.Alice).Type, Is.EqualTo(2));
        duo.Bob.Open(unheard);
        duo.Turn();
        duo.End();
    }

    [Test]
    public void TheOldestOfFortyOneArchivedSessionsFallsOut()
    {
        using var duo = Duo.InSession(pairing, seed: 1);
        duo.Turn();
        List<Letter> toBob = [], toAlice = [];
        for (int i = 0; i < 41; i++)
        {
            toBob.Add(duo.Write(duo.Alice));
            toAlice.Add(duo.Write(duo.Bob));
            duo.Alice.StartSession(duo.Bob);
            duo.Turn();
        }
        duo.Bob.Refuse(toBob[0], "invalid_message");
        duo.Alice.Refuse(toAlice[0], "invalid_message");
        foreach (Letter letter in toBob[1..].Concat(toAlice[1..]))
            letter.To.Open(letter);
        duo.Turn();
        duo.End();
    }
}
