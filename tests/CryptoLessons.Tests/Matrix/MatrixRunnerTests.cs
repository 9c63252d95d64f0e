using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Matrix;

/// <summary>The whole grid on the built-in conversation.</summary>
[TestFixture]
internal sealed class MatrixRunnerTests
{
    /// <summary>Strict, and the three kinds of key under one authority.</summary>
    private static IEnumerable<DesignResult> Escrows => BuiltInMatrix.Result.Designs.Take(4);

    [Test]
    public void WhatCannotBePlayedIsAnExceptionThatSaysWhatCan()
    {
        const string Sentence = "There is no design 'strickt': choose from strict, ";
        Assert.That(
            () => MatrixRunner.Run(BuiltInConversation.Load(), at: 20, target: "Alice", designs: ["strickt"]),
            Throws.ArgumentException.With.Message.Contains(Sentence));
        Assert.That(() => Design.Named("strickt"), Throws.ArgumentException.With.Message.Contains(Sentence));
    }

    [Test]
    public void TheGridIsFull() => Assert.That(
        from row in BuiltInMatrix.Result.Designs from cell in row.Cells select $"{row.Design.Id} {cell.Compromise}",
        Is.EqualTo(from design in Design.All from compromise in Compromise.All select $"{design.Id} {compromise.Id}"));

    [Test]
    public void NoControlReadsOrForgesAnythingAndNoGuessIsWrong()
    {
        foreach (DesignResult row in BuiltInMatrix.Result.Designs)
            foreach (Cell cell in row.Cells)
                Assert.That(
                    (cell.Control.Recovered.Count, cell.Control.Wrong.Count, cell.ControlForged, cell.Verdict.Wrong.Count),
                    Is.EqualTo((0, 0, Forged.None, 0)),
                    $"{row.Design.Id}, {cell.Compromise}");
    }

    [Test]
    public void AWarrantOpensWhatTheSealedKeyOpens() => Assert.That(
        Escrows.Select(row => (row.Lawful.Opened, row.Lawful.Of)), Is.EqualTo(new[] { (0, 40), (40, 40), (40, 40), (0, 40) }));

    [Test]
    public void TheFieldCostsItsLengthInEachMessageThatHasIt()
    {
        double[] bytes = [.. Escrows.Select(row => row.BytesPerMessage)];
        // A prekey message carries the longer message inside, so that its length field may take one byte more.
        Assert.That(bytes[1] - bytes[0], Is.InRange(82.0, 83.0));
        Assert.That(bytes[2] - bytes[0], Is.InRange(98.0, 99.0));
        // Alice's first two messages of the forty are prekey messages: she has no answer yet.
        Assert.That(bytes[3] - bytes[0], Is.EqualTo(114.0 * 2 / 40).Within(0.001));
    }

    [Test]
    public void BystandersTalkBesideTheConversationUnderNamesOfTheirOwn()
    {
        var chat = new Conversation("test", "plain", [Said(1, "Alice"), Said(2, "bystander 1a"), Said(3, "Alice")]);
        Script script = ConversationScript.Write(chat, new SeededRandom(1));
        ScriptedMessage[] bystanders = [.. script.Bystanders];
        Assert.That(bystanders, Has.Length.EqualTo(36));
        Assert.That(bystanders.SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]), Has.None.AnyOf("Alice", "bystander 1a"));
        Assert.That(script.Messages.Select(message => message.Number), Is.Unique);
    }

    [Test]
    public void AGroupIsPlayedPairwiseAndACompromiseOfOneMemberOpensWhatThatMemberSees()
    {
        var chat = new Conversation("test", "plain", [.. "ABCACBACBAAB".Select((c, i) => Said(i + 1, c.ToString()))]);
        MatrixResult result = MatrixRunner.Run(chat, at: 6, target: "C", designs: ["strict", "message-key-escrow"]);
        Cell escrow = result.Designs[1].Cells.Single(cell => cell.Compromise == "escrow-leak");
        Assert.That((escrow.Verdict.Past, escrow.Verdict.Future, escrow.Verdict.Bystanders), Is.EqualTo((6, 6, 36)));
        Cell seizure = result.Designs[0].Cells.Single(cell => cell.Compromise == "session-seizure");
        Assert.That(seizure.Verdict.Future, Is.Positive);
        Assert.That(result.Designs[0].Cells.Single(cell => cell.Compromise == "wiretap").Verdict.Recovered, Is.Empty);
    }

    private static ChatMessage Said(int number, string from) => new(number, from, TestScripts.Start.AddMinutes(number), $"message {number}", null);
}
