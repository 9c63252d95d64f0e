using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>The same conversation among two of ours and among two of Signal's own looks the same on the wire.</summary>
[TestFixture]
internal sealed class WireTests
{
    /// <summary>One release a profile, the one that ours writes like. 0.90 waits with the keys of the post-quantum ratchet until it knows
    /// that the peer has one, and names no addresses.</summary>
    private static IEnumerable<Release> Imitated => Release.All.Where(release => release.Version != "0.90.0");

    [Test]
    public void WritesMessagesOfTheSameShapeAsTheLibrary([ValueSource(nameof(Imitated))] Release release, [Range(1, 2)] int seed)
    {
        string[] ours = Shapes(release, Side.Ours, seed);
        string[] theirs = Shapes(release, Side.Libsignal, seed);
        TestContext.Out.WriteLine($"{ours.Length} messages, for instance {ours[0]}");
        Assert.That(ours, Is.EqualTo(theirs));
    }

    /// <summary>What makes the generations differ: the version byte, the Kyber prekey (7) and its ciphertext (8), and within, the post-quantum
    /// ratchet's message (5: version, epoch, key number, type, piece number) and the addresses (6).</summary>
    [TestCase("0.22.0",
        "33 1=1 2:33 3:33 4:66(33 1:33 2=0 3=0 4:16 of 66) 5=4711 6=1 of 146",
        "33 1:33 2=0 3=0 4:16 of 66")]
    [TestCase("0.60.2",
        "44 1=1 2:33 3:33 4:66(44 1:33 2=0 3=0 4:16 of 66) 5=4711 6=1 7=1 8:1569 of 1720",
        "44 1:33 2=0 3=0 4:16 of 66")]
    [TestCase("0.90.0",
        "44 1=1 2:33 3:33 4:105(44 1:33 2=0 3=0 4:16 5:37(1/1/0/1/0) of 105) 5=4711 6=1 7=1 8:1569 of 1759",
        "44 1:33 2=0 3=0 4:16 5:4(1/1/1/0/) of 72")]
    [TestCase("0.103.0",
        "44 1=1 2:33 3:33 4:143(44 1:33 2=0 3=0 4:16 5:37(1/1/1/1/0) 6:36 of 143) 5=4711 6=1 7=1 8:1569 of 1798",
        "44 1:33 2=0 3=0 4:16 5:4(1/1/1/0/) of 72")]
    public void TheLibraryLaysMessagesOutAsItsGenerationDoes(string version, string opening, string answer)
    {
        using var duo = new Duo(new(Release.All.Single(release => release.Version == version), Side.Libsignal, Side.Libsignal), seed: 1);
        duo.Alice.StartSession(duo.Bob);
        Letter first = duo.Alice.Write(duo.Bob, [1]);
        duo.Bob.Open(first);
        Assert.That(MessageShape.Of(first), Is.EqualTo(opening));
        Assert.That(MessageShape.Of(duo.Bob.Write(duo.Alice, [2])), Is.EqualTo(answer));
        duo.End();
    }

    private static string[] Shapes(Release release, Side side, int seed)
    {
        using var duo = new Duo(new(release, side, side), seed);
        List<string> shapes = [];
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 1);
        shapes.Add(MessageShape.Of(duo.Write(duo.Alice)));
        shapes.Add(MessageShape.Of(duo.Pass(duo.Alice)));
        new LossyChannel(duo, loss: 0.2, delay: 2).Play(bursts: 40, letter => shapes.Add(MessageShape.Of(letter)));
        duo.End();
        return [.. shapes];
    }
}
