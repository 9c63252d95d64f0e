using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Illustrations;

/// <summary>The post-quantum ratchet's messages in the first two messages of a session, and the keys that it adds to theirs.</summary>
internal sealed class SpqrValues
{
    private const string Keys = "Double Ratchet rev 4; docs/spec/wire.md, The post-quantum ratchet";
    private const string Layout = "docs/spec/wire.md, The post-quantum ratchet";

    private static readonly Value Version = new Description(ValueKind.Frame, "version 1 of the post-quantum ratchet",
        "Version 0 would be no such ratchet, and no bytes at all.", Layout)
        .By(() => [(byte)SpqrVersion.V1]);
    private static readonly Value Epoch = new Description(ValueKind.Number, "epoch 1",
        "The epoch whose secret is on its way. The message's own key is of the epoch before.", Layout)
        .By(() => [1]);
    private static readonly Value Index = new Description(ValueKind.Number, "index 1", "The first key of its chain.", Layout).By(() => [1]);
    private static readonly Value Header = new Description(ValueKind.Frame, "type 1: header", "A chunk of an ML-KEM key's header follows.", Layout)
        .By(() => [(byte)BraidMessageType.Hdr]);
    private static readonly Value Nothing = new Description(
        ValueKind.Frame, "type 0: nothing",
        "Bob waits for the rest of the header, which comes in pieces of 32 bytes, and has nothing to send.", Layout)
        .By(() => [(byte)BraidMessageType.None]);
    private static readonly Value ChunkNumber = new Description(ValueKind.Number, "chunk 0",
        "Of 65,536 chunks any three give back the header and its MAC.", Layout).By(() => [0]);

    /// <summary>What follows from the key that the handshake set aside.</summary>
    public SpqrValues(CallLog log, Value authKey, ReadOnlySpan<byte> chunk)
    {
        byte[] sent = chunk.ToArray();
        Value seed = log.Drawn(
            new(ValueKind.Secret, "seed of Alice's ML-KEM-768 key", "64 random bytes, d and z, from which the whole key pair follows.",
            "FIPS 203, 7.1"),
            MlKem768KeyPair.SeedSize, drawn => MlKem768KeyPair.FromSeed(drawn).Header.AsSpan().StartsWith(sent));
        Value data = new Description(
            ValueKind.PublicKey, "the first 32 bytes of the header",
            "Rho, from which the matrix of Alice's ML-KEM-768 key is made. Epoch 1 begins when all of the key and Bob's answer have come in pieces.",
            "ML-KEM Braid, \"Erasure codes\"").By(seed, seed => MlKem768KeyPair.FromSeed(seed).Header[..32]);
        First = [Version, Epoch, Index, Header, ChunkNumber, data];
        Reply = [Version, Epoch, Index, Nothing];
        KeyOfFirst = MessageKey(
            new Description(ValueKind.Secret, "post-quantum chain key, Alice to Bob",
            "One chain for each direction, from the handshake's third key.", Keys)
                .By(authKey, key => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 96, [], "Signal PQ Ratchet V1 Chain  Start"u8.ToArray())[32..64]),
            "the first message");
        KeyOfReply = MessageKey(
            new Description(ValueKind.Secret, "post-quantum chain key, Bob to Alice", "The other direction.", Keys)
                .By(authKey, key => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 96, [], "Signal PQ Ratchet V1 Chain  Start"u8.ToArray())[64..]),
            "the reply");
    }

    /// <summary>The parts of Alice's first message.</summary>
    public Value[] First { get; }

    /// <summary>The parts of Bob's reply.</summary>
    public Value[] Reply { get; }

    /// <summary>What it adds to the key of the first message.</summary>
    public Value KeyOfFirst { get; }

    /// <summary>What it adds to the key of the reply.</summary>
    public Value KeyOfReply { get; }

    private static Value MessageKey(Value chainKey, string message) => new Description(
        ValueKind.Secret, $"post-quantum key of {message}",
        "The salt under which the message's seed becomes its key: a thief needs both ratchets.", Keys)
        .By(chainKey, chainKey =>
        {
            byte[] info = [0, 0, 0, 1, .. "Signal PQ Ratchet V1 Chain Next"u8];
            return HKDF.DeriveKey(HashAlgorithmName.SHA256, chainKey, 64, [], info)[32..];
        });
}
