using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Illustrations;

/// <summary>The bytes in front of messages and keys that tell what follows.</summary>
internal static class Frames
{
    private const string Versions = "docs/spec/wire.md, Plain message";

    private static readonly Value Three = new Description(
        ValueKind.Frame, "version 3",
        "High half: the session began with X3DH. Low half: the newest version that the sender knows. A receiver looks at the high half alone.",
        Versions).By(() => [MessageVersion.X3dh]);

    private static readonly Value Four = new Description(
        ValueKind.Frame, "version 4",
        "High half: the session began with PQXDH. Low half: the newest version that the sender knows. A receiver looks at the high half alone.",
        Versions).By(() => [MessageVersion.Pqxdh]);

    /// <summary>In front of each serialized key of Curve25519.</summary>
    public static Value KeyType { get; } = new Description(
        ValueKind.Frame, "type of key: Curve25519", "The only type of such keys that there is.", "docs/spec/wire.md")
        .By(() => new DhPublicKey(new byte[32]).Serialize()[..1]);

    /// <summary>In front of each serialized key and ciphertext of Kyber.</summary>
    public static Value KemType { get; } = new Description(
        ValueKind.Frame, "type of KEM: Kyber-1024, round 3", "ML-KEM-1024 has the same lengths and another type.",
        "docs/spec/wire.md, Handshake (PQXDH)")
        .By(() => new Kyber1024PublicKey(new byte[1568]).Serialize()[..1]);

    /// <summary>In front of each message.</summary>
    public static Value Version(Profile profile) => profile == Profile.X3dh ? Three : Four;
}
