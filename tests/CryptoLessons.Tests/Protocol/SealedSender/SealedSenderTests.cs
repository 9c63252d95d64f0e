using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.SealedSender;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Who sent a message is learnt by its recipient, and believed only of who can prove it.</summary>
[TestFixture]
internal sealed class SealedSenderTests
{
    private SealedSenderScene scene = null!;

    [SetUp]
    public void Set() => scene = new();

    [TearDown]
    public void Clear() => scene.Dispose();

    [Test]
    public void TheRecipientLearnsTheSenderAndGetsTheContent(
        [Values] SealedContentType type, [Values(ContentHint.Default, ContentHint.Resendable, ContentHint.Implicit, (ContentHint)(-1))] ContentHint hint)
    {
        var content = new UnidentifiedSenderMessageContent(type, scene.Certificate, Hex.Count(0, 70), hint, hint == ContentHint.Default ? default : Hex.Repeat(9, 32));
        Assert.That(scene.Open(scene.Seal(content), out UnidentifiedSenderMessageContent? opened), Is.EqualTo(SealedSenderFailure.None));
        Assert.That((opened!.Type, opened.Hint), Is.EqualTo((type, hint)));
        Assert.That(opened.Content.ToArray(), Is.EqualTo(content.Content.ToArray()));
        Assert.That(opened.GroupId.ToArray(), Is.EqualTo(content.GroupId.ToArray()));
        Assert.That(opened.Sender.Sender, Is.EqualTo(new SenderIdentity(SealedSenderScene.AliceUuid, "+14155550100", 3, scene.Alice.Public)));
    }

    [Test]
    public void AMessageOfAnyTypeComesOutAsSuch()
    {
        foreach (CiphertextType type in Enum.GetValues<CiphertextType>())
        {
            var content = UnidentifiedSenderMessageContent.Of(new(type, Hex.Repeat(1, 20)), scene.Certificate);
            scene.Open(scene.Seal(content), out UnidentifiedSenderMessageContent? opened);
            Assert.That(opened!.Message!.Value.Type, Is.EqualTo(type));
            Assert.That(opened.Message.Value.Bytes.ToArray(), Is.EqualTo(Hex.Repeat(1, 20)));
        }
        Assert.That((scene.Content with { Type = SealedContentType.Plaintext }).Message, Is.Null);
    }

    [Test]
    public void NothingOfTheSenderStandsInTheMessage()
    {
        string sealedMessage = Hex.Of(scene.Seal(scene.Content)), again = Hex.Of(scene.Seal(scene.Content));
        foreach (byte[] trace in (byte[][])[scene.Alice.Public.U.ToArray(), "a11ce000"u8.ToArray(), "+1415555"u8.ToArray(), scene.Server.Public.U.ToArray()])
            Assert.That(sealedMessage, Does.Not.Contain(Hex.Of(trace)));
        Assert.That(again[..80], Is.Not.EqualTo(sealedMessage[..80]), "each message has an ephemeral key of its own");
    }

    [Test]
    public void RefusesAFlippedBitAnywhereBehindTheVersion()
    {
        byte[] message = scene.Seal(scene.Content);
        for (int bit = 8; bit < 8 * message.Length; bit += 5)
        {
            byte[] flipped = [.. message];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(scene.Open(flipped, out UnidentifiedSenderMessageContent? content), Is.Not.EqualTo(SealedSenderFailure.None), $"bit {bit}");
            Assert.That(content, Is.Null);
        }
        Assert.That(scene.Open(message, out _), Is.EqualTo(SealedSenderFailure.None));
    }

    [TestCase(0x11, SealedSenderFailure.None)]
    [TestCase(0x1F, SealedSenderFailure.None)]
    [TestCase(0x01, SealedSenderFailure.None)]
    [TestCase(0x22, SealedSenderFailure.UnknownVersion)]
    [TestCase(0x23, SealedSenderFailure.UnknownVersion)]
    [TestCase(0xF1, SealedSenderFailure.UnknownVersion)]
    public void OfTheVersionTheHighNibbleCounts(byte version, SealedSenderFailure failure)
    {
        byte[] message = scene.Seal(scene.Content);
        message[0] = version;
        Assert.That(scene.Open(message, out _), Is.EqualTo(failure));
    }

    [Test]
    public void AnotherRecipientOpensNothing()
    {
        byte[] message = scene.Seal(scene.Content);
        Assert.That(UnidentifiedSenderMessage.Decrypt(message, scene.Alice, out _), Is.EqualTo(SealedSenderFailure.NotAuthentic), "not even who sent it");
        Assert.That(UnidentifiedSenderMessage.Decrypt(message, scene.Mallory, out UnidentifiedSenderMessageContent? content), Is.EqualTo(SealedSenderFailure.NotAuthentic));
        Assert.That(content, Is.Null);
    }

    [Test]
    public void ACertificateHoldsUntilItsExpiryAndNoLonger()
    {
        byte[] message = scene.Seal(scene.Content);
        foreach (var (now, failure) in new[]
        {
            (SealedSenderScene.Expiry, SealedSenderFailure.None), (SealedSenderScene.Expiry.AddMilliseconds(1), SealedSenderFailure.ExpiredCertificate),
            (DateTimeOffset.MinValue, SealedSenderFailure.None), (DateTimeOffset.MaxValue, SealedSenderFailure.ExpiredCertificate),
        })
        {
            Assert.That(UnidentifiedSenderMessage.Open(message, scene.Bob, scene.TrustRoot.Public, now, out UnidentifiedSenderMessageContent? content), Is.EqualTo(failure));
            Assert.That(content is null, Is.EqualTo(failure != SealedSenderFailure.None));
        }
    }

    [Test]
    public void ACertificateThatOthersSignedIsRefused()
    {
        Refuse(scene.Certify(rootSigner: scene.Mallory), SealedSenderFailure.UntrustedCertificate);
        Refuse(scene.Certify(serverSigner: scene.Mallory), SealedSenderFailure.UntrustedCertificate);
        Refuse(scene.Certify(serverSigner: scene.TrustRoot), SealedSenderFailure.UntrustedCertificate);
        Refuse(scene.Certify(serverId: ServerCertificate.RevokedId), SealedSenderFailure.RevokedCertificate);
        Assert.That(UnidentifiedSenderMessage.Open(scene.Seal(scene.Content), scene.Bob, scene.Mallory.Public, SealedSenderScene.Expiry, out _),
            Is.EqualTo(SealedSenderFailure.UntrustedCertificate), "another trust root");
    }

    [Test]
    public void SomebodyElsesCertificateIsRefused()
    {
        byte[] message = scene.Seal(scene.Content, sender: scene.Mallory);
        Assert.That(scene.Open(message, out UnidentifiedSenderMessageContent? content), Is.EqualTo(SealedSenderFailure.ForeignCertificate));
        Assert.That(content, Is.Null);
        byte[] own = scene.Seal(scene.Content with { Sender = scene.Certify(identity: scene.Mallory) }, sender: scene.Mallory);
        Assert.That(scene.Open(own, out content), Is.EqualTo(SealedSenderFailure.None), "the control: with a certificate of one's own it opens");
    }

    [Test]
    public void AThiefOfTheRecipientsIdentityKeyLearnsEverySenderThenAndLater()
    {
        byte[] before = scene.Seal(scene.Content);
        using DhKeyPair stolen = scene.Bob.Copy();
        byte[] after = scene.Seal(scene.Content);
        foreach (byte[] message in (byte[][])[before, after])
        {
            Assert.That(UnidentifiedSenderMessage.Decrypt(message, stolen, out UnidentifiedSenderMessageContent? content), Is.EqualTo(SealedSenderFailure.None));
            Assert.That(content!.Sender.Sender.Uuid, Is.EqualTo(SealedSenderScene.AliceUuid));
        }
    }

    [Test]
    public void LowOrderKeysAgreeOnNothing()
    {
        foreach (DhPublicKey low in LowOrderKeys.All)
        {
            Assert.That(UnidentifiedSenderMessage.Encrypt(scene.Content, scene.Alice, low, new SeededRandom(1)), Is.Null);
            byte[] message = scene.Seal(scene.Content);
            low.U.CopyTo(message.AsSpan(4));
            Assert.That(scene.Open(message, out _), Is.EqualTo(SealedSenderFailure.LowOrderKey));
        }
    }

    private void Refuse(SenderCertificate certificate, SealedSenderFailure failure)
    {
        Assert.That(scene.Open(scene.Seal(scene.Content with { Sender = certificate }), out UnidentifiedSenderMessageContent? content), Is.EqualTo(failure));
        Assert.That(content, Is.Null);
    }
}
