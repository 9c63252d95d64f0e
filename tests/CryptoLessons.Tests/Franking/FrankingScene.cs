using System.Text;
using CryptoLessons.ExceptionalAccess.Franking;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Franking;

/// <summary>Alice and Bob with a session, and the provider between them.</summary>
internal sealed class FrankingScene
{
    private readonly SeededRandom random;
    private readonly Device<RatchetFunctions> alice, bob;
    private DateTimeOffset now = TestScripts.Start;

    /// <param name="random">Draws every key.</param>
    /// <param name="sender">Alice's suite; the provider's app when left out.</param>
    /// <param name="recipient">Bob's suite; the provider's app when left out.</param>
    public FrankingScene(SeededRandom random, Func<RatchetFunctions, RatchetFunctions>? sender = null, Func<RatchetFunctions, RatchetFunctions>? recipient = null)
    {
        this.random = random;
        Provider = new(random.Child("provider"));
        alice = Phone("Alice", sender ?? Franked);
        bob = Phone("Bob", recipient ?? Franked);
        alice.StartSession("Bob", bob.Publish());
    }

    public FrankingProvider Provider { get; }

    public static RatchetFunctions Franked(RatchetFunctions inner) => new MessageFranking(inner);

    /// <summary>Alice sends some text to Bob, or Bob to Alice.</summary>
    public Envelope Send(string text, bool fromBob = false)
    {
        byte[] plaintext = FrankedContent.Create(Encoding.UTF8.GetBytes(text), random).Serialize();
        now = now.AddMinutes(1);
        return fromBob ? new("Bob", "Alice", now, bob.Encrypt("Alice", plaintext)) : new("Alice", "Bob", now, alice.Encrypt("Bob", plaintext));
    }

    /// <summary>What the recipient's phone makes of an envelope.</summary>
    public DecryptFailure Receive(Envelope envelope, out FrankedContent? said)
    {
        DecryptFailure failure = (envelope.To == "Bob" ? bob : alice).Decrypt(envelope.From, envelope.Message, out byte[] plaintext);
        said = FrankedContent.Parse(plaintext);
        return failure;
    }

    /// <summary>Alice sends, Bob reads and reports.</summary>
    public RecipientReport Report(string text)
    {
        Envelope envelope = Send(text);
        byte[] tag = Provider.Tag(envelope)!;
        Assert.That(Receive(envelope, out FrankedContent? said), Is.EqualTo(DecryptFailure.None));
        return RecipientReport.Of(envelope, said!, tag);
    }

    private Device<RatchetFunctions> Phone(string name, Func<RatchetFunctions, RatchetFunctions> app) =>
        Device.Create(app(new SignalFunctions(random.Child($"ratchet of {name}"))), random.Child($"device of {name}"));
}
