using BenchmarkDotNet.Attributes;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>What does it cost to open a session: prekeys made and signed, the handshake, the first message out and in, both ends together?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class SessionSetUp
{
    /// <summary>Sessions in a batch.</summary>
    public const int Sessions = 16;

    private readonly RandomSource random = RandomSource.System;
    private readonly SessionSecretEscrow handshake =
        new(X3dh.Functions, DhKeyPair.Generate(RandomSource.System).Public, RandomSource.System);

    /// <summary>X3DH.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Sessions)]
    public void UnderX3dh() => Open(Profile.X3dh);

    /// <summary>PQXDH, and the Double Ratchet behind it.</summary>
    [Benchmark(OperationsPerInvoke = Sessions)]
    public void UnderPqxdh() => Open(Profile.Pqxdh);

    /// <summary>PQXDH, and the Triple Ratchet behind it.</summary>
    [Benchmark(OperationsPerInvoke = Sessions)]
    public void UnderTriple() => Open(Profile.Triple);

    /// <summary>X3DH, and what the session begins with sealed to an authority.</summary>
    [Benchmark(OperationsPerInvoke = Sessions)]
    public void WithSealedSecret()
    {
        for (int i = 0; i < Sessions; i++)
            FirstMessage(Escrowed());
    }

    /// <summary>Length of a session's first message on the wire, in bytes: one is really encrypted.</summary>
    /// <param name="benchmark">Name of one of the methods above.</param>
    internal int BytesOnTheWire(string benchmark) => benchmark switch
    {
        nameof(UnderX3dh) => FirstMessage(Strict(Profile.X3dh)),
        nameof(UnderPqxdh) => FirstMessage(Strict(Profile.Pqxdh)),
        nameof(UnderTriple) => FirstMessage(Strict(Profile.Triple)),
        _ => FirstMessage(Escrowed()),
    };

    private void Open(Profile profile)
    {
        for (int i = 0; i < Sessions; i++)
            FirstMessage(Strict(profile));
    }

    private Correspondence<SignalFunctions> Strict(Profile profile) =>
        new(Device.Create(profile, random), Device.Create(profile, random));

    private Correspondence<SignalFunctions> Escrowed() => new(
        Device.Create(new SignalFunctions(random), random, handshake: handshake),
        Device.Create(new SignalFunctions(random), random, handshake: handshake));

    private static int FirstMessage(Correspondence<SignalFunctions> pair)
    {
        pair.OpenSession();
        CiphertextMessage message = pair.Send();
        pair.Receive(message);
        return message.Bytes.Length;
    }
}
