using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Adversary;

/// <summary>Who acts at the compromise is shown what had been sent by then; who only reads may take the whole record.</summary>
[TestFixture]
internal sealed class PresentViewTests
{
    private static readonly Script Script = TestScripts.Between("ABABABAB");

    private static Game Play(int at) => new(
        random => Design.Named("message-key-escrow").Deploy(Script, random), Script, at, target: "Alice", new SeededRandom(1));

    [TestCase(1, 1)]
    [TestCase(3, 3)]
    [TestCase(6, 7, Description = "Carol's message to Dave stands between the fourth and the fifth")]
    [TestCase(8, 9)]
    public void AForgerSeesThePast(int at, int sent)
    {
        Game game = Play(at);
        View[] views = [game.Wiretap(), game.ServerBreach(), game.SessionSeizure(), game.DeviceSeizure(), game.EscrowLeak()];
        foreach (View view in views)
        {
            var spy = new Spy();
            game.Forge((IForgery<View>)spy, view);
            Assert.That(spy.Shown!.Transcript.Entries, Is.EqualTo(view.Transcript.Entries.Take(sent)), view.GetType().Name);
            Assert.That(spy.Shown.Transcript.InFlight.Select(entry => entry.Message), Is.EqualTo(new[] { at }));
            Assert.That(spy.Shown, Is.TypeOf(view.GetType()).And.Not.SameAs(view));
            Assert.That(view.Transcript.Entries, Has.Count.EqualTo(9), "the record itself is whole");
        }
    }

    [Test]
    public void TheLootStaysTheSame()
    {
        Game game = Play(at: 3);
        DeviceSeizureView phone = game.DeviceSeizure();
        var spy = new Spy();
        game.Forge((IForgery<View>)spy, phone);
        var shown = (DeviceSeizureView)spy.Shown!;
        Assert.That((shown.Devices, shown.Sessions.Count), Is.EqualTo((phone.Devices, phone.Sessions.Count)));
    }

    [Test]
    public void WhoSitsOnTheWireSeesThePastAndThenEachEnvelopeAsItPasses()
    {
        Game game = Play(at: 3);
        var spy = new Spy();
        ActiveVerdict verdict = game.PlayOn((IActiveAttack<View>)spy, (View)game.Wiretap());
        Assert.That(spy.Shown!.Transcript.Entries, Has.Count.EqualTo(3));
        Assert.That(spy.Passed.Select(entry => entry.Message), Is.EqualTo(new[] { 3, 4, 9, 5, 6, 7, 8 }));
        Assert.That(verdict.Deliveries.Select(delivery => delivery.AsSaid), Is.All.True);
    }

    private sealed class Spy : IForgery<View>, IActiveAttack<View>, IInterceptor
    {
        public View? Shown { get; private set; }

        public List<TranscriptEntry> Passed { get; } = [];

        public IReadOnlyList<Guess> Guesses => [];

        public IReadOnlyList<ForgedEnvelope> Run(View view, ReadOnlyMemory<byte> plaintext)
        {
            Shown = view;
            return [];
        }

        public IInterceptor Begin(View view)
        {
            Shown = view;
            return this;
        }

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
        {
            Passed.Add(passing);
            return [passing];
        }
    }
}
