using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.SealedSender;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Sealed messages between this library and Signal's own: what one seals, the other opens, and what one refuses, so does the other.</summary>
[TestFixture]
internal sealed class SealedSenderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // What the party without a pipe speaks. Sealed sender is the same in all releases.
    private static readonly Release X3dh = Release.All[0];

    private Pipe bob = null!;
    private SealedParty alice = null!;

    [SetUp]
    public void Meet()
    {
        LibsignalPackage.Require();
        bob = Pipe.Libsignal(X3dh);
        Ask(new() { ["op"] = "new", ["name"] = Party.BobName, ["device"] = 2, ["registration_id"] = 9, ["profile"] = X3dh.Profile });
        alice = new();
        alice.StartSession(Ask(new() { ["op"] = "bundle" }));
    }

    [TearDown]
    public void Part()
    {
        // Neither is there when the library is not installed.
        bob?.Dispose();
        alice?.Dispose();
    }

    [Test]
    public void BothOpenWhatTheOtherSeals([Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        string? phoneNumber = seed % 2 == 0 ? null : "+14155550100";
        SenderCertificate certificate = alice.Certify(Now, phoneNumber: phoneNumber);
        for (int i = 0; i < 10; i++)
        {
            byte[] plaintext = new byte[random.Next(200)];
            random.NextBytes(plaintext);
            JsonObject opened = Open(alice.Seal(certificate, plaintext), alice.TrustRoot.Public, Now);
            Assert.That(opened["plaintext"]?.GetValue<string>(), Is.EqualTo(Convert.ToHexStringLower(plaintext)), opened.ToJsonString());
            Assert.That((opened["name"]!.GetValue<string>(), opened["e164"]?.GetValue<string>(), opened["device"]!.GetValue<uint>()),
                Is.EqualTo((SealedParty.Name, phoneNumber, SealedParty.Number)));
            AssertOpens(Answer(plaintext, hint: i % 3, group: i % 2 == 0 ? null : "0a0b"), plaintext, (ContentHint)(i % 3), i % 2 == 0 ? [] : [10, 11]);
        }
    }

    [Test]
    public void TheLibraryReadsTypeHintAndGroupOfAContentAsWrittenHere(
        [Values] SealedContentType type, [Values(ContentHint.Default, ContentHint.Implicit)] ContentHint hint)
    {
        byte[] group = hint == ContentHint.Default ? [] : [1, 2, 3];
        var content = new UnidentifiedSenderMessageContent(type, alice.Certify(Now), new byte[] { 0x33, 7 }, hint, group);
        JsonObject read = Ask(new() { ["op"] = "sealed_content", ["message"] = alice.Seal(content) });
        int libraryType = type switch { SealedContentType.PreKey => 3, SealedContentType.Plain => 2, var other => (int)other };
        Assert.That((read["type"]?.GetValue<int>(), read["hint"]?.GetValue<int>(), read["group"]?.GetValue<string>(), read["content"]?.GetValue<string>()),
            Is.EqualTo((libraryType, (int)hint, group.Length == 0 ? null : "010203", "3307")), read.ToJsonString());
    }

    [Test]
    public void TheLibraryRefusesWhatIsRefusedHereToo()
    {
        using DhKeyPair mallory = DhKeyPair.Generate(RandomSource.System);
        SenderCertificate valid = alice.Certify(Now);
        Refuse("it has expired", alice.Seal(valid, []), alice.TrustRoot.Public, Now.AddMilliseconds(1));
        Refuse("another trust root", alice.Seal(valid, []), mallory.Public, Now);
        Refuse("a revoked server", alice.Seal(alice.Certify(Now, ServerCertificate.RevokedId), []), alice.TrustRoot.Public, Now);
        Refuse("somebody else's certificate", alice.Seal(valid, [], mallory), alice.TrustRoot.Public, Now);
        string message = alice.Seal(valid, [1, 2]);
        for (int at = 1; at < message.Length / 2; at += 7)
        {
            byte[] flipped = Convert.FromHexString(message);
            flipped[at] ^= 1;
            Refuse($"byte {at}", Convert.ToHexStringLower(flipped), alice.TrustRoot.Public, Now);
        }
        Assert.That(Open(message, alice.TrustRoot.Public, Now)["plaintext"]?.GetValue<string>(), Is.EqualTo("0102"), "the control");
    }

    [Test]
    public void TheLibrarysCertificatesAreHeldToTheirTrustRootAndExpiry()
    {
        var (trustRoot, certificate) = LibrarysCertificate(serverId: 1);
        Assert.That(certificate.Validate(trustRoot, Now), Is.EqualTo(SealedSenderFailure.None));
        Assert.That(certificate.Validate(trustRoot, Now.AddMilliseconds(1)), Is.EqualTo(SealedSenderFailure.ExpiredCertificate));
        Assert.That(certificate.Validate(alice.TrustRoot.Public, Now), Is.EqualTo(SealedSenderFailure.UntrustedCertificate));
        Assert.That((certificate.Sender, certificate.Signer.Id), Is.EqualTo((new SenderIdentity(Party.BobName, "+1", 2, BobsIdentity), 1u)));
        (trustRoot, certificate) = LibrarysCertificate(ServerCertificate.RevokedId);
        Assert.That(certificate.Validate(trustRoot, Now), Is.EqualTo(SealedSenderFailure.RevokedCertificate));
    }

    private DhPublicKey BobsIdentity => alice.Client.TrustedIdentity(SealedParty.Peer)!;

    private (DhPublicKey TrustRoot, SenderCertificate Certificate) LibrarysCertificate(uint serverId)
    {
        JsonObject made = Ask(new()
        {
            ["op"] = "sealed_certificate",
            ["server_id"] = serverId,
            ["name"] = Party.BobName,
            ["e164"] = "+1",
            ["device"] = 2,
            ["identity"] = Convert.ToHexStringLower(BobsIdentity.Serialize()),
            ["expires"] = Now.ToUnixTimeMilliseconds(),
        });
        Assert.That(SenderCertificate.TryParse(Convert.FromHexString(made["certificate"]!.GetValue<string>()), out SenderCertificate? certificate));
        Assert.That(Convert.ToHexStringLower(certificate!.Serialize()), Is.EqualTo(made["certificate"]!.GetValue<string>()));
        return (SealedParty.Key(made["trust_root"]), certificate);
    }

    /// <summary>What Bob seals for Alice, and under which trust root.</summary>
    private (string Message, DhPublicKey TrustRoot) Answer(byte[] plaintext, int hint, string? group)
    {
        var (trustRoot, certificate) = LibrarysCertificate(serverId: 1);
        JsonObject answer = Ask(new()
        {
            ["op"] = "sealed_encrypt",
            ["name"] = SealedParty.Name,
            ["device"] = SealedParty.Number,
            ["plaintext"] = Convert.ToHexStringLower(plaintext),
            ["certificate"] = Convert.ToHexStringLower(certificate.Serialize()),
            ["hint"] = hint,
            ["group"] = group,
        });
        return (answer["message"]!.GetValue<string>(), trustRoot);
    }

    private void AssertOpens((string Message, DhPublicKey TrustRoot) answer, byte[] plaintext, ContentHint hint, byte[] group)
    {
        SealedSenderFailure failure = UnidentifiedSenderMessage.Open(
            Convert.FromHexString(answer.Message), alice.Identity, answer.TrustRoot, Now, out UnidentifiedSenderMessageContent? content);
        Assert.That(failure, Is.EqualTo(SealedSenderFailure.None));
        Assert.That((content!.Hint, content.Sender.Sender.Uuid), Is.EqualTo((hint, Party.BobName)));
        Assert.That(content.GroupId.ToArray(), Is.EqualTo(group));
        Assert.That(alice.Client.Decrypt(SealedParty.Peer, content.Message!.Value, out byte[] opened), Is.EqualTo(DecryptFailure.None));
        Assert.That(opened, Is.EqualTo(plaintext));
    }

    private void Refuse(string what, string message, DhPublicKey trustRoot, DateTimeOffset now) =>
        Assert.That(Open(message, trustRoot, now)["error"]?.GetValue<string>(), Is.EqualTo("invalid_message"), what);

    private JsonObject Open(string message, DhPublicKey trustRoot, DateTimeOffset now) => bob.Ask(new()
    {
        ["op"] = "sealed_decrypt",
        ["message"] = message,
        ["trust_root"] = Convert.ToHexStringLower(trustRoot.Serialize()),
        ["now"] = now.ToUnixTimeMilliseconds(),
    });

    private JsonObject Ask(JsonObject request)
    {
        JsonObject answer = bob.Ask(request);
        Assert.That(answer.ContainsKey("error"), Is.False, answer.ToJsonString());
        return answer;
    }
}
