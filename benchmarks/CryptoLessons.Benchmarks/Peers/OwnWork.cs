using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>This library, through its public surface, in the process that compares.</summary>
internal sealed class OwnWork : IPeer
{
    private const int Batch = 8192;

    private readonly CiphertextMessage[] messages = new CiphertextMessage[Batch];
    private readonly Dictionary<string, Func<int, double>> works;

    public OwnWork()
    {
        Correspondence<SignalFunctions> x3dh = Correspondence.Strict(Profile.X3dh), triple = Correspondence.Strict(Profile.Triple);
        var captured = new CapturedMessages();
        works = new()
        {
            ["encrypt"] = count => InBatches(x3dh, count, measureEncryption: true),
            ["decrypt"] = count => InBatches(x3dh, count, measureEncryption: false),
            ["round"] = count => Rounds(x3dh, count),
            ["encrypt-triple"] = count => InBatches(triple, count, measureEncryption: true),
            ["decrypt-triple"] = count => InBatches(triple, count, measureEncryption: false),
            ["round-triple"] = count => Rounds(triple, count),
            ["x25519"] = Agree,
            ["x25519-base"] = PublicKey,
            ["key-pair"] = count => Clock.Time(count, () => DhKeyPair.Generate(RandomSource.System).Dispose()),
            ["mass-read"] = count => MassRead(captured, count),
        };
    }

    /// <summary>The names of all works.</summary>
    public IEnumerable<string> Works => works.Keys;

    public string Version => "CryptoLessons";

    public double Run(string work, int count) => works[work](count) / count;

    public void Dispose()
    {
    }

    private double InBatches(Correspondence<SignalFunctions> pair, int count, bool measureEncryption)
    {
        double time = 0;
        for (int done = 0; done < count; done += Batch)
        {
            int at = 0, size = Math.Min(Batch, count - done);
            double encryption = Clock.Time(size, () => messages[at++] = pair.Send());
            at = 0;
            double decryption = Clock.Time(size, () => pair.Receive(messages[at++]));
            time += measureEncryption ? encryption : decryption;
        }
        return time;
    }

    /// <summary>Two messages a round, and a Diffie-Hellman step at each end.</summary>
    private static double Rounds(Correspondence<SignalFunctions> pair, int count) => Clock.Time(count, () =>
    {
        pair.TurnBack();
        pair.Turn();
    });

    private static double Agree(int count)
    {
        using var own = new DhPrivateKey(Rfc7748.PrivateKey);
        var their = new DhPublicKey(Rfc7748.TheirPublicKey);
        SharedSecret? shared = null;
        double time = Clock.Time(count, () =>
        {
            shared?.Dispose();
            shared = X25519.Agree(own, their);
        });
        Rfc7748.Check(shared is null ? [] : Hazmat.Reveal(shared), Rfc7748.Shared);
        return time;
    }

    private static double PublicKey(int count)
    {
        using var own = new DhPrivateKey(Rfc7748.PrivateKey);
        DhPublicKey? key = null;
        double time = Clock.Time(count, () => key = X25519.PublicKey(own));
        Rfc7748.Check(key is null ? [] : key.U, Rfc7748.OwnPublicKey);
        return time;
    }

    private static double MassRead(CapturedMessages captured, int count)
    {
        double time = 0;
        for (int done = 0; done < count; done += CapturedMessages.Count)
            time += Clock.Time(1, () => captured.Read(..Math.Min(CapturedMessages.Count, count - done)));
        return time;
    }
}
