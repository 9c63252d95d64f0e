using CryptoLessons.Notebooks.Jupyter.Zmtp;
using NUnit.Framework;

namespace CryptoLessons.Tests.Jupyter;

public class HandshakeTests
{
    [Test]
    public void TakesTheGreetingOfJupytersClientsAndItsOwn()
    {
        Assert.That(Greeting.IsUsable(Recorded.Greeting));
        Assert.That(Greeting.IsUsable(Greeting.Create()));
    }

    [Test]
    public void RefusesEveryTruncationOfAGreeting()
    {
        for (int length = 0; length < Greeting.Size; length++)
            Assert.That(Greeting.IsUsable(Recorded.Greeting.AsSpan(..length)), Is.False, $"{length} bytes");
    }

    [Test]
    public void RefusesAGreetingInWhichAnyByteThatSaysSomethingIsWrong()
    {
        // The padding of the signature, the minor version and the filler say nothing.
        int[] matter = [.. Enumerable.Range(0, Greeting.Size).Where(at => !Greeting.IsUsable(With(at, 2)))];
        Assert.That(matter, Is.EqualTo((int[])[0, 9, 10, .. Enumerable.Range(12, 21)]));
    }

    [Test]
    public void TakesALaterVersion() => Assert.That(Greeting.IsUsable(With(10, 4)));

    [Test]
    public void ReadsTheSocketTypesThatWereRecorded() => Assert.That(
        ((byte[][])[Recorded.Dealer, Recorded.Subscriber[..27], Recorded.Requester]).Select(frame => Ready.SocketTypeIn(frame.AsSpan(2))),
        Is.EqualTo((string[])["DEALER", "SUB", "REQ"]));

    [Test]
    public void ReadsWhatItWrites() => Assert.That(
        ((SocketType[])[SocketType.Router, SocketType.Pub, SocketType.Rep]).Select(type => Ready.SocketTypeIn(Ready.Create(type))),
        Is.EqualTo((string[])["ROUTER", "PUB", "REP"]));

    [Test]
    public void RefusesEveryTruncationOfAReadyCommandThatCutsSomething()
    {
        byte[] body = Recorded.Dealer[2..];
        // After the first of its two properties it is whole too.
        Assert.That(Enumerable.Range(0, body.Length).Where(length => Ready.SocketTypeIn(body.AsSpan(..length)) is not null), Is.EqualTo((int[])[28]));
    }

    [Test]
    public void RefusesAValueThatIsLongerThanTheCommand() =>
        Assert.That(Ready.SocketTypeIn([.. "\x05READY\x0bSocket-Type"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "SUB"u8]), Is.Null);

    [Test]
    public void RefusesAnotherCommand() => Assert.That(Ready.SocketTypeIn([.. "\x05ERROR\x0bSocket-Type\0\0\0\x03SUB"u8]), Is.Null);

    private static byte[] With(int at, byte value)
    {
        byte[] greeting = [.. Recorded.Greeting];
        greeting[at] = value;
        return greeting;
    }
}
