using System.Text;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Franking;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.Franking;

[TestFixture]
internal sealed class RecipientReportTests
{
    private static readonly ReadOnlyMemory<byte> NeverSaid = Encoding.UTF8.GetBytes("never said");

    private SeededRandom random = null!;
    private FrankingScene scene = null!;
    private RecipientReport report = null!, another = null!;

    [SetUp]
    public void Play()
    {
        random = new(PrintedSeed.NewRandom().Next());
        scene = new(random);
        (report, another) = (scene.Report("said once"), scene.Report("said later"));
    }

    [Test]
    public void ATrueReportVerifies() => Assert.That((scene.Provider.Verify(report), scene.Provider.Verify(another)), Is.EqualTo((true, true)));

    [Test]
    public void OtherTextFails() => Assert.That(scene.Provider.Verify(report with { Said = report.Said with { Content = NeverSaid } }), Is.False);

    [Test]
    public void AnotherOpeningKeyFails() =>
        Assert.That(scene.Provider.Verify(report with { Said = FrankedContent.Create(report.Said.Content, random) }), Is.False);

    [Test]
    public void AnotherSenderFails() => Assert.That(scene.Provider.Verify(report with { From = "Carol" }), Is.False);

    [Test]
    public void SenderAndRecipientChangedAboutFails() => Assert.That(scene.Provider.Verify(report with { From = "Bob", To = "Alice" }), Is.False);

    [Test]
    public void AnotherTimeFails() => Assert.That(scene.Provider.Verify(report with { Time = another.Time }), Is.False);

    [Test]
    public void AnotherMessagesTagFails() => Assert.That(scene.Provider.Verify(report with { Tag = another.Tag }), Is.False);

    [Test]
    public void ATagOfAnotherServersKeyFails()
    {
        var other = new FrankingProvider(random.Child("another provider"));
        Envelope envelope = scene.Send("again");
        Assert.That(scene.Receive(envelope, out FrankedContent? said), Is.EqualTo(DecryptFailure.None));
        RecipientReport foreign = RecipientReport.Of(envelope, said!, other.Tag(envelope)!);
        Assert.That((other.Verify(foreign), scene.Provider.Verify(foreign), other.Verify(report)), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void EveryFlippedBitOfTheTagFails()
    {
        byte[] tag = report.Tag.ToArray();
        for (int bit = 0; bit < 8 * tag.Length; bit++)
        {
            tag[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(scene.Provider.Verify(report with { Tag = tag }), Is.False);
            tag[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        byte[][] lengths = [[], tag[1..], [.. tag, 0]];
        Assert.That(lengths.Select(wrong => scene.Provider.Verify(report with { Tag = wrong })), Is.All.False);
    }

    /// <summary>A message whose commitment says what the forger likes, under the provider's own tag, is no report of the genuine one.</summary>
    [Test]
    public void AnAlteredCommitmentGivesATagForNothingThatWasSaid()
    {
        Envelope genuine = scene.Send("said");
        FrankedContent invented = FrankedContent.Create(NeverSaid, random);
        byte[] bytes = genuine.Message.Bytes.ToArray();
        invented.Commitment().CopyTo(bytes, bytes.AsSpan().IndexOf(MessageFranking.CommitmentOf(genuine.Message)));
        Envelope altered = genuine with { Message = genuine.Message with { Bytes = bytes } };
        Assert.That(scene.Receive(genuine, out FrankedContent? said), Is.EqualTo(DecryptFailure.None));
        Assert.That(scene.Provider.Verify(RecipientReport.Of(genuine, said!, scene.Provider.Tag(altered)!)), Is.False);
        Assert.That(scene.Receive(altered, out _), Is.Not.EqualTo(DecryptFailure.None), "and nobody's phone shows it");
    }

    [Test]
    public void EveryForgeryOfTheAttackFails() =>
        Assert.That(ForgeAReport.Try(report, another, NeverSaid, "Carol", random).Select(scene.Provider.Verify), Has.Exactly(9).Items.And.All.False);

    /// <summary>Franking and repudiation: the provider can tell a true report from a forged one, and nobody else can.</summary>
    [Test]
    public void TheProviderIsConvincedAndThePublicIsNot()
    {
        Envelope said = scene.Send("really said");
        Assert.That(scene.Receive(said, out FrankedContent? really), Is.EqualTo(DecryptFailure.None));
        // With its key the provider tags words that were never said.
        FrankedContent invented = FrankedContent.Create(NeverSaid, random);
        byte[] bytes = new WireWriter().Raw(0x33).Bytes(MessageFranking.Number, invented.Commitment()).Raw(new byte[SignalMessage.MacSize]).ToArray();
        Envelope never = said with { Message = new(CiphertextType.Plain, bytes) };
        foreach (var (envelope, content) in ((Envelope, FrankedContent)[])[(said, really!), (never, invented)])
        {
            // What the public can check without that key fits both alike, and what the provider says of them is its word.
            Assert.That(MessageFranking.CommitmentOf(envelope.Message), Is.EqualTo(content.Commitment()));
            Assert.That(scene.Provider.Verify(RecipientReport.Of(envelope, content, scene.Provider.Tag(envelope)!)), Is.True);
        }
        Assert.That(scene.Receive(never, out _), Is.Not.EqualTo(DecryptFailure.None), "the recipient knows better, and cannot prove it either");
    }

    [Test]
    public void AReportOpensOneMessageAndNoneWithTheSameWords()
    {
        Envelope[] repeated = [.. Enumerable.Range(0, 5).Select(_ => scene.Send("said once"))];
        Assert.That(repeated.Select(envelope => MessageFranking.CommitmentOf(envelope.Message)), Has.None.EqualTo(report.Said.Commitment()));
        Assert.That(repeated.Select(envelope => scene.Provider.Verify(RecipientReport.Of(envelope, report.Said, scene.Provider.Tag(envelope)!))), Is.All.False);
    }

    [Test]
    public void TheStudyCountsEachAndItsControl()
    {
        Conversation conversation = BuiltInConversation.Load();
        int n = conversation.Messages.Count;
        Assert.That(RecipientReports.Run(conversation, seed: 3), Is.EqualTo(new RecipientReports(
            Messages: n, Verified: n, Forged: 9 * n, ForgedVerified: 0, OtherProvider: 0, OpenedByOne: 1, Spoiled: n, SpoiledRefused: n)));
    }
}
