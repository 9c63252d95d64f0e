using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>One person's device at the end of a pipe, and the requests it is asked.</summary>
internal sealed class Party(Pipe pipe, JsonObject beginning)
{
    public const string AliceName = "a11ce000-0000-4000-8000-000000000001";
    public const string BobName = "b0b00000-0000-4000-8000-000000000002";

    private readonly string name = beginning["name"]!.GetValue<string>();
    private readonly int device = beginning["device"]!.GetValue<int>();
    private int sent;

    /// <summary>How many messages this party opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Makes a device behind a pipe.</summary>
    public static Party Create(Pipe pipe, Release release, string name, int device, uint registrationId)
    {
        var party = new Party(pipe, new()
        {
            ["op"] = "new",
            ["name"] = name,
            ["device"] = device,
            ["registration_id"] = registrationId,
            ["profile"] = release.Profile,
        });
        party.Begin();
        return party;
    }

    public JsonObject Bundle(bool oneTime = true) => Succeed(new() { ["op"] = "bundle", ["one_time"] = oneTime });

    public JsonObject Process(Party peer, JsonObject bundle) => pipe.Ask(peer.Address("process", ("bundle", bundle.DeepClone())));

    /// <summary>Opens a session from the peer's bundle.</summary>
    public void StartSession(Party peer, bool oneTime = true)
    {
        JsonObject answer = Process(peer, peer.Bundle(oneTime));
        Assert.That(answer["ok"]?.GetValue<bool>(), Is.True, answer.ToJsonString());
    }

    /// <summary>Saves all that this device holds, ends its process, and goes on in another from what was saved.</summary>
    public void MoveTo(Pipe fresh)
    {
        string state = Succeed(new() { ["op"] = "save" })["state"]!.GetValue<string>();
        pipe.End();
        pipe = fresh;
        Begin();
        Succeed(new() { ["op"] = "load", ["state"] = state });
    }

    /// <summary>Seals message keys, or what else is named, to this X25519 key from now on, or to nobody.</summary>
    public void Escrow(string? authority, string kind = "message-key") => Succeed(new() { ["op"] = "escrow", ["authority"] = authority, ["kind"] = kind });

    /// <summary>The next message to a peer.</summary>
    public Letter Write(Party to, byte[] plaintext)
    {
        string text = Convert.ToHexStringLower(plaintext);
        return Sent(to, text, pipe.Ask(to.Address("encrypt", ("plaintext", text))));
    }

    /// <summary>Many messages to a peer, with nothing in them.</summary>
    public Letter[] WriteEmpty(Party to, int count) =>
        [.. pipe.AskAll([.. Enumerable.Range(0, count).Select(_ => to.Address("encrypt", ("plaintext", "")))])
            .Select(answer => Sent(to, "", answer))];

    /// <summary>Hands a message over, whatever comes of it.</summary>
    public JsonObject Receive(Letter letter) =>
        pipe.Ask(letter.From.Address("decrypt", ("type", letter.Type), ("message", letter.Message)));

    /// <summary>Hands a message over, which must open.</summary>
    public void Open(Letter letter)
    {
        JsonObject answer = Receive(letter);
        Assert.That(answer["plaintext"]?.GetValue<string>(), Is.EqualTo(letter.Plaintext), $"{this}: {answer.ToJsonString()} for {letter.Message}");
        Opened++;
    }

    /// <summary>Hands a message over, which must be refused.</summary>
    public void Refuse(Letter letter, string code)
    {
        JsonObject answer = Receive(letter);
        Assert.That(answer["error"]?.GetValue<string>(), Is.EqualTo(code), $"{this}: {answer.ToJsonString()} for {letter.Message}");
    }

    /// <summary>The digits that this party would compare with a peer's.</summary>
    public string SafetyNumber(Party peer, byte[] localId, byte[] remoteId) => Succeed(peer.Address("safety_number",
        ("version", 2), ("local_id", Convert.ToHexStringLower(localId)), ("remote_id", Convert.ToHexStringLower(remoteId))))["digits"]!.GetValue<string>();

    /// <summary>What an authority's private key alone makes of a message.</summary>
    public JsonObject OpenAsAuthority(Letter letter, string authorityPrivate) => pipe.Ask(new()
    {
        ["op"] = "open",
        ["authority_private"] = authorityPrivate,
        ["message"] = letter.Message,
        ["type"] = letter.Type,
    });

    /// <summary>This device's sender key for a group, as it goes to the members.</summary>
    public string GroupCreate(string distribution) =>
        Succeed(new() { ["op"] = "group_create", ["distribution_id"] = distribution })["message"]!.GetValue<string>();

    /// <summary>Takes a peer's sender key.</summary>
    public void GroupProcess(Party from, string key) => Succeed(from.Address("group_process", ("message", key)));

    /// <summary>Hands over a sender key, whatever comes of it.</summary>
    public JsonObject GroupProcessSomehow(Party from, string key) => pipe.Ask(from.Address("group_process", ("message", key)));

    /// <summary>The next message to a group.</summary>
    public GroupLetter GroupWrite(string distribution, byte[] plaintext)
    {
        string text = Convert.ToHexStringLower(plaintext);
        return SentToGroup(text, pipe.Ask(GroupEncrypt(distribution, text)));
    }

    /// <summary>Many messages to a group, with nothing in them.</summary>
    public GroupLetter[] GroupWriteEmpty(string distribution, int count) =>
        [.. pipe.AskAll([.. Enumerable.Range(0, count).Select(_ => GroupEncrypt(distribution, ""))])
            .Select(answer => SentToGroup("", answer))];

    /// <summary>Tries to write to a group without a sender key of one's own.</summary>
    public JsonObject GroupWriteSomehow(string distribution) => pipe.Ask(GroupEncrypt(distribution, ""));

    /// <summary>Hands a group's message over, which must open.</summary>
    public void GroupOpen(GroupLetter letter)
    {
        JsonObject answer = GroupReceive(letter);
        Assert.That(answer["plaintext"]?.GetValue<string>(), Is.EqualTo(letter.Plaintext), $"{this}: {answer.ToJsonString()} for {letter.Message}");
        Opened++;
    }

    /// <summary>Hands a group's message over, whatever comes of it.</summary>
    public JsonObject GroupReceive(GroupLetter letter) => pipe.Ask(letter.From.Address("group_decrypt", ("message", letter.Message)));

    /// <summary>Hands a group's message over, which must be refused.</summary>
    public void GroupRefuse(GroupLetter letter, string code)
    {
        JsonObject answer = GroupReceive(letter);
        Assert.That(answer["error"]?.GetValue<string>(), Is.EqualTo(code), $"{this}: {answer.ToJsonString()} for {letter.Message}");
    }

    public void End()
    {
        TestContext.Out.WriteLine($"{this} sent {sent} and opened {Opened} messages");
        pipe.End();
    }

    public override string ToString() => name == AliceName ? "Alice" : name == BobName ? "Bob" : name;

    private void Begin() => Succeed(beginning);

    private JsonObject Address(string op, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var request = new JsonObject { ["op"] = op, ["name"] = name, ["device"] = device };
        foreach (var (member, value) in members)
            request[member] = value;
        return request;
    }

    private static JsonObject GroupEncrypt(string distribution, string text) =>
        new() { ["op"] = "group_encrypt", ["distribution_id"] = distribution, ["plaintext"] = text };

    private GroupLetter SentToGroup(string text, JsonObject answer)
    {
        AssertSuccess(answer);
        sent++;
        return new(this, answer["message"]!.GetValue<string>(), text);
    }

    private Letter Sent(Party to, string text, JsonObject answer)
    {
        AssertSuccess(answer);
        sent++;
        return new(this, to, answer["type"]!.GetValue<int>(), answer["message"]!.GetValue<string>(), text);
    }

    private JsonObject Succeed(JsonObject request)
    {
        JsonObject answer = pipe.Ask(request);
        AssertSuccess(answer);
        return answer;
    }

    private void AssertSuccess(JsonObject answer) => Assert.That(answer.ContainsKey("error"), Is.False, $"{this}: {answer.ToJsonString()}");
}
