using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Lessons;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>How a session was opened: which keys were published, fetched and combined, read from a prekey message and from the directory.</summary>
/// <remarks>Source: X3DH rev 1, 3; PQXDH rev 3, 3. The names of keys are theirs, A for the initiator and B for the responder.</remarks>
public static class HandshakeDiagram
{
    /// <summary>Draws it.</summary>
    /// <param name="transcript">All that the wire carried, and what the directory says.</param>
    /// <param name="opening">A prekey message of the transcript; its first when left out.</param>
    /// <returns>A picture and text; a sentence alone where no prekey message went over the wire.</returns>
    public static Exhibit Draw(Transcript transcript, TranscriptEntry? opening = null)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        opening ??= transcript.Entries.FirstOrDefault(entry => transcript.Parse(entry)?.PreKeyMessage is not null);
        if (opening is null || transcript.Parse(opening)?.PreKeyMessage is not { } message)
            return new("No handshake went over the wire.");
        var (alice, bob) = (opening.Envelope.From, opening.Envelope.To);
        string protocol = message.PreKeys.Kyber is null ? "X3DH" : "PQXDH";
        string title = $"{protocol}: {Shown.Of(alice)} opens a session with {Shown.Of(bob)}";
        var diagram = new SequenceDiagram($"{protocol}, as it was played", $"A: {alice}", "directory", $"B: {bob}");
        Play(diagram, transcript, opening, message);
        return diagram.Finish(title);
    }

    private static void Play(SequenceDiagram diagram, Transcript transcript, TranscriptEntry opening, PreKeySignalMessage message)
    {
        const int Alice = 0, Directory = 1, Bob = 2;
        UsedPreKeys used = message.PreKeys;
        PreKeyBundle? bundle = transcript.Directory.GetValueOrDefault(opening.Envelope.To);
        DhPublicKey? signed = bundle?.SignedPreKeyId == used.SignedPreKeyId ? bundle.SignedPreKey : null;
        bool oneTime = used.PreKeyId is not null, postQuantum = used.Kyber is not null;

        string[] published =
        [
            $"IK_B {Start(transcript.IdentityKeys[opening.Envelope.To])}, identity key",
            Invariant($"SPK_B {(signed is null ? "" : Start(signed) + ", ")}signed prekey {used.SignedPreKeyId}, signature"),
            .. postQuantum ? (string[])[Invariant($"PQPK_B Kyber prekey {used.Kyber!.Id}, signature")] : [],
            .. oneTime ? (string[])[Invariant($"OPK_B one-time prekey {used.PreKeyId}")] : [],
        ];
        string[] names = ["IK_B", "SPK_B", .. postQuantum ? (string[])["PQPK_B"] : [], .. oneTime ? (string[])["OPK_B"] : []];

        diagram.Arrow(Bob, Directory, ["publishes:", .. published]);
        diagram.Arrow(Alice, Directory, ["asks for the keys of B"]);
        diagram.Arrow(Directory, Alice, [$"hands out {string.Join(", ", names)}"]);
        diagram.Box(Alice,
        [
            "checks what is signed, draws EK_A",
            .. Agreements(oneTime, initiator: true),
            .. postQuantum ? (string[])["SS, CT = Encapsulate(PQPK_B)"] : [],
            .. Secret(transcript.Profile, oneTime, postQuantum),
        ]);
        diagram.Arrow(Alice, Bob,
        [
            Invariant($"prekey message, version {message.Version >> 4}, {opening.Envelope.Message.Bytes.Length} bytes:"),
            $"IK_A {Start(message.IdentityKey)}, EK_A {Start(used.BaseKey)}",
            Invariant($"prekeys: SPK_B {used.SignedPreKeyId}")
                + (postQuantum ? Invariant($", PQPK_B {used.Kyber!.Id}") : "") + (oneTime ? Invariant($", OPK_B {used.PreKeyId}") : ""),
            .. postQuantum ? (string[])[Invariant($"CT, {used.Kyber!.Ciphertext.Length} bytes")] : [],
            Invariant($"and the first message, {message.Message.Length} bytes"),
        ]);
        diagram.Box(Bob,
        [
            "has the private halves",
            .. Agreements(oneTime, initiator: false),
            .. postQuantum ? (string[])["SS = Decapsulate(PQPK_B, CT)"] : [],
            .. Secret(transcript.Profile, oneTime, postQuantum),
            .. oneTime ? (string[])["deletes OPK_B"] : [],
        ]);
    }

    private static IEnumerable<string> Agreements(bool oneTime, bool initiator)
    {
        (string Own, string Their)[] pairs = [("IK_A", "SPK_B"), ("EK_A", "IK_B"), ("EK_A", "SPK_B"), ("EK_A", "OPK_B")];
        return pairs.Take(oneTime ? 4 : 3).Select((pair, i) => initiator
            ? Invariant($"DH{i + 1} = DH({pair.Own}, {pair.Their})")
            : Invariant($"DH{i + 1} = DH({pair.Their}, {pair.Own})"));
    }

    private static string[] Secret(Profile profile, bool oneTime, bool postQuantum) =>
    [
        $"SK = HKDF(DH1..DH{(oneTime ? 4 : 3)}{(postQuantum ? ", SS" : "")})",
        $"root key, chain key{(profile == Profile.Triple ? ", SPQR key" : "")}",
    ];

    private static string Start(DhPublicKey key) => Convert.ToHexStringLower(key.U[..4]) + "\u2026";
}
