using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.Evasions;

/// <summary>Two people who put what they say into an envelope of their own, beside every design on Signal's protocol, later ones too.</summary>
[TestFixture]
internal sealed class DoubleEnvelopeTests
{
    private const int At = 12;

    private static readonly Script Script = TestScripts.Between(string.Concat(Enumerable.Repeat("AB", At)));

    private static readonly Dictionary<string, string> Hidden = new() { ["Alice"] = "at dawn", ["Bob"] = "I'll come" };

    private static IEnumerable<string> Ids => Design.All.Where(DoubleEnvelope.HasRatchetKeys).Select(design => design.Id);

    /// <summary>A message to a group is encrypted once, and hardly a session turns: there is no room in its keys.</summary>
    private static IEnumerable<string> OneToOne => Ids.Except(["strict-group"]);

    [TestCaseSource(nameof(Ids))]
    public void WhoEncryptsTwiceIsReadUnderNoWarrantAndByNoThief(string id)
    {
        Game game = Play(DoubleEnvelope.EncryptTwice(Design.Named(id)));
        Assert.That(game.Arrived, Is.EqualTo(Script.ConversationLength));
        Assert.That(game.ServeWarrant().Opened, Is.Zero);
        Assert.That(Leak(game).Where(IsTheirs), Is.Empty);
    }

    [TestCaseSource(nameof(OneToOne))]
    public void WhoHidesASecondMessageIsReadAsMuchAsBeforeAndNotThere(string id)
    {
        Design design = Design.Named(id);
        SeededRandom random = new(PrintedSeed.NewRandom().Next());
        AnamorphicKey shared = AnamorphicKey.Generate(random);
        Game open = Play(design), hiding = Play(DoubleEnvelope.Hide(design, shared, Hidden));
        Assert.That(hiding.Arrived, Is.EqualTo(open.Arrived));
        Assert.That(hiding.Noticed, Is.EqualTo(open.Noticed));
        Assert.That(hiding.ServeWarrant().Opened, AsMuchAs(design, open.ServeWarrant().Opened), "the cover, under a warrant");
        Guess[] leaked = [.. Leak(hiding)];
        Assert.That(leaked.Count(IsTheirs), AsMuchAs(design, Leak(open).Count(IsTheirs)), "the cover, after a leak");
        Assert.That(Found(hiding, shared), Is.EqualTo(Hidden.Values), "what is hidden arrives whole");
        Assert.That(
            leaked.Select(guess => Encoding.UTF8.GetString(guess.Plaintext.Span)),
            Has.None.Matches<string>(read => Hidden.Values.Any(read.Contains)),
            "and stands in no reading");
    }

    [TestCaseSource(nameof(OneToOne))]
    public void WithoutTheDoubleKeyNothingIsFound(string id)
    {
        Design design = Design.Named(id);
        SeededRandom random = new(PrintedSeed.NewRandom().Next());
        using AnamorphicKey shared = AnamorphicKey.Generate(random), another = AnamorphicKey.Generate(random);
        Assert.That(Found(Play(DoubleEnvelope.Hide(design, shared, Hidden)), another), IsNothing);
        Assert.That(Found(Play(design), shared), IsNothing, "where nobody hides anything");
    }

    [Test]
    public void ThereAreDesignsToTry() => Assert.That(OneToOne.Count(), Is.GreaterThan(10));

    [Test]
    public void WhereNobodyDrawsRatchetKeysNothingCanBeHidden()
    {
        using AnamorphicKey shared = AnamorphicKey.Generate(new SeededRandom(1));
        Assert.That(() => DoubleEnvelope.Hide(Design.Named("cloud-chat"), shared, Hidden), Throws.ArgumentException.With.Message.Contains("cloud-chat"));
    }

    [Test]
    public void WhoIsNotThereCanHideNothing()
    {
        using AnamorphicKey shared = AnamorphicKey.Generate(new SeededRandom(1));
        Design hiding = DoubleEnvelope.Hide(Design.Named("strict"), shared, new Dictionary<string, string> { ["Mallory"] = "noon" });
        Assert.That(() => Play(hiding), Throws.ArgumentException.With.Message.Contains("Mallory"));
    }

    private static NUnit.Framework.Constraints.Constraint IsNothing => Has.None.AnyOf([.. Hidden.Values]);

    private static Game Play(Design design) => design.Play(Script, At, "Alice", new SeededRandom(7));

    private static NUnit.Framework.Constraints.Constraint AsMuchAs(Design design, int open) => design switch
    {
        // Each message is opened or not by a lot that follows from its header: other ratchet keys draw other lots.
        _ when design.Functions.Contains(typeof(TranslucentEscrow)) => Is.InRange(1, Script.ConversationLength - 1),
        // Who draws more keys than the genuine app falls out of step with a phone that is built once more, and may be read less.
        _ when design.Deploy(Script, new SeededRandom(7)) is GeneratorDeployment => Is.LessThanOrEqualTo(open),
        _ => Is.EqualTo(open),
    };

    private static bool IsTheirs(Guess guess) => guess.Message <= Script.ConversationLength;

    private static IEnumerable<Guess> Leak(Game game) =>
        Compromise.All.Single(compromise => compromise.Id == "escrow-leak").Run(game).Verdict.Recovered.Values;

    private static string?[] Found(Game game, AnamorphicKey key) =>
        [DoubleEnvelope.Read(game.Transcript, "Alice", "Bob", key), DoubleEnvelope.Read(game.Transcript, "Bob", "Alice", key)];
}
