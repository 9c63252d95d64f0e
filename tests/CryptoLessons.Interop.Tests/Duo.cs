using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Alice and Bob, each at the end of a pipe, and a seeded choice of what happens between them.</summary>
internal sealed class Duo : IDisposable
{
    // Empty, one byte, around a block of the cipher, and some blocks.
    private static readonly int[] Lengths = [0, 1, 15, 16, 17, 40, 300];

    private readonly List<Pipe> pipes = [];
    private readonly Pairing pairing;

    /// <summary>Starts both; no session yet.</summary>
    public Duo(Pairing pairing, int seed)
    {
        LibsignalPackage.Require();
        this.pairing = pairing;
        TestContext.Out.WriteLine($"seed {seed}, Alice {pairing.Alice}, Bob {pairing.Bob}, release {pairing.Release}");
        Random = new Random(seed);
        // Both start before either is waited for.
        Pipe alices = Start(pairing.Alice), bobs = Start(pairing.Bob);
        Alice = Party.Create(alices, pairing.Release, Party.AliceName, device: 1, registrationId: 4711);
        Bob = Party.Create(bobs, pairing.Release, Party.BobName, device: 127, registrationId: 16383);
    }

    public Random Random { get; }

    public Party Alice { get; }

    public Party Bob { get; }

    /// <summary>Alice is the initiator of the session, and her first message has arrived.</summary>
    public static Duo InSession(Pairing pairing, int seed, bool oneTime = true)
    {
        var duo = new Duo(pairing, seed);
        duo.Alice.StartSession(duo.Bob, oneTime);
        duo.Pass(duo.Alice);
        return duo;
    }

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

    /// <summary>A bundle with one bit of one member turned over.</summary>
    public JsonObject Flip(JsonObject bundle, string member)
    {
        JsonObject flipped = bundle.DeepClone().AsObject();
        byte[] bytes = Convert.FromHexString(bundle[member]!.GetValue<string>());
        bytes[Random.Next(bytes.Length)] ^= (byte)(1 << Random.Next(8));
        flipped[member] = Convert.ToHexStringLower(bytes);
        return flipped;
    }

    /// <summary>One message each way: the Diffie-Hellman ratchets of both turn.</summary>
    public void Turn()
    {
        Pass(Alice);
        Pass(Bob);
    }

    /// <summary>Somebody else, who runs what Alice runs.</summary>
    public Party Join(string name, int device, uint registrationId) =>
        Party.Create(Start(pairing.Alice), pairing.Release, name, device, registrationId);

    /// <summary>Ends our devices and goes on with new ones from what was saved. The library's go on as they are: they read their
    /// saved state for every message.</summary>
    public void RestartOurs()
    {
        if (pairing.Alice == Side.Ours)
            Alice.MoveTo(Start(Side.Ours));
        if (pairing.Bob == Side.Ours)
            Bob.MoveTo(Start(Side.Ours));
    }

    /// <summary>Both end well.</summary>
    public void End()
    {
        Alice.End();
        Bob.End();
    }

    public void Dispose() => pipes.ForEach(pipe => pipe.Dispose());

    private Pipe Start(Side side)
    {
        Pipe pipe = Pipe.Of(side, pairing.Release);
        pipes.Add(pipe);
        return pipe;
    }
}
