using System.Text.Json.Nodes;
using CryptoLessons.Cli.Peer;

namespace CryptoLessons.Tests.Cli;

/// <summary>The device behind <c>cryptolessons peer</c>, asked line by line.</summary>
internal sealed class PeerDialogue
{
    public const string Alice = "a11ce000-0000-4000-8000-000000000001";
    public const string Bob = "b0b00000-0000-4000-8000-000000000002";

    private readonly PeerProcess peer = new();

    /// <summary>A peer that is this person's device.</summary>
    public static PeerDialogue Of(string name, int device)
    {
        var dialogue = new PeerDialogue();
        dialogue.Ask($$"""{"op":"new","name":"{{name}}","device":{{device}},"registration_id":7,"profile":"x3dh"}""");
        return dialogue;
    }

    /// <summary>Alice's first device and Bob's second, and Alice has a session with Bob's.</summary>
    public static (PeerDialogue Alice, PeerDialogue Bob) InSession()
    {
        PeerDialogue alice = Of(Alice, 1), bob = Of(Bob, 2);
        alice.Ask($$"""{"op":"process","name":"{{Bob}}","device":2,"bundle":{{bob.Ask("""{"op":"bundle"}""").ToJsonString()}}}""");
        return (alice, bob);
    }

    /// <summary>Sends one line, whatever it is.</summary>
    public JsonObject Ask(string line) => JsonNode.Parse(peer.Answer(line))!.AsObject();

    /// <summary>The code of the error with which a line is answered; null when it was served.</summary>
    public string? Error(string line) => Ask(line)["error"]?.GetValue<string>();

    public JsonObject Encrypt(string name, int device, string plaintext) =>
        Ask($$"""{"op":"encrypt","name":"{{name}}","device":{{device}},"plaintext":"{{plaintext}}"}""");

    public JsonObject Decrypt(string name, int device, JsonObject sealedMessage) => Ask(Decryption(name, device, sealedMessage));

    public static string Decryption(string name, int device, JsonObject sealedMessage) =>
        $$"""{"op":"decrypt","name":"{{name}}","device":{{device}},"type":{{sealedMessage["type"]}},"message":"{{sealedMessage["message"]}}"}""";
}
