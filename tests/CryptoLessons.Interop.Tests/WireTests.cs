using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>The same conversation among two of ours and among two of Signal's own looks the same on the wire.</summary>
[TestFixture]
internal sealed class WireTests
{
    [Test]
    public void WritesMessagesOfTheSameShapeAsTheLibrary([Range(1, 5)] int seed)
    {
        string[] ours = Shapes(Side.Ours, seed);
        string[] theirs = Shapes(Side.Libsignal, seed);
        TestContext.Out.WriteLine($"{ours.Length} messages, for instance {ours[0]}");
        Assert.That(ours, Is.EqualTo(theirs));
    }

    private static string[] Shapes(Side side, int seed)
    {
        using var duo = new Duo(side, side, seed);
        List<string> shapes = [];
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 1);
        shapes.Add(MessageShape.Of(duo.Write(duo.Alice)));
        shapes.Add(MessageShape.Of(duo.Pass(duo.Alice)));
        new LossyChannel(duo, loss: 0.2, delay: 2).Play(bursts: 40, letter => shapes.Add(MessageShape.Of(letter)));
        duo.End();
        return [.. shapes];
    }
}
