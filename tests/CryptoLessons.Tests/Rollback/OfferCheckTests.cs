using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Rollback;

/// <summary>Versions under the MAC: whoever was lied to is refused, with the first message, and that one is lost to the thief.</summary>
[TestFixture]
internal sealed class OfferCheckTests
{
    private static readonly VersionOffer Both = new([AppVersion.Escrowed, AppVersion.Strict]), Older = new([AppVersion.Escrowed]);

    private static readonly Suite Told = new("told the truth", (signal, _) => new OfferCheck(signal, Both, Both));

    private static readonly Suite LiedTo = new("lied to", (signal, other) =>
        new OfferCheck(new MessageKeyEscrow(signal, Suite.Authority.Public, other), Both, Older));

    [Test]
    public void WhoeverWasToldTheTruthIsUnderstood()
    {
        var pair = new RatchetPair(Told);
        pair.Bob.Opens(pair.Alice.Send("first"), "first");
        pair.Alice.Opens(pair.Bob.Send("second"), "second");
    }

    [Test]
    public void NoMessageIsLonger() =>
        Assert.That(new RatchetPair(Told).Alice.Send("text"), Has.Length.EqualTo(new RatchetPair(Suite.Honest).Alice.Send("text").Length));

    [Test]
    public void WhoeverWasLiedToIsRefusedWithTheFirstMessage()
    {
        var pair = new RatchetPair(LiedTo, Told);
        pair.Bob.Refuses(pair.Alice.Send("first"), DecryptFailure.NotAuthentic);
    }

    [Test]
    public void WhoeverWasLiedToStillUnderstandsTheOther()
    {
        var pair = new RatchetPair(Told, LiedTo);
        pair.Bob.Opens(pair.Alice.Send("first"), "first");
        pair.Alice.Refuses(pair.Bob.Send("second"), DecryptFailure.NotAuthentic);
    }

    [Test]
    public void ThatMessageHasBeenSentWeaklyByThen()
    {
        var pair = new RatchetPair(LiedTo, Told);
        byte[] first = pair.Alice.Send("first");
        var signal = new SignalFunctions(RandomSource.System);
        signal.Parse(first, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext);
        using MessageKey? key = MessageKeyEscrow.Open(ciphertext.Span, Suite.Authority);
        Assert.That(key, Is.Not.Null);
        Assert.That(signal.Decrypt(key!, ciphertext.Span, OfferCheck.Bind(signal.Concat(pair.Bob.ReceivingAd, header), Older)), Is.EqualTo("first"u8.ToArray()));
    }
}
