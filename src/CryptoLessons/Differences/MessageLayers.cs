using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Differences;

/// <summary>Every layout that occurs on the wire, with the names of all its parts. A new mechanism adds its line here.</summary>
/// <remarks>Source: docs/spec/wire.md, whose numbers and lengths these are.</remarks>
internal static class MessageLayers
{
    /// <summary>The part that tells the version of Signal's protocol.</summary>
    public static readonly (string Name, int Length) Version = ("version", 1);

    private static readonly (string Name, int Length) Marker = ("marker", 1);

    /// <summary>A message in a session of Signal's protocol, which may stand inside a prekey message.</summary>
    public static MessageLayer Plain { get; } = new("a message in a session", "", [Version], [("MAC", 8)])
    {
        Fields =
        [
            new(1, "ratchet key"), new(2, "counter"), new(3, "previous counter"), new(4, "ciphertext"),
            new(5, "post-quantum ratchet"), new(6, "addresses"),
            new(15, "sealed message key", Seal("message key"), 80),
            new(15, "sealed content key", Seal("content key"), 96),
            new(15, "IV and LEAF", new("IV and LEAF", "LEAF: ", [("IV", 8)], []) { Body = "encrypted LEAF" }, ClipperMessage.Size),
            new(InstallationId.Number, "installation number"),
            new(15, "sealed key bits", Seal("key bits"), 73),
            new(16, "length of the key"),
            new(17, "length of the salted key"),
            new(NonceField.Number, "nonce"),
        ],
    };

    /// <summary>What stands around the first messages of a session.</summary>
    public static MessageLayer PreKey { get; } = new("a prekey message", "prekey message: ", [Version], [])
    {
        Fields =
        [
            new(1, "one-time prekey number"), new(2, "base key"), new(3, "identity key"), new(4, "plain message", Plain),
            new(5, "registration number"), new(6, "signed prekey number"),
            new(7, "post-quantum prekey number"), new(8, "post-quantum ciphertext"),
            new(15, "sealed session secret", Seal("session secret"), 112),
            new(15, "sealed session secret", Seal("session secret, post-quantum key included"), 144),
        ],
    };

    /// <summary>A message to a group.</summary>
    public static MessageLayer SenderKey { get; } = new("a message under a sender key", "sender key message: ", [Version], [("signature", 64)])
    {
        Fields = [new(1, "distribution id"), new(2, "chain number"), new(3, "iteration"), new(4, "ciphertext")],
    };

    private static readonly (byte First, MessageLayer Layer)[] Marked =
    [
        (Postcard.Marker, new("a postcard", "postcard: ", [Marker], []) { Body = "plain text" }),
        (ChannelKey.Marker, Gcm("a message under a channel key", "channel message: ", Marker)),
        (SecretChatMessage.Marker, new("a message of a secret chat", "secret chat: ", [Marker], [])
        {
            Fields =
            [
                new(1, "number of the key"), new(2, "offered public key"), new(3, "public key that answers an offer"),
                new(4, "encrypted text", Gcm("an encrypted text", "secret chat: ")),
            ],
        }),
        (InterceptOrder.Marker, new("an order to an interception port", "order: ", [Marker], []) { Fields = [new(1, "customer"), new(2, "signature")] }),
    ];

    // Random bytes tell nobody what they are, and the address does: what these servers are sent has one layout.
    private static readonly (string To, MessageLayer Layer)[] Addressed =
    [
        (Addresses.BlobServer, new("an encrypted attachment", "attachment: ", [("IV", 16)], [("HMAC", 32)]) { Body = "ciphertext" }),
        (Addresses.ListAdministrator, Sealed("a report of a scanner", "report: ", "content")),
        (Addresses.Console, Sealed("a copy from an interception port", "copy: ", "content")),
    ];

    /// <summary>The layout of what somebody on the wire sees: by its address, its type or its first byte.</summary>
    public static MessageLayer Of(Envelope envelope) =>
        Addressed.FirstOrDefault(entry => envelope.Message.Type == CiphertextType.Plain && Addresses.Is(envelope.To, entry.To)).Layer
            ?? Of(envelope.Message);

    /// <summary>The layout of a message whose address is not known: by its type or its first byte. What is nothing else is a message in a session.</summary>
    public static MessageLayer Of(CiphertextMessage message) => message.Type switch
    {
        CiphertextType.PreKey => PreKey,
        CiphertextType.SenderKey => SenderKey,
        _ => message.Bytes.Span is [var first, ..] && Marked.FirstOrDefault(entry => entry.First == first).Layer is { } marked ? marked : Plain,
    };

    private static MessageLayer Gcm(string title, string called, params IReadOnlyList<(string Name, int Length)> before) =>
        new(title, called, [.. before, ("nonce", 12)], [("tag", 16)]) { Body = "ciphertext" };

    private static MessageLayer Seal(string secret) => Sealed($"a sealed {secret}", "seal: ", secret);

    private static MessageLayer Sealed(string title, string called, string what) =>
        new(title, called, [("ephemeral public key", 32)], [("tag", 16)]) { Body = $"wrapped {what}" };
}
