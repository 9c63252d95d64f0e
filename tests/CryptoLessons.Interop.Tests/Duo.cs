using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Alice and Bob, each at the end of a pipe, and a seeded choice of what happens between them.</summary>
internal sealed class Duo : IDisposable
{
    // Empty, one byte, around a block of the cipher, and some blocks.
    private static readonly int[] Lengths = [0, 1, 15, 16, 17, 40, 300];

    private readonly List<Pipe> pipes = [];

    /// <summary>Starts both; no session yet.</summary>
    public Duo(Side alice, Side bob, int seed)
    {
        LibsignalPackage.Require();
        TestContext.Out.WriteLine($"seed {seed}, Alice {alice}, Bob {bob}");
        Random = new Random(seed);
        // Both start before either is waited for.
        Pipe alices = Start(alice), bobs = Start(bob);
        Alice = Party.Create(alices, Party.AliceName, device: 1, registrationId: 4711);
        Bob = Party.Create(bobs, Party.BobName, device: 127, registrationId: 16383);
    }

    public Random Random { get; }

    public Party Alice { get; }

    public Party Bob { get; }

    /// <summary>Alice is the initiator of the session, and her first message has arrived.</summary>
    public static Duo InSession(Side initiator, int seed, bool oneTime = true)
    {
        var duo = new Duo(initiator, Other(initiator), seed);
        duo.Alice.StartSession(duo.Bob, oneTime);
        duo.Pass(duo.Alice);
        return duo;
    }

    public static Side Other(Side side) => side == Side.Ours ? Side.Libsignal : Side.Ours;

    public Party Anybody() => Random.Next(2) == 0 ? Alice : Bob;

    public Party PeerOf(Party party) => party == Alice ? Bob : Alice;

    /// <summary>The next message of a party, some random bytes.</summary>
    public Letter Write(Party from)
    {
        byte[] plaintext = new byte[Lengths[Random.Next(Lengths.Length)]];
        Random.NextBytes(plaintext);
        return from.Write(PeerOf(from), plaintext);
    }

    /// <summary>A message that arrives at once.</summary>
    public Letter Pass(Party from)
    {
        Letter letter = Write(from);
        letter.To.Open(letter);
        return letter;
    }

    /// <summary>One message each way: the Diffie-Hellman ratchets of both turn.</summary>
    public void Turn()
    {
        Pass(Alice);
        Pass(Bob);
    }

    /// <summary>A new process of that side.</summary>
    public Pipe Start(Side side)
    {
        Pipe pipe = side == Side.Ours ? Pipe.Ours() : Pipe.Libsignal();
        pipes.Add(pipe);
        return pipe;
    }

    /// <summary>Both end well.</summary>
    public void End()
    {
        Alice.End();
        Bob.End();
    }

    public void Dispose() => pipes.ForEach(pipe => pipe.Dispose());
}
