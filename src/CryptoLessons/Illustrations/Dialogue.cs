using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Illustrations;

/// <summary>The plates of a scene: each message as its sender comes to it.</summary>
internal sealed class Dialogue
{
    private readonly Scene scene;
    private readonly BundleValues bob;
    private readonly HandshakeValues alice;
    private readonly PreKeySignalMessage opening;
    private readonly MessageValues first, reply;
    private readonly SpqrValues? spqr;
    private readonly SealedKeyValues sealedKey;

    /// <summary>Explains what was played.</summary>
    public Dialogue(Scene scene)
    {
        this.scene = scene;
        bob = new(scene);
        opening = PreKeySignalMessage.Parse(scene.First.Bytes, out PreKeySignalMessage? parsed) == DecryptFailure.None
            ? parsed! : throw NotAMessage();
        alice = new(scene, bob, opening);
        if (alice.PostQuantumKey is { } authKey)
            spqr = new(scene.Log, authKey, SignalMessage.PostQuantumMessage(opening.Message.Span)[^32..]);

        var schedule = new KeySchedule(scene.Log);
        KeyValues ratchetA = RatchetKey("Alice's first ratchet key", "RA", opening.Message);
        KeyValues ratchetB = RatchetKey("Bob's first ratchet key", "RB", scene.Reply.Bytes);
        var (rk, cks) = schedule.Step(alice.RootKey, ratchetA.Private, bob.SignedPreKey.Public, "Alice's turn", "Alice's first chain");
        first = Message(ratchetA, schedule.MessageKey(cks, "the first message", spqr?.KeyOfFirst), Scene.Question, alice.Identity, bob.Identity);
        // The same agreement from both sides: Bob's step goes on from Alice's root key.
        var (_, ckr) = schedule.Step(rk, ratchetB.Private, ratchetA.Public, "Bob's turn", "Bob's first chain");
        Value mk = schedule.MessageKey(ckr, "the reply", spqr?.KeyOfReply);
        reply = Message(ratchetB, mk, Scene.Answer, bob.Identity, alice.Identity);
        sealedKey = new(scene.Log, scene.Authority, EscrowField.Ephemerals(Behind(scene.Escrowed.Bytes)).Single(), mk);
    }

    /// <summary>The plates, in the order in which things happen.</summary>
    public IEnumerable<Plate> Plates() =>
    [
        bob.Plate(),
        .. alice.Plates(),
        new(
            "first", "Alice's first message",
            "A message in the session, and around it all that Bob needs to begin the session himself. Alice sends this frame until he has answered.",
            PreKeyMessage(), scene.First.Bytes),
        new(
            "reply", "Bob's reply",
            "Bob has made the handshake again, opened the message, and forgotten the one-time prekey. He answers under a new ratchet key: now it is "
            + "his chain's turn.",
            reply.Write(new(), PostQuantum(spqr?.Reply)), scene.Reply.Bytes),
        new(
            "escrowed", "The reply as an app under escrow sends it",
            "Bob's phone got an update before he answered: the same saved session, the same keys, one field more. Alice's phone has the old app. It "
            + "does not know field 15, ignores it as the rules of the encoding demand, and shows the message.",
            reply.Write(new(), [.. PostQuantum(spqr?.Reply), (EscrowField.Number, "message key for the authority", sealedKey.Parts)]),
            scene.Escrowed.Bytes),
        Opened(),
    ];

    private Plate Opened()
    {
        AnnotatingWriter read = new AnnotatingWriter().Raw(sealedKey.Read(reply.Text.Ciphertext));
        return new(
            "opened", "What the authority reads",
            "One private key, and the message as it was recorded on its way. Nothing of Alice's or Bob's is needed.",
            read, System.Text.Encoding.UTF8.GetBytes(Scene.Answer));
    }

    private AnnotatingWriter PreKeyMessage()
    {
        const string Source = "docs/spec/wire.md, Prekey message";
        UsedPreKeys used = opening.PreKeys;
        var encoder = new AnnotatingWriter();
        IEnumerable<(int, string, Value[])> addresses = scene.HasAddresses ? [(SignalMessage.Addresses, "addresses", AddressValues.Parts)] : [];
        encoder.Raw(first.Version)
            .Varint(1, "one-time prekey number", used.PreKeyId!.Value, "Which private key Bob is to look for, and to wipe afterwards.", Source)
            .Bytes(2, "base key", Frames.KeyType, alice.Base.Public)
            .Bytes(3, "identity key", Frames.KeyType, alice.Identity.Public)
            .Message(4, "a whole message", first.Write(encoder.Within(), [.. PostQuantum(spqr?.First), .. addresses]))
            .Raw(RegistrationValues.InMessage(scene.Log, scene.RegistrationId))
            .Varint(6, "signed prekey number", used.SignedPreKeyId, "Which signed prekey she took.", Source);
        if (used.Kyber is { } kyber)
            encoder.Varint(7, "post-quantum prekey number", kyber.Id, "Which post-quantum prekey she took.", Source)
                .Bytes(8, "post-quantum ciphertext", Frames.KemType, alice.Ciphertext!);
        return encoder;
    }

    private static IEnumerable<(int, string, Value[])> PostQuantum(Value[]? parts) =>
        parts is null ? [] : [(SignalMessage.PostQuantumRatchet, "post-quantum ratchet", parts)];

    private MessageValues Message(KeyValues ratchetKey, Value mk, string text, KeyValues sender, KeyValues recipient) =>
        new(Frames.Version(scene.Profile), ratchetKey.Public, new(mk, text), sender.Public, recipient.Public);

    private KeyValues RatchetKey(string name, string symbol, ReadOnlyMemory<byte> message) => new(
        scene.Log, SignalMessage.Parse(message, out RatchetHeader header, out _) == DecryptFailure.None ? header.Dh : throw NotAMessage(),
        name, symbol,
        "New with each turn of the conversation. The other side agrees on a secret with it, and answers with a new key of its own.",
        "Double Ratchet rev 1, 2.3");

    /// <summary>What follows a message's header.</summary>
    private static ReadOnlySpan<byte> Behind(ReadOnlyMemory<byte> message) =>
        SignalMessage.Parse(message, out _, out ReadOnlyMemory<byte> ciphertext) == DecryptFailure.None ? ciphertext.Span : throw NotAMessage();

    private static InvalidOperationException NotAMessage() => new("What a device sent does not parse.");
}
