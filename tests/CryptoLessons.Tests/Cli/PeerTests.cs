using System.Text.Json.Nodes;
using CryptoLessons.Cli;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary><c>cryptolessons peer</c>: every operation, every error code, and that a refused request changes nothing.</summary>
public class PeerTests
{
    private const string Alice = PeerDialogue.Alice;
    private const string Bob = PeerDialogue.Bob;

    [Test]
    public void AnswersEachLineWithOneLineAndEndsWellWithItsInput()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader($$"""
            nonsense

            {"op":"new","name":"{{Alice}}","device":127,"registration_id":4294967295,"profile":"x3dh","more":[1]}
            {"op":"bundle"}
            """);
        int status = CommandLine.Run(["peer"], output, error, input);
        string[] lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.That((status, error.ToString()), Is.EqualTo((0, "")));
        Assert.That(lines.Select(line => JsonNode.Parse(line)!.AsObject().First().Key), Is.EqualTo((string[])["error", "error", "identity", "registration_id"]));
    }

    [TestCase("nonsense")]
    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("3")]
    [TestCase("{}")]
    [TestCase("""{"op":5}""")]
    [TestCase("""{"op":"\ud800"}""")]
    [TestCase("""{"op":"Bundle"}""")]
    [TestCase("""{"op":"bundle"} {"op":"bundle"}""")]
    [TestCase("""{"op":"safety_number","name":"b0b00000-0000-4000-8000-000000000002","device":2,"version":-2,"local_id":"","remote_id":""}""")]
    [TestCase("""{"op":"safety_number","name":"b0b00000-0000-4000-8000-000000000002","version":2}""")]
    [TestCase("""{"op":"escrow","authority":null,"kind":"everything"}""")]
    [TestCase("""{"op":"escrow","authority":null,"kind":1}""")]
    [TestCase("""{"op":"group_rotate","distribution_id":"b0b00000-0000-4000-8000-000000000002"}""")]
    [TestCase("""{"op":"group_create"}""")]
    [TestCase("""{"op":"group_create","distribution_id":"garden"}""")]
    [TestCase("""{"op":"group_encrypt","distribution_id":"b0b00000-0000-4000-8000-000000000002"}""")]
    [TestCase("""{"op":"group_process","name":"b0b00000-0000-4000-8000-000000000002","device":2,"message":"0"}""")]
    [TestCase("""{"op":"group_decrypt","name":"b0b00000-0000-4000-8000-000000000002","device":0,"message":""}""")]
    [TestCase("""{"op":"new","name":"a11ce000-0000-4000-8000-000000000001","device":1,"registration_id":7,"profile":"x3dh"}""", Description = "a second device")]
    [TestCase("""{"op":"bundle","one_time":"yes"}""")]
    [TestCase("""{"op":"encrypt","name":"b0b00000-0000-4000-8000-000000000002","device":2}""")]
    [TestCase("""{"op":"encrypt","name":"Bob","device":2,"plaintext":""}""")]
    [TestCase("""{"op":"encrypt","name":"b0b00000-0000-4000-8000-000000000002","device":0,"plaintext":""}""")]
    [TestCase("""{"op":"encrypt","name":"b0b00000-0000-4000-8000-000000000002","device":128,"plaintext":""}""")]
    [TestCase("""{"op":"encrypt","name":"b0b00000-0000-4000-8000-000000000002","device":2,"plaintext":"0"}""")]
    [TestCase("""{"op":"encrypt","name":"b0b00000-0000-4000-8000-000000000002","device":2,"plaintext":"0A"}""")]
    [TestCase("""{"op":"encrypt","name":"b0b00000-0000-4000-8000-000000000002","device":2,"plaintext":null}""")]
    [TestCase("""{"op":"decrypt","name":"b0b00000-0000-4000-8000-000000000002","device":2,"type":4,"message":""}""")]
    [TestCase("""{"op":"decrypt","name":"b0b00000-0000-4000-8000-000000000002","device":2,"type":7,"message":""}""")]
    [TestCase("""{"op":"process","name":"b0b00000-0000-4000-8000-000000000002","device":2,"bundle":{}}""")]
    [TestCase("""{"op":"escrow"}""")]
    [TestCase("""{"op":"escrow","authority":"00"}""")]
    [TestCase("""{"op":"escrow","authority":"0000000000000000000000000000000000000000000000000000000000000000"}""", Description = "a low-order point")]
    [TestCase("""{"op":"open","authority_private":"00","message":"","type":2}""")]
    public void AnswersUsageToWhatIsNoRequestAndGoesOn(string line)
    {
        var (alice, bob) = PeerDialogue.InSession();
        JsonObject answer = alice.Ask(line);
        Assert.That(answer["error"]?.GetValue<string>(), Is.EqualTo("usage"));
        Assert.That(answer["detail"]?.GetValue<string>(), Is.Not.Empty);
        Assert.That(bob.Decrypt(Alice, 1, alice.Encrypt(Bob, 2, "00ff"))["plaintext"]?.GetValue<string>(), Is.EqualTo("00ff"));
    }

    [TestCase("""{"op":"bundle"}""")]
    [TestCase("""{"op":"escrow","authority":null}""")]
    [TestCase("""{"op":"new","name":"a11ce000-0000-4000-8000-000000000001","device":1,"registration_id":7,"profile":"quadruple"}""")]
    [TestCase("""{"op":"new","name":"a11ce000-0000-4000-8000-000000000001","device":1,"registration_id":4294967296,"profile":"x3dh"}""")]
    [TestCase("""{"op":"new","name":"a11ce000-0000-4000-8000-000000000001","device":1,"registration_id":7}""")]
    public void AnswersUsageBeforeThereIsADevice(string line)
    {
        var peer = new PeerDialogue();
        Assert.That(peer.Error(line), Is.EqualTo("usage"));
        Assert.That(peer.Error($$"""{"op":"new","name":"{{Alice}}","device":1,"registration_id":7,"profile":"x3dh"}"""), Is.Null);
    }

    [Test]
    public void EachBundleHasAFreshOneTimePreKeyOrNone()
    {
        PeerDialogue bob = PeerDialogue.Of(Bob, 2);
        JsonObject first = bob.Ask("""{"op":"bundle"}"""), second = bob.Ask("""{"op":"bundle"}"""), without = bob.Ask("""{"op":"bundle","one_time":false}""");
        Assert.That(first["prekey"]!.GetValue<string>(), Has.Length.EqualTo(66).And.Not.EqualTo(second["prekey"]!.GetValue<string>()));
        Assert.That(first["prekey_id"]!.GetValue<uint>(), Is.Not.EqualTo(second["prekey_id"]!.GetValue<uint>()));
        Assert.That(first["signed_prekey"]!.GetValue<string>(), Is.EqualTo(without["signed_prekey"]!.GetValue<string>()));
        Assert.That((string[])["prekey_id", "prekey", "kyber_prekey_id", "kyber_prekey", "kyber_prekey_signature"],
            Has.All.Matches<string>(member => without.ContainsKey(member) && without[member] is null));
    }

    [Test]
    public void KeepsASessionForEachDeviceOfAName()
    {
        var (alice, bob) = PeerDialogue.InSession();
        Assert.That(alice.Encrypt(Bob, 3, "")["error"]?.GetValue<string>(), Is.EqualTo("no_session"));
        Assert.That(alice.Encrypt(Alice, 2, "")["error"]?.GetValue<string>(), Is.EqualTo("no_session"));
        JsonObject message = alice.Encrypt(Bob, 2, "01");
        Assert.That(message["type"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That(bob.Decrypt(Alice, 1, message)["plaintext"]?.GetValue<string>(), Is.EqualTo("01"));
        JsonObject answer = bob.Encrypt(Alice, 1, "02");
        Assert.That(answer["type"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(alice.Decrypt(Bob, 3, answer)["error"]?.GetValue<string>(), Is.EqualTo("no_session"));
        Assert.That(alice.Decrypt(Bob, 2, answer)["plaintext"]?.GetValue<string>(), Is.EqualTo("02"));
    }

    [Test]
    public void NamesTheReasonOfARefusalAndThenOpensTheOriginal()
    {
        var (alice, bob) = PeerDialogue.InSession();
        JsonObject first = alice.Encrypt(Bob, 2, "01");
        Assert.That(bob.Decrypt(Alice, 1, first).ContainsKey("plaintext"), Is.True);
        Assert.That(bob.Error(PeerDialogue.Decryption(Alice, 1, first)), Is.EqualTo("duplicate"));
        Assert.That(bob.Error(PeerDialogue.Decryption(Alice, 9, first)), Is.EqualTo("no_prekey"), "the one-time prekey is spent");
        JsonObject answer = bob.Encrypt(Alice, 1, "02");
        Assert.That(alice.Error(Tampered(answer, text => "23" + text[2..])), Is.EqualTo("old_version"));
        Assert.That(alice.Error(Tampered(answer, text => "43" + text[2..])), Is.EqualTo("unknown_version"));
        Assert.That(alice.Error(Tampered(answer, text => text[..^2])), Is.EqualTo("invalid_message"));
        Assert.That(alice.Error(Tampered(answer, _ => "")), Is.EqualTo("invalid_message"));
        Assert.That(alice.Decrypt(Bob, 2, answer)["plaintext"]?.GetValue<string>(), Is.EqualTo("02"));
    }

    [Test]
    public void RefusesAFalseBundleAndAStrangerUnderAKnownName()
    {
        var (alice, bob) = PeerDialogue.InSession();
        JsonObject bundle = bob.Ask("""{"op":"bundle"}"""), strangers = PeerDialogue.Of(Bob, 2).Ask("""{"op":"bundle"}""");
        Assert.That(alice.Error(Processing(strangers)), Is.EqualTo("untrusted_identity"));
        bundle["signed_prekey_signature"] = new string('0', 128);
        Assert.That(alice.Error(Processing(bundle)), Is.EqualTo("bad_signature"));
        bundle["prekey_id"] = null;
        Assert.That(alice.Error(Processing(bundle)), Is.EqualTo("usage"), "a key without a number");
        Assert.That(bob.Decrypt(Alice, 1, alice.Encrypt(Bob, 2, "01")).ContainsKey("plaintext"), Is.True);
    }

    [Test]
    public void BothEndsShowTheSameSafetyNumber()
    {
        var (alice, bob) = PeerDialogue.InSession();
        string FromAlice(string device) => $$"""{"op":"safety_number","name":"{{Bob}}",{{device}}"version":2,"local_id":"0a","remote_id":"0b"}""";
        string fromBob = $$"""{"op":"safety_number","name":"{{Alice}}","version":2,"local_id":"0b","remote_id":"0a"}""";
        Assert.That(bob.Error(fromBob), Is.EqualTo("no_session"), "Bob has not heard of Alice yet");
        Assert.That(alice.Error(FromAlice("")), Is.EqualTo("no_session"), "Bob's first device is none that Alice knows");
        bob.Decrypt(Alice, 1, alice.Encrypt(Bob, 2, "01"));
        string? digits = alice.Ask(FromAlice("\"device\":2,"))["digits"]?.GetValue<string>();
        Assert.That(digits, Has.Length.EqualTo(60).And.EqualTo(bob.Ask(fromBob)["digits"]?.GetValue<string>()));
    }

    [Test]
    public void AnAuthorityOpensFromTheUpdateOnAndUntilTheNext()
    {
        using DhKeyPair authority = DhKeyPair.FromPrivate(Convert.FromHexString(AuthorityPrivate));
        var (alice, bob) = PeerDialogue.InSession();
        JsonObject before = alice.Encrypt(Bob, 2, "01");
        Assert.That(alice.Error($$"""{"op":"escrow","authority":"{{authority.Public}}"}"""), Is.Null);
        JsonObject during = alice.Encrypt(Bob, 2, "02");
        Assert.That(alice.Error("""{"op":"escrow","authority":null}"""), Is.Null);
        JsonObject after = alice.Encrypt(Bob, 2, "03");
        // A process that is no device opens too: nothing but the key is needed.
        var thief = new PeerDialogue();
        Assert.That(thief.Error(Opening(before)), Is.EqualTo("no_escrow"));
        Assert.That(thief.Ask(Opening(during))["plaintext"]?.GetValue<string>(), Is.EqualTo("02"));
        Assert.That(thief.Error(Opening(after)), Is.EqualTo("no_escrow"));
        Assert.That(thief.Error("""{"op":"open","authority_private":"0000000000000000000000000000000000000000000000000000000000000000","message":"33","type":2}"""), Is.EqualTo("invalid_message"));
        Assert.That(((JsonObject[])[after, before, during]).Select(message => bob.Decrypt(Alice, 1, message)["plaintext"]?.GetValue<string>()),
            Is.EqualTo((string[])["03", "01", "02"]));
    }

    [Test]
    public void AGroupsMessageOpensForWhoHasTheSendersKey()
    {
        var (alice, bob) = PeerDialogue.InSession();
        const string Encryption = $$"""{"op":"group_encrypt","distribution_id":"{{Garden}}","plaintext":"0102"}""";
        Assert.That(alice.Error(Encryption), Is.EqualTo("no_sender_key"));
        JsonObject key = alice.Ask($$"""{"op":"group_create","distribution_id":"{{Garden}}"}"""), message = alice.Ask(Encryption);
        Assert.That(bob.Error(Group("group_decrypt", message)), Is.EqualTo("no_sender_key"));
        Assert.That(bob.Error(Group("group_process", Changed(key, text => "23" + text[2..]))), Is.EqualTo("old_version"));
        Assert.That(bob.Error(Group("group_process", Changed(key, text => text[..^2]))), Is.EqualTo("invalid_message"));
        Assert.That(bob.Error(Group("group_process", key)), Is.Null);
        Assert.That(bob.Error(Group("group_decrypt", Changed(message, text => "43" + text[2..]))), Is.EqualTo("unknown_version"));
        Assert.That(bob.Error(Group("group_decrypt", Changed(message, text => text[..^2] + "ff"))), Is.EqualTo("bad_signature"));
        Assert.That(bob.Ask(Group("group_decrypt", message))["plaintext"]?.GetValue<string>(), Is.EqualTo("0102"));
        Assert.That(bob.Error(Group("group_decrypt", message)), Is.EqualTo("duplicate"));
    }

    private const string Garden = "9a4de0e1-0001-4002-8003-0123456789ab";

    private static string Group(string op, JsonObject message) =>
        $$"""{"op":"{{op}}","name":"{{Alice}}","device":1,"message":"{{message["message"]}}"}""";

    private static JsonObject Changed(JsonObject message, Func<string, string> change) => new() { ["message"] = change(message["message"]!.GetValue<string>()) };

    private const string AuthorityPrivate = "4242424242424242424242424242424242424242424242424242424242424242";

    private static string Opening(JsonObject message) =>
        $$"""{"op":"open","authority_private":"{{AuthorityPrivate}}","message":"{{message["message"]}}","type":{{message["type"]}}}""";

    private static string Processing(JsonObject bundle) => $$"""{"op":"process","name":"{{Bob}}","device":2,"bundle":{{bundle.ToJsonString()}}}""";

    private static string Tampered(JsonObject message, Func<string, string> change) => PeerDialogue.Decryption(
        Bob, 2, new() { ["type"] = message["type"]!.GetValue<int>(), ["message"] = change(message["message"]!.GetValue<string>()) });
}
