using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Matrix;

/// <summary>Groups in operation: large ones, members who leave, and attachments that lie on a server.</summary>
internal sealed class GroupDeploymentTests
{
    private static readonly DateTimeOffset Start = new(2017, 3, 22, 9, 0, 0, TimeSpan.Zero);

    [TestCase(2)]
    [TestCase(40)]
    [TestCase(1_000, Category = "Large")]
    public void EverybodyReadsWhatOneWrites(int members)
    {
        string[] people = [.. Enumerable.Range(0, members).Select(i => $"member {i}")];
        Script script = Write((people[0], people[1..], "one for all"), (people[0], people[1..], "and again"));
        IDeployment deployment = Design.Named("strict-group").Deploy(script, new SeededRandom(1));
        Envelope[] first = [.. deployment.Send(script.Messages[0])], second = [];
        Assert.That(first, Has.Length.EqualTo(2 * (members - 1)), "a key for each, and the message for each");
        foreach (Envelope envelope in first)
            Assert.That(deployment.Deliver(envelope, out _), Is.EqualTo(DecryptFailure.None));
        second = [.. deployment.Send(script.Messages[1])];
        Assert.That(second, Has.Length.EqualTo(members - 1), "the key is there");
        Assert.That(second.Select(envelope => Convert.ToHexString(envelope.Message.Bytes.Span)).Distinct().Count(), Is.EqualTo(1), "encrypted once");
        foreach (Envelope envelope in second)
        {
            Assert.That(deployment.Deliver(envelope, out byte[] shown), Is.EqualTo(DecryptFailure.None));
            Assert.That(shown, Is.EqualTo(script.Messages[1].Plaintext.ToArray()));
        }
    }

    [Test]
    public void WhoHasLeftCannotReadOnAndNeitherCanAThiefOfTheirPhone()
    {
        Script script = Write(
            ("Alice", ["Bob", "Carol"], "three of us"),
            ("Bob", ["Alice", "Carol"], "yes"),
            ("Alice", ["Bob"], "Carol has left"),
            ("Bob", ["Alice"], "she has"));
        var game = new Game(random => Design.Named("strict-group").Deploy(script, random), script, at: 2, "Carol", new SeededRandom(1));
        Assert.That(game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure()).Recovered, Is.Empty, "Bob's key is on its way to her");
        IDeployment deployment = Design.Named("strict-group").Deploy(script, new SeededRandom(1));
        foreach (ScriptedMessage message in script.Messages)
            foreach (Envelope envelope in deployment.Send(message))
            {
                Assert.That(deployment.Deliver(envelope, out _), Is.EqualTo(DecryptFailure.None));
                if (message.Number > 2 && envelope.Message.Type == CiphertextType.SenderKey)
                    Assert.That(deployment.Deliver(envelope with { To = "Carol" }, out _), Is.EqualTo(DecryptFailure.NoSenderKey));
            }
    }

    [Test]
    public void ABlobStoreAloneSaysNothingAndTheMessageOpensItsPicture()
    {
        Conversation conversation = BuiltInConversation.Load();
        int picture = conversation.Messages.Single(message => message.Attachment is not null).Number;
        Game game = Design.Named("strict-group").Play(conversation, at: picture - 1, conversation.Messages[picture - 1].From);
        Game later = Design.Named("strict-group").Play(conversation, at: picture, "Alice");
        ReadOnlyMemory<byte> blob = later.ServerBreach().Server.Blobs.Single();
        Assert.That(blob.Length, Is.GreaterThan(conversation.Messages[picture - 1].Attachment!.Bytes.Length));
        Assert.That(later.Read(new ReadTheServer(), later.ServerBreach()).Recovered, Is.Empty);
        // A thief of the sender's phone from before reads the message, and with it the picture that the wire carried apart from it.
        Verdict read = game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure());
        Assert.That(read.Recovered.Keys, Does.Contain(picture));
        Assert.That(read.Wrong, Is.Empty);
    }

    [Test]
    public void AnEscrowOfTheMessageOpensItsPictureToo()
    {
        byte[] content = MessageContent.Encode(new ChatMessage(1, "Alice", Start, "look", new("garden.png", new byte[] { 1, 2, 3 })));
        var (detached, blob) = DetachedContent.Detach(content, new SeededRandom(2));
        Script script = Script(new ScriptedMessage(1, "Alice", ["Bob"], Start, detached), new ScriptedMessage(2, "Bob", ["Alice"], Start, detached));
        var game = new Game(random => Design.Named("message-key-escrow").Deploy(script, random), script, at: 1, "Alice", new SeededRandom(3));
        Guess opened = new ReadWithLeakedMessageKeys().Run(game.EscrowLeak())[0];
        Assert.That(DetachedContent.Attach(opened.Plaintext.Span, [blob!]), Is.EqualTo(content));
        Assert.That(DetachedContent.Attach(opened.Plaintext.Span, [blob.AsMemory(1), new byte[blob!.Length]]), Is.Null, "no other blob will do");
    }

    [Test]
    public void AMemberSeizureOfALargerGroupOpensEverySendersLaterMessages()
    {
        Script script = Write([.. Enumerable.Range(0, 12).Select(i => (From: "ABC"[i % 3] switch { 'A' => "Alice", 'B' => "Bob", _ => "Carol" }, Text: $"message {i}"))
            .Select(said => (said.From, ((string[])["Alice", "Bob", "Carol"]).Where(person => person != said.From).ToArray(), said.Text))]);
        var game = new Game(random => Design.Named("strict-group").Deploy(script, random), script, at: 6, "Carol", new SeededRandom(1));
        Verdict verdict = game.Read(new ReadAfterSessionSeizure(), game.MemberSeizure());
        Assert.That(verdict.Recovered.Keys, Is.EqualTo(Enumerable.Range(6, 7)), "the one in flight towards Bob, and all that come");
        Assert.That(game.Read(new ReadAfterSessionSeizure(), game.MemberSeizure(Secrets.Unrelated)).Recovered, Is.Empty);
    }

    private static Script Write(params (string From, string[] To, string Text)[] said) =>
        Script([.. said.Select((entry, i) => new ScriptedMessage(i + 1, entry.From, entry.To, Start.AddMinutes(i), Encoding.UTF8.GetBytes(entry.Text)))]);

    private static Script Script(params ScriptedMessage[] messages) => new(messages, messages.Length);
}
