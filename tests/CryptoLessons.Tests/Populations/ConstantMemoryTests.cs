using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Population;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>A long run holds no more than a short one: after six times as many messages, memory is where it was.</summary>
[NonParallelizable]
public class ConstantMemoryTests
{
    private const int Early = 200;
    private const int Late = 1200;

    // A message that is kept is an envelope or a text with its object, some hundred bytes at the least.
    private const int MostForAMessage = 100;

    private const long Limit = (Late - Early) * MostForAMessage;

    [TestCase("message-key-escrow")]
    [TestCase("transport-only")]
    [TestCase("cloud-chat")]
    [TestCase("secret-chat")]
    [TestCase("ghost-device")]
    [TestCase("directory-swap")]
    [TestCase("client-scanning")]
    [TestCase("compelled-update")]
    [TestCase("intercept-interface")]
    [TestCase("version-rollback")]
    public void MemoryDoesNotGrowWithTheMessages(string design) =>
        Assert.That(HeldMemory.LeastGrowth(() => Grown(design), Limit), Is.Not.Empty.And.All.LessThan(Limit));

    /// <summary>By how many bytes more was held late in each pass than early in it.</summary>
    private static long[] Grown(string design)
    {
        PopulationRequest request = Small.Request(design, leak: 0, users: 2, days: Late / 20 + 1, messages: 10);
        var circle = new Circle(1, 2, request);
        Script sketch = circle.Sketch();
        var used = new List<(int At, long Bytes)>();
        IEnumerable<ScriptedMessage> Watched()
        {
            foreach (ScriptedMessage message in circle.Messages())
            {
                if (message.Number is Early or Late)
                    used.Add((message.Number, HeldMemory.Now()));
                yield return message;
            }
        }
        var game = new StreamedGame(
            stream => Design.Named(design).Deploy(sketch, stream), Watched(), request.LeaksAt, circle.People[0], new SeededRandom(request.Seed));
        game.Run(AccessAttacks.OnTheRecord, AccessAttacks.OnTheWire);
        // Each pass goes through the messages once: of each, what came between its two looks.
        long[] grown = [.. used.Chunk(2).Where(pass => pass is [(Early, _), (Late, _)]).Select(pass => pass[1].Bytes - pass[0].Bytes)];
        TestContext.Out.WriteLine(string.Join(", ", grown));
        return grown;
    }
}
